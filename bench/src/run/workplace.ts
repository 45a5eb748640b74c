import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Where a run keeps its files, and what it has to end. It lies beside the results and so on the disk of the working copy: a
 * temporary directory may lie in memory, where durability costs nothing.
 */
export class Workplace {
  readonly directory: string;
  readonly #stops = new Set<() => void>();
  readonly #interrupt = (): void => {
    this.close();
    process.exit(130);
  };

  constructor(results: string) {
    mkdirSync(results, { recursive: true });
    this.directory = mkdtempSync(join(results, "run-"));
    // A server that runs as somebody else has its directory in it.
    chmodSync(this.directory, 0o711);
    process.on("SIGINT", this.#interrupt);
    process.on("SIGTERM", this.#interrupt);
  }

  /** A directory of its own, empty; removed with the rest. */
  makeDirectory(name: string): string {
    return mkdtempSync(join(this.directory, `${name}-`));
  }

  /** Has `stop` called when the run ends or is interrupted, whatever happened. It may be called when there is nothing left to stop. */
  onEnd(stop: () => void): void {
    this.#stops.add(stop);
  }

  /** Stops all that was started and removes all files. */
  close(): void {
    process.off("SIGINT", this.#interrupt);
    process.off("SIGTERM", this.#interrupt);
    for (const stop of this.#stops) stop();
    this.#stops.clear();
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }
}
