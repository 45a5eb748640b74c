/** A part of a whole in hundredths of a per cent, rounded to the nearest; 0 of nothing. */
export function basisPointsOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 20_000n + whole) / (whole * 2n));
}

/** What an issue to others leaves of a holder's share: before, after, and how much of the share is lost, in hundredths of a per cent. */
export function dilutionOf(heldMinor: bigint, outstandingMinor: bigint, issueMinor: bigint) {
  return {
    beforeBps: basisPointsOf(heldMinor, outstandingMinor),
    afterBps: basisPointsOf(heldMinor, outstandingMinor + issueMinor),
    lostBps: basisPointsOf(issueMinor, outstandingMinor + issueMinor),
  };
}
