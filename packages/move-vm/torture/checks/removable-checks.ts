/** The name in the global scope under which a rewritten verifier finds its {@link RemovableChecks}. */
export const REMOVABLE_CHECKS = "removableChecks";

/** Which check is left out, and which ones code has come by. */
export class RemovableChecks {
  /** Number of the check that is left out, 0 for none. */
  removed = 0;
  readonly met = new Set<number>();

  /** Whether to go on without the check. */
  without(id: number): boolean {
    this.met.add(id);
    return this.removed === id;
  }
}
