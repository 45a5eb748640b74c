/**
 * The clock that gives blocks their time, milliseconds since 1970: the machine's, moved by a constant. A simulated clock
 * is one whose constant was chosen; it runs at the real pace.
 */
export interface LedgerClock {
  readonly offsetMs: number;
  nowMs(): bigint;
}

export function createLedgerClock(offsetMs: number): LedgerClock {
  return { offsetMs, nowMs: () => BigInt(Math.floor(Date.now() + offsetMs)) };
}

/** A clock that shows `startMs` now. */
export function clockFrom(startMs: number): LedgerClock {
  return createLedgerClock(startMs - Date.now());
}
