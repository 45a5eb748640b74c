/** The stages of a submission in order; see docs/pipeline.md for what each does and on which thread. */
export const STAGES = ["decode", "check", "verify", "order", "execute", "commit", "answer"] as const;

/** A stage of a submission. */
export type Stage = (typeof STAGES)[number];

/** Where each stage's count lies. */
const PLACES: Readonly<Record<Stage, number>> = { decode: 0, check: 1, verify: 2, order: 3, execute: 4, commit: 5, answer: 6 };

/**
 * How much work stands in each stage, in memory that all threads share: whoever takes work over from a stage moves its
 * count. `decode` counts requests, the other stages transactions.
 */
export class StageBoard {
  readonly memory: SharedArrayBuffer;
  private readonly depths: Int32Array;

  /** A board of its own, or another view of the same one. */
  constructor(memory = new SharedArrayBuffer(4 * STAGES.length)) {
    this.memory = memory;
    this.depths = new Int32Array(memory);
  }

  depth(stage: Stage): number {
    return Atomics.load(this.depths, PLACES[stage]);
  }

  enter(stage: Stage, count: number): void {
    Atomics.add(this.depths, PLACES[stage], count);
  }

  leave(stage: Stage, count: number): void {
    Atomics.sub(this.depths, PLACES[stage], count);
  }

  move(from: Stage, to: Stage, count: number): void {
    this.enter(to, count);
    this.leave(from, count);
  }
}
