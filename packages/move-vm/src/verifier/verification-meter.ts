/**
 * Units one module may cost. A unit is an elementary step of a pass, 30 to 100 ns once the engine has compiled the passes.
 * What the compiler makes costs 10 to 30 units an instruction, the largest module of the framework 39,000, hostile modules
 * without end. Before the engine has compiled the passes a unit takes up to 500 ns.
 */
export const VERIFICATION_LIMIT = 200_000;
/** Units the modules of one package may cost together. */
export const PACKAGE_VERIFICATION_LIMIT = 1_000_000;

/** Who pays for the work of a verification. */
export interface Payer {
  /** Pays for `units` of work; throws when they are more than is left. */
  charge(units: number): void;
}

/**
 * Bounds the work of a verification, whatever the input: every pass pays before it works, in proportion to what it
 * visits. The figures do not depend on the machine, so that all nodes refuse the same modules.
 */
export class VerificationMeter {
  readonly #limit: number;
  /** Units not spent yet; below `floor` they were too few. Passes take from it where it lies: they do so hundreds of thousands of times. */
  left: number;
  /** What must be left: not 0 while a module is measured on its own. */
  floor = 0;

  /** A meter of `limit` units. */
  constructor(limit: number = VERIFICATION_LIMIT) {
    this.#limit = limit;
    this.left = limit;
  }

  /** Units spent so far. */
  get spent(): number {
    return this.#limit - this.left;
  }

  /** From here on no more than `units` may be spent, of what is left; `undefined` for all of it. */
  allow(units: number | undefined): void {
    this.floor = units === undefined ? 0 : Math.max(0, this.left - units);
  }
}
