import { closeSync, existsSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { PreparedTransaction } from "@sycee/sdk";
import type { StepOutcome } from "./step.ts";

/** What a run is for: a journal of another run is not continued. */
export interface RunIdentity {
  readonly chainId: string;
  readonly payerTier: number;
}

/** Where one step stands. */
export interface StepRecord {
  /** The last transaction signed for it. */
  readonly sent: PreparedTransaction | undefined;
  readonly outcome: StepOutcome | undefined;
}

type Line =
  | ({ readonly kind: "run" } & RunIdentity)
  | { readonly kind: "sent"; readonly step: string; readonly id: string; readonly expiryMs: string; readonly bytes: string }
  | { readonly kind: "done"; readonly step: string; readonly outcome: StepOutcome };

/** A journal that belongs to another run than the one asked for. */
export class JournalMismatchError extends Error {
  override readonly name = "JournalMismatchError";
}

/**
 * What this client has signed, kept on disk before it is sent. Whoever dies after sending finds here which transactions to ask
 * about: sending the same bytes again never pays twice, and only what the ledger says will never happen is signed anew.
 */
export class Journal {
  private readonly file: number;
  private readonly steps: Map<string, StepRecord>;

  private constructor(file: number, steps: Map<string, StepRecord>) {
    this.file = file;
    this.steps = steps;
  }

  /** Opens the journal at `path`, or begins it. Throws {@link JournalMismatchError} when it belongs to another run. */
  static open(path: string, run: RunIdentity): Journal {
    mkdirSync(dirname(path), { recursive: true });
    const text = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    // A line without its end was being written when the process died, and was never acted on.
    const complete = text.subarray(0, text.lastIndexOf(10) + 1);
    const lines = complete.toString("utf8").split("\n").slice(0, -1).map(parseLine);
    const [first] = lines;
    if (first !== undefined) checkRun(first, run);
    const file = openSync(path, "a");
    ftruncateSync(file, complete.length);
    const journal = new Journal(file, recordsOf(lines));
    if (first === undefined) journal.write([{ kind: "run", ...run }], true);
    return journal;
  }

  /** Where a step stands; `undefined` if nothing was ever signed for it. */
  get(step: string): StepRecord | undefined {
    return this.steps.get(step);
  }

  /** Notes transactions and syncs: to be called before they are sent. */
  sending(transactions: readonly { readonly step: string; readonly transaction: PreparedTransaction }[]): void {
    if (transactions.length === 0) return;
    for (const { step, transaction } of transactions) this.steps.set(step, { sent: transaction, outcome: undefined });
    this.write(
      transactions.map(({ step, transaction: { id, expiryMs, bytes } }) => ({
        kind: "sent",
        step,
        id,
        expiryMs: expiryMs.toString(),
        bytes: Buffer.from(bytes).toString("base64"),
      })),
      true,
    );
  }

  /** Notes outcomes. Not synced: the ledger knows them too. */
  done(outcomes: readonly { readonly step: string; readonly outcome: StepOutcome }[]): void {
    for (const { step, outcome } of outcomes) this.steps.set(step, { sent: this.steps.get(step)?.sent, outcome });
    this.write(
      outcomes.map(({ step, outcome }) => ({ kind: "done", step, outcome })),
      false,
    );
  }

  close(): void {
    closeSync(this.file);
  }

  private write(lines: readonly Line[], sync: boolean): void {
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    for (let written = 0; written < bytes.length; ) written += writeSync(this.file, bytes, written);
    if (sync) fdatasyncSync(this.file);
  }
}

function parseLine(text: string): Line {
  // Only this class writes the file, and whole lines of it are read.
  return JSON.parse(text) as Line;
}

function checkRun(line: Line, run: RunIdentity): void {
  if (line.kind !== "run" || line.chainId !== run.chainId) {
    throw new JournalMismatchError("The journal in this directory belongs to another ledger. Choose another directory.");
  }
  if (line.payerTier !== run.payerTier) {
    throw new JournalMismatchError(
      `The run in this directory was begun with --payer-tier ${line.payerTier}. Continue it with that, or choose another directory.`,
    );
  }
}

function recordsOf(lines: readonly Line[]): Map<string, StepRecord> {
  const records = new Map<string, StepRecord>();
  for (const line of lines) {
    if (line.kind === "sent") {
      const sent = { id: line.id, expiryMs: BigInt(line.expiryMs), bytes: new Uint8Array(Buffer.from(line.bytes, "base64")) };
      records.set(line.step, { sent, outcome: undefined });
    } else if (line.kind === "done") {
      records.set(line.step, { sent: records.get(line.step)?.sent, outcome: line.outcome });
    }
  }
  return records;
}
