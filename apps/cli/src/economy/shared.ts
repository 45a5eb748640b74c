/** Parts of an amount by weights: each rounded down, what is left over with the last. All parts together are the amount. */
export function shared(amountMinor: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => (amountMinor * weight) / whole);
  const given = parts.slice(0, -1).reduce((sum, part) => sum + part, 0n);
  return [...parts.slice(0, -1), amountMinor - given];
}
