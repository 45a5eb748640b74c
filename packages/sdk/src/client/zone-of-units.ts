/** Where days and months end for all units of a ledger, in minutes east of Greenwich; 0, which is UTC, where they differ or there are none. */
export function zoneOfUnits(instruments: readonly { readonly zoneOffsetMinutes: number }[]): number {
  const [zone = 0, ...others] = new Set(instruments.map(({ zoneOffsetMinutes }) => zoneOffsetMinutes));
  return others.length === 0 ? zone : 0;
}
