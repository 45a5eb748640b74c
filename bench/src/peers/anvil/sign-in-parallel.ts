import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SignTask } from "./sign-worker.ts";

/** What all cores together make of a task without its share, in the order of the items. */
export async function signInParallel(task: SharedTask): Promise<string[]> {
  const of = availableParallelism();
  const parts = await Promise.all(Array.from({ length: of }, (_, part) => signPart({ ...task, part, of })));
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  return Array.from({ length: total }, (_, index) => {
    const made = parts[index % of]?.[Math.floor(index / of)];
    if (made === undefined) throw new Error("a signer made fewer than its share");
    return made;
  });
}

type SharedTask = SignTask extends infer T ? (T extends SignTask ? Omit<T, "part" | "of"> : never) : never;

function signPart(task: SignTask): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./sign-worker.js", import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
