/** A bar so many times higher than nearly all others would leave nothing to see of them. */
const FAR_HIGHER = 5;
const FEWEST_BARS = 5;

/**
 * How high bars are drawn: where a few are far higher than nine in ten of the others, the axis ends a little above those and the few are cut off.
 * `undefined` where the axis may reach as high as it must. Heights are not negative.
 */
export function cutOf(heights: readonly number[]): number | undefined {
  const rising = heights.filter((height) => height > 0).toSorted((left, right) => left - right);
  if (rising.length < FEWEST_BARS) return undefined;
  const usual = rising[Math.ceil(rising.length * 0.9) - 2] ?? 0;
  const highest = rising.at(-1) ?? 0;
  return highest > FAR_HIGHER * usual ? Math.ceil(usual * 2) : undefined;
}
