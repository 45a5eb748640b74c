import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { retainedSnapshots, snapshotsDirectory } from "./retained-snapshots.ts";

/** How often a node makes snapshots of its own chain, and how many it keeps. */
export interface SnapshotPolicy {
  /** Blocks from one to the next, at least 1. */
  readonly everyBlocks: number;
  /** The newest so many stay, at least 1. */
  readonly keep: number;
}

const MAX_REASON = 4_096;

/** Makes snapshots as blocks pass, one at a time, each in a process of its own so that no payment waits for it. */
export class SnapshotKeeper {
  readonly #dataDirectory: string;
  readonly #policy: SnapshotPolicy;
  readonly #failed: (reason: string) => void;
  #last: number;
  #running: ChildProcess | undefined;

  /** `failed` is told of a snapshot that could not be made; the next one is tried at its time. */
  constructor(dataDirectory: string, policy: SnapshotPolicy, failed: (reason: string) => void) {
    this.#dataDirectory = dataDirectory;
    this.#policy = policy;
    this.#failed = failed;
    this.#last = retainedSnapshots(dataDirectory).at(-1)?.height ?? 0;
    removeUnfinished(snapshotsDirectory(dataDirectory));
  }

  /** To be called for every durable block. */
  block(height: bigint): void {
    if (this.#running !== undefined || Number(height) < this.#last + this.#policy.everyBlocks) return;
    this.#last = Number(height);
    try {
      this.#begin();
    } catch (error) {
      // No process to be had: the system lacks memory or descriptors. The node goes on.
      this.#failed(error instanceof Error ? error.message : String(error));
    }
  }

  /** Ends a snapshot that is being made, unfinished. */
  async close(): Promise<void> {
    const child = this.#running;
    if (child === undefined) return;
    this.#running = undefined;
    await new Promise<void>((resolve) => {
      child.once("error", () => resolve());
      child.once("close", () => resolve());
      child.kill();
    });
    removeUnfinished(snapshotsDirectory(this.#dataDirectory));
  }

  #begin(): void {
    const script = fileURLToPath(new URL("./snapshot-process.js", import.meta.url));
    const child: ChildProcess = spawn(process.execPath, [script, this.#dataDirectory, `${this.#policy.keep}`], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#running = child;
    let reason = "";
    child.stderr?.on("data", (text: Buffer) => {
      if (reason.length < MAX_REASON) reason += text.toString();
    });
    // Without a process there may be no "close".
    child.once("error", (error) => this.#ended(child, error.message));
    child.once("close", (code, signal) => {
      const end = signal === null ? reason : `its process was ended by ${signal}`;
      this.#ended(child, code === 0 ? undefined : end);
    });
  }

  #ended(child: ChildProcess, problem: string | undefined): void {
    // Else it was ended by `close`, or has been told of.
    if (this.#running !== child) return;
    this.#running = undefined;
    if (problem !== undefined) this.#failed(problem);
  }
}

// What an export leaves when its process ends early.
function removeUnfinished(directory: string): void {
  if (!fs.existsSync(directory)) return;
  for (const name of fs.readdirSync(directory)) if (name.endsWith(".partial")) fs.rmSync(join(directory, name));
}
