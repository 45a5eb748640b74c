import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { watchPackages } from "./watch-packages.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "sycee-watch-")));
  cpSync(fileURLToPath(new URL("../../test-data/workspace", import.meta.url)), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Watches all three packages while `act` runs, which waits for calls by the function it is given. */
async function watched(act: (next: () => Promise<readonly string[]>) => Promise<void>): Promise<void> {
  const calls: string[][] = [];
  let told: () => void = () => {};
  const stop = new AbortController();
  const watching = watchPackages(
    ["banking", "std", "money"].map((name) => join(root, name)),
    async (affected) => {
      calls.push(affected.map((directory) => basename(directory)));
      told();
    },
    stop.signal,
  );
  const next = async (): Promise<readonly string[]> => {
    if (calls.length === 0) await new Promise<void>((resolve) => (told = resolve));
    return calls.shift() ?? [];
  };
  expect(await next()).toEqual(["std", "money", "banking"]);
  await act(next);
  stop.abort();
  await watching;
  expect(calls).toEqual([]);
}

it("tells a changed package and those that depend on it, in that order", async () => {
  await watched(async (next) => {
    writeFileSync(join(root, "money/sources/unit.move"), "module money::unit;\n");
    expect(await next()).toEqual(["money", "banking"]);
    writeFileSync(join(root, "std/Move.toml"), "\n");
    expect(await next()).toEqual(["std", "money", "banking"]);
    writeFileSync(join(root, "banking/sources/bank.move"), "module banking::bank;\n");
    expect(await next()).toEqual(["banking"]);
  });
});

it("tells several saves at once together, and nothing of other files", async () => {
  await watched(async (next) => {
    writeFileSync(join(root, "money/notes.txt"), "x");
    writeFileSync(join(root, "money/sources/unit.move~"), "x");
    for (let count = 0; count < 20; count++) writeFileSync(join(root, "banking/sources/bank.move"), `// ${count}\n`);
    expect(await next()).toEqual(["banking"]);
  });
});

it("ends when it is told to, and when the handler fails", async () => {
  const stop = new AbortController();
  const quiet = watchPackages([join(root, "std")], () => Promise.resolve(stop.abort()), stop.signal);
  await quiet;
  const failing = watchPackages([join(root, "std")], () => Promise.reject(new Error("broken")), new AbortController().signal);
  await expect(failing).rejects.toThrow("broken");
});
