import { createHash } from "node:crypto";
import fs from "node:fs";
import { dirname } from "node:path";
import type { Case } from "../alerts/case.ts";
import { stateFromJson, stateToJson } from "../alerts/state-json.ts";

/** The journal of cases is not as it was written. */
export class CaseJournalError extends Error {
  override readonly name: string = "CaseJournalError";
}

/** What the first line's hash follows. */
const BEGINNING = "0".repeat(64);

/**
 * Cases on disk: a line of text for each act, with the whole case after it. Each line begins with a SHA-256 of the line before's and its own
 * text, so that a line cannot be changed, left out or moved unseen. A line is synced before the act counts.
 */
export class CaseJournal {
  readonly #file: number;
  #last: string;

  private constructor(file: number, last: string) {
    this.#file = file;
    this.#last = last;
  }

  /**
   * Opens a journal, or begins one, and gives `take` every case in it, the newest of each last. A last line that is not whole was never
   * answered and is removed. Throws {@link CaseJournalError} where any other line is not as it was written.
   */
  static open(path: string, take: (file: Case) => void): CaseJournal {
    fs.mkdirSync(dirname(path), { recursive: true });
    const file = fs.openSync(path, "a+", 0o600);
    try {
      const text = fs.readFileSync(path);
      const end = text.lastIndexOf(0x0a) + 1;
      const last = readLines(path, text.subarray(0, end).toString(), take);
      if (end < text.length) {
        fs.ftruncateSync(file, end);
        fs.fsyncSync(file);
      }
      syncDirectory(dirname(path));
      return new CaseJournal(file, last);
    } catch (error) {
      fs.closeSync(file);
      throw error;
    }
  }

  /** Writes a case as it is after an act; it is on disk when this returns. */
  write(file: Case): void {
    const json = stateToJson(file);
    const hash = hashOf(this.#last, json);
    const line = Buffer.from(`${hash} ${json}\n`);
    let written = 0;
    while (written < line.length) written += fs.writeSync(this.#file, line, written);
    fs.fsyncSync(this.#file);
    this.#last = hash;
  }

  close(): void {
    fs.closeSync(this.#file);
  }
}

function readLines(path: string, text: string, take: (file: Case) => void): string {
  let last = BEGINNING;
  for (const [place, line] of text.split("\n").slice(0, -1).entries()) {
    const json = line.slice(BEGINNING.length + 1);
    const hash = hashOf(last, json);
    if (line !== `${hash} ${json}`) {
      throw new CaseJournalError(`The journal of cases (${path}) is damaged at line ${place + 1}: bring it back from a copy.`);
    }
    last = hash;
    // This class alone writes these lines.
    take(stateFromJson(json) as Case);
  }
  return last;
}

function hashOf(last: string, json: string): string {
  return createHash("sha256").update(last).update(json).digest("hex");
}

function syncDirectory(path: string): void {
  const directory = fs.openSync(path, "r");
  fs.fsyncSync(directory);
  fs.closeSync(directory);
}
