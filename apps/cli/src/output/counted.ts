/** How many there are of something, in words for people: `1 payment`, `2 payments`. The plural ends in s. */
export function counted(count: number | bigint | string, noun: string): string {
  return `${count} ${noun}${BigInt(count) === 1n ? "" : "s"}`;
}
