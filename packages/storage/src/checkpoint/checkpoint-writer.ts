import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { encodeWriteBatch } from "./write-batch.ts";

/** To the thread that writes. */
export type CheckpointCommand =
  | { readonly kind: "entries"; readonly batch: ArrayBuffer }
  | { readonly kind: "commit"; readonly markKey: Uint8Array; readonly mark: Uint8Array }
  | { readonly kind: "close" };

/** From the thread that writes. */
export type CheckpointReport = { readonly kind: "committed" } | { readonly kind: "failed"; readonly message: string };

/** Entries are handed over in pieces of this many, half a millisecond's work each, so that nobody waits long for a turn. */
const PIECE_ENTRIES = 500;
// Threads run what was built, also when a test runs the sources.
const BUILT = new URL("./checkpoint-worker.js", import.meta.url);
const WORKER = import.meta.url.endsWith(".ts") ? new URL("../../dist/checkpoint/checkpoint-worker.js", import.meta.url) : BUILT;

/** Writes the checkpoint's transactions in a thread of its own, begun with the first: LMDB's work is no part of the caller's. */
export class CheckpointWriter {
  readonly #path: string;
  #worker: Worker | undefined;
  #outcome: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  #ended: Error | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Writes entries and mark in one transaction; resolves when it is durable. One at a time; `entries` must not change meanwhile. */
  async write(
    entries: Iterable<readonly [key: string, value: Uint8Array | undefined]>,
    markKey: Uint8Array,
    mark: Uint8Array,
  ): Promise<void> {
    const worker = this.#started();
    let piece: (readonly [string, Uint8Array | undefined])[] = [];
    const send = () => {
      const batch = encodeWriteBatch(piece);
      piece = [];
      worker.postMessage({ kind: "entries", batch } satisfies CheckpointCommand, [batch]);
    };
    for (const entry of entries) {
      piece.push(entry);
      if (piece.length < PIECE_ENTRIES) continue;
      send();
      await nextTurn();
    }
    send();
    if (this.#ended !== undefined) throw this.#ended;
    await new Promise<void>((resolve, reject) => {
      this.#outcome = { resolve, reject };
      worker.postMessage({ kind: "commit", markKey, mark } satisfies CheckpointCommand);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined || this.#ended !== undefined) return;
    const exited = once(worker, "exit");
    worker.postMessage({ kind: "close" } satisfies CheckpointCommand);
    await exited;
  }

  #started(): Worker {
    if (this.#ended !== undefined) throw this.#ended;
    if (this.#worker !== undefined) return this.#worker;
    // Without the process's own options: some of them are for its main program alone.
    const worker = new Worker(WORKER, { workerData: this.#path, name: "checkpoint", execArgv: [] });
    worker.on("message", (report: CheckpointReport) => {
      const outcome = this.#outcome;
      this.#outcome = undefined;
      if (report.kind === "committed") outcome?.resolve();
      else outcome?.reject(new Error(report.message));
    });
    worker.on("error", (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", (code) => this.#end(new Error(`the thread that writes it ended with code ${code}`)));
    this.#worker = worker;
    return worker;
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#outcome?.reject(this.#ended);
    this.#outcome = undefined;
  }
}
