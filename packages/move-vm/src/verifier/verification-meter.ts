/**
 * Units one module may cost. A unit is an elementary step of a pass, 30 to 100 ns once the engine has compiled the passes.
 * What the compiler makes costs 10 to 30 units an instruction, hostile modules without end.
 */
export const VERIFICATION_LIMIT = 400_000;
/** Units the modules of one package may cost together. */
export const PACKAGE_VERIFICATION_LIMIT = 1_000_000;

/**
 * Bounds the work of a verification, whatever the input: every pass pays before it works, in proportion to what it
 * visits. The figures do not depend on the machine, so that all nodes refuse the same modules.
 */
export class VerificationMeter {
  readonly #limit: number;
  #left: number;
  /** What must be left: not 0 while a module is measured on its own. */
  #floor = 0;

  /** A meter of `limit` units. */
  constructor(limit: number = VERIFICATION_LIMIT) {
    this.#limit = limit;
    this.#left = limit;
  }

  /** Units spent so far. */
  get spent(): number {
    return this.#limit - this.#left;
  }

  /** From here on no more than `units` may be spent, of what is left; `undefined` for all of it. */
  allow(units: number | undefined): void {
    this.#floor = units === undefined ? 0 : Math.max(0, this.#left - units);
  }

  /** Pays for `units` of work; false if they are more than is left. */
  spend(units: number): boolean {
    this.#left -= units;
    return this.#left >= this.#floor;
  }
}
