/** Minor units with a decimal point: `formatAmount("-1250", 2)` is `-12.50`. */
export function formatAmount(amountMinor: string, decimals: number): string {
  const negative = amountMinor.startsWith("-");
  const digits = (negative ? amountMinor.slice(1) : amountMinor).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return negative ? `-${text}` : text;
}

/** A block time as `2026-11-21 20:05:00` in a zone so many minutes east of Greenwich. */
export function formatTime(timeMs: number, zoneOffsetMinutes: number): string {
  return new Date(timeMs + zoneOffsetMinutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
}
