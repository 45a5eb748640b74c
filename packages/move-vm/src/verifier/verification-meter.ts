/** Units one module, or one package published together, may cost. A unit is an elementary step of a pass, at most some 50 ns. */
export const VERIFICATION_LIMIT = 1_000_000;

/**
 * Bounds the work of a verification, whatever the input: every pass pays before it works, in proportion to what it
 * visits. The figure does not depend on the machine, so that all nodes refuse the same modules.
 */
export class VerificationMeter {
  #left: number;
  #spent = 0;

  constructor(limit: number = VERIFICATION_LIMIT) {
    this.#left = limit;
  }

  /** Units spent so far. */
  get spent(): number {
    return this.#spent;
  }

  /** Pays for `units` of work; false if they are more than is left. */
  spend(units: number): boolean {
    this.#left -= units;
    this.#spent += units;
    return this.#left >= 0;
  }
}
