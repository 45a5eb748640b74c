/** Units one module may cost. A unit is an elementary step of a pass: 1,000,000 took 50 to 150 ms where this was measured. */
export const VERIFICATION_LIMIT = 300_000;
/** Units the modules of one package may cost together. */
export const PACKAGE_VERIFICATION_LIMIT = 1_000_000;

/**
 * Bounds the work of a verification, whatever the input: every pass pays before it works, in proportion to what it
 * visits. The figures do not depend on the machine, so that all nodes refuse the same modules.
 */
export class VerificationMeter {
  readonly #limit: number;
  readonly #whole: VerificationMeter | undefined;
  #spent = 0;

  /** A meter of `limit` units; what is spent on it is spent on `whole` as well. */
  constructor(limit: number = VERIFICATION_LIMIT, whole?: VerificationMeter) {
    this.#limit = limit;
    this.#whole = whole;
  }

  /** Units spent so far. */
  get spent(): number {
    return this.#spent;
  }

  /** Pays for `units` of work; false if they are more than is left. */
  spend(units: number): boolean {
    this.#spent += units;
    return this.#spent <= this.#limit && this.#whole?.spend(units) !== false;
  }
}
