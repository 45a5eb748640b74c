import { Worker } from "node:worker_threads";
import { BASE_SOURCES, MANIFEST } from "../programs/prelude.ts";

/** What the reference said of each test, by `module::test`. */
export type ReferenceVerdicts = ReadonlyMap<string, { readonly passed: boolean; readonly report: string }>;

const WORKER = `
const { parentPort, workerData } = require("node:worker_threads");
import(workerData.builder).then(async ({ initMovePackageBuilder, testMovePackage }) => {
  await initMovePackageBuilder();
  parentPort.on("message", async (files) => {
    const result = await testMovePackage({ files, silenceWarnings: true, network: "mainnet" });
    parentPort.postMessage("error" in result ? { error: result.error } : { output: result.output });
  });
}).catch((error) => { throw error; });
`;

/** The reference VM, in a thread that is ended when a set of tests takes too long. */
export class ReferenceVm {
  #worker: Worker | undefined;

  /** Compiles the sources with their tests and runs these. Throws if they do not compile or take longer than `timeoutMs`. */
  async test(sources: Readonly<Record<string, string>>, timeoutMs: number): Promise<ReferenceVerdicts> {
    const worker = (this.#worker ??= new Worker(WORKER, {
      eval: true,
      workerData: { builder: import.meta.resolve("@zktx.io/sui-move-builder/full") },
    }));
    const answer = new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        void this.close();
        reject(new Error(`the reference took longer than ${timeoutMs} ms`));
      }, timeoutMs);
      worker.once("message", (message) => {
        clearTimeout(timer);
        worker.removeAllListeners("error");
        resolve(message);
      });
      worker.once("error", (error) => {
        clearTimeout(timer);
        this.#worker = undefined;
        reject(error);
      });
    });
    worker.postMessage({ "Move.toml": MANIFEST, ...BASE_SOURCES, ...sources });
    const message = await answer;
    if (typeof message !== "object" || message === null) throw new Error("the reference answered nothing");
    if ("error" in message) throw new Error(`the reference failed: ${String(message.error)}`);
    return verdicts("output" in message ? String(message.output) : "");
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

function verdicts(coloured: string): ReferenceVerdicts {
  // eslint-disable-next-line no-control-regex -- the colours of a terminal
  const output = coloured.replace(/\u001b\[[0-9;]*m/g, "");
  const found = new Map<string, { passed: boolean; report: string }>();
  for (const [, word, name = ""] of output.matchAll(/^\[ (PASS|FAIL|TIMEOUT)\s*\] \w+::(\w+::\w+)/gm)) {
    const test = name.split("::")[1] ?? "";
    const start = word === "PASS" ? -1 : output.indexOf(`┌── ${test} ──`);
    found.set(name, { passed: word === "PASS", report: start < 0 ? "" : output.slice(start, output.indexOf("└─────", start)) });
  }
  if (found.size === 0) throw new Error(`the reference ran no tests: ${output.slice(0, 2000)}`);
  return found;
}
