/** One thing to measure, in three forms that do the same work. */
export interface VmCase {
  readonly name: string;
  /** Name of its function in `vm-programs/cases.move`. */
  readonly function: string;
  /** The second argument of the function: a size, or a number that the arithmetic starts from. */
  readonly operand: bigint;
  /** A number above 2^53 to pass through the same code; `undefined` where the operand is a size. */
  readonly bigOperand: bigint | undefined;
  /** The same as hand-written JavaScript, with the same checks; answers what the Move function answers. */
  readonly handwritten: (iterations: number, operand: number | bigint) => number | bigint;
  /** Iterations of one sample of ours, and in the two tests of the reference. */
  readonly samples: { readonly ours: number; readonly referenceFew: number; readonly referenceMany: number };
  /** How many times as fast as the reference it has to be. */
  readonly target: number;
}

/** What was measured, in nanoseconds an iteration. */
export interface VmMeasurement {
  readonly name: string;
  /** The slower of the two below. */
  readonly oursNs: number;
  readonly oursFreshNs: number;
  /** After a number above 2^53 has gone through the same code. */
  readonly oursAfterBigNs: number;
  readonly referenceNs: number;
  readonly handwrittenNs: number;
  readonly target: number;
}
