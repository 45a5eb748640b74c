/** A number below `count` that looks as if drawn: murmur3's finalizer over the index. */
export function spread(index: number, count: number): number {
  let hash = index >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}
