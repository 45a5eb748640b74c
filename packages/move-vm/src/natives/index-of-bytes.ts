/** Index of the first occurrence of `part`, -1 if there is none; in time linear in both, whatever they hold (Knuth, Morris, Pratt). */
export function indexOfBytes(bytes: readonly number[], part: readonly number[]): number {
  if (part.length === 0) return 0;
  if (part.length > bytes.length) return -1;
  const borders = bordersOf(part);
  let matched = 0;
  for (let index = 0; index < bytes.length; index++) {
    while (matched > 0 && bytes[index] !== part[matched]) matched = borders[matched - 1] ?? 0;
    if (bytes[index] === part[matched]) matched++;
    if (matched === part.length) return index - matched + 1;
  }
  return -1;
}

/** For each prefix of `part` the length of the longest one that is also its end, itself aside. */
function bordersOf(part: readonly number[]): Uint32Array {
  const borders = new Uint32Array(part.length);
  let matched = 0;
  for (let index = 1; index < part.length; index++) {
    while (matched > 0 && part[index] !== part[matched]) matched = borders[matched - 1] ?? 0;
    if (part[index] === part[matched]) matched++;
    borders[index] = matched;
  }
  return borders;
}
