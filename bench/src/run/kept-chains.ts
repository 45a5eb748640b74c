import { createHash, type Hash } from "node:crypto";
import { constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Population } from "../payments/populate.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** Whatever decides what a chain is, and what its files are: code as it was built, and the modules of the genesis. */
const DECIDING = [
  ...["bcs", "protocol", "move-vm", "ledger", "storage", "node", "sdk"].map((name) => `packages/${name}/dist`),
  "bench/dist/payments",
  "move/build",
];
const KEY_DIGITS = 16;

/** How a chain was made. */
export interface Making {
  readonly seconds: number;
}

/**
 * Chains of many accounts, kept between runs: each takes longer to make than to measure. A chain is kept for its population and the code that
 * made it, to the byte; with other code it is made anew, and those of the code before are removed.
 */
export class KeptChains {
  readonly #directory: string;
  #key: string | undefined;

  /** In a directory that is made when something is kept. `code` says which code makes chains now; what was built if absent. */
  constructor(directory: string, code?: string) {
    this.#directory = directory;
    this.#key = code;
  }

  /** Copies the chain of a population into an empty directory; `undefined` where none is kept. */
  async copyTo(directory: string, population: Population): Promise<Making | undefined> {
    const kept = this.#placeOf(population);
    if (!existsSync(kept)) return undefined;
    // A copy that shares the file's blocks where the file system can.
    await cp(join(kept, "chain"), directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
    return JSON.parse(readFileSync(join(kept, "making.json"), "utf8")) as Making;
  }

  /** Keeps a copy of the chain in a directory that nobody has open. `work` is an empty directory on the same file system. */
  async keep(directory: string, population: Population, making: Making, work: string): Promise<void> {
    mkdirSync(this.#directory, { recursive: true });
    for (const name of readdirSync(this.#directory)) {
      if (!name.startsWith(this.#code)) rmSync(join(this.#directory, name), { recursive: true, force: true });
    }
    await cp(directory, join(work, "chain"), { recursive: true, mode: constants.COPYFILE_FICLONE });
    writeFileSync(join(work, "making.json"), JSON.stringify(making));
    const kept = this.#placeOf(population);
    // Another run may have kept the same meanwhile: then this one goes.
    if (existsSync(kept)) rmSync(work, { recursive: true });
    else renameSync(work, kept);
  }

  get #code(): string {
    this.#key ??= keyOfCode();
    return this.#key;
  }

  #placeOf({ accounts, keyed, customers }: Population): string {
    return join(this.#directory, `${this.#code}-${accounts}-${keyed}-${customers}`);
  }
}

function keyOfCode(): string {
  const hash = createHash("sha256");
  for (const name of DECIDING) addFiles(hash, name);
  return hash.digest("hex").slice(0, KEY_DIGITS);
}

function addFiles(hash: Hash, name: string): void {
  const entries = readdirSync(join(ROOT, name), { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${name}/${entry.name}`;
    if (entry.isDirectory()) addFiles(hash, path);
    else if (/\.(js|mv)$/.test(entry.name))
      hash.update(`${path}\0`).update(
        createHash("sha256")
          .update(readFileSync(join(ROOT, path)))
          .digest(),
      );
  }
}
