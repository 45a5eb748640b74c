import type { Ledger } from "@sycee/ledger";
import type { LawJson } from "@sycee/protocol";
import type { JsonAnswer } from "./executor-messages.ts";

/** Bytes of entries that are counted between two blocks: some milliseconds. */
const STEP_BYTES = 128 * 1024;

/** What a recount found. */
export interface LawCount {
  readonly height: bigint;
  readonly answer: JsonAnswer;
  /** Which law the state breaks, in a sentence: no transaction can have done that, so the state is damaged. */
  readonly broken: string | undefined;
}

/** Recounts the laws from the whole state in steps, so that no block waits for more than one of them. */
export class LawDesk {
  private readonly ledger: Ledger;
  private last: LawCount | undefined;
  private running: Promise<LawCount> | undefined;
  private next: Promise<LawCount> | undefined;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** A recount of the block that is the head now, or of a later one: who comes while one runs shares the one after it. */
  count(): Promise<LawCount> {
    if (this.running !== undefined) {
      this.next ??= this.running.then(() => {
        this.next = undefined;
        return this.begin();
      });
      return this.next;
    }
    if (this.last !== undefined && this.last.height === this.ledger.head?.height) return Promise.resolve(this.last);
    return this.begin();
  }

  private begin(): Promise<LawCount> {
    const recount = this.ledger.beginRecount();
    this.running = new Promise<LawCount>((resolve, reject) => {
      const step = (): void => {
        try {
          const laws = recount.step(STEP_BYTES);
          if (laws === undefined) {
            setImmediate(step);
            return;
          }
          this.running = undefined;
          this.last = countOf(recount.height, laws);
          resolve(this.last);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      setImmediate(step);
    });
    return this.running;
  }
}

function countOf(height: bigint, results: ReturnType<Ledger["recountLaws"]>): LawCount {
  const laws: LawJson[] = results.map((law) => ({ ...law, evidence: law.evidence.map((line) => ({ ...line })) }));
  const failing = laws.filter((law) => !law.holds);
  const broken = failing.length === 0 ? undefined : brokenSentence(height, failing);
  return { height, answer: { status: 200, body: JSON.stringify({ height: height.toString(), laws }) }, broken };
}

function brokenSentence(height: bigint, laws: readonly LawJson[]): string {
  const evidence = laws.map((law) => `law ${law.law} (${law.name}): ${JSON.stringify(law.evidence)}`).join("; ");
  return `A recount at block ${height} breaks ${evidence}. Stop using this directory's state/: verify the log with "sycee verify"`;
}
