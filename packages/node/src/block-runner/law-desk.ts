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
  private readonly ledger: Pick<Ledger, "head" | "beginRecount">;
  private last: LawCount | undefined;
  private running: { readonly height: bigint; readonly count: Promise<LawCount> } | undefined;
  private next: Promise<LawCount> | undefined;

  constructor(ledger: Pick<Ledger, "head" | "beginRecount">) {
    this.ledger = ledger;
  }

  /**
   * A recount of the block that is the head now, or of a later one. Who comes while one of the head runs shares it; who comes after a
   * block that it is without shares the one after it. Rejects where the state cannot be read.
   */
  count(): Promise<LawCount> {
    const { running, last, ledger } = this;
    const height = ledger.head?.height;
    if (running !== undefined && running.height !== height) {
      this.next ??= running.count.then(() => {
        this.next = undefined;
        return this.count();
      });
      return this.next;
    }
    if (running !== undefined) return running.count;
    return last !== undefined && last.height === height ? Promise.resolve(last) : this.begin();
  }

  private begin(): Promise<LawCount> {
    const recount = this.ledger.beginRecount();
    const count = new Promise<LawCount>((resolve, reject) => {
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
    this.running = { height: recount.height, count };
    return count;
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
