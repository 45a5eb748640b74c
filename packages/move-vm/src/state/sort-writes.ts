/** Bits of a number that hold a write's place: writes beyond are sorted the slow way. */
const PLACES = 2 ** 18;

interface Keyed {
  readonly key: Uint8Array;
}

/**
 * Sorts writes, or what will become writes, by the bytes of their keys. Numbers made of a key's tag, its next four bytes and the
 * write's place are sorted by the engine without a call for each comparison; keys mostly differ there already, because hashes and
 * addresses follow the tag.
 */
export function sortByKey<Write extends Keyed>(writes: readonly Write[]): Write[] {
  if (writes.length > PLACES) return [...writes].sort(compareKeys);
  const order = new Float64Array(writes.length);
  let place = 0;
  for (const { key } of writes) {
    if ((key[0] ?? 0) > 7) return [...writes].sort(compareKeys);
    order[place] = headOf(key) * PLACES + place;
    place += 1;
  }
  order.sort();
  const sorted: Write[] = [];
  let headBefore = -1;
  for (const number of order) {
    const write = writes[number % PLACES];
    if (write === undefined) throw new Error("a write lost its place");
    let position = sorted.push(write) - 1;
    const head = Math.floor(number / PLACES);
    if (head !== headBefore) {
      headBefore = head;
      continue;
    }
    // Only where the heads are the same is there anything left to compare.
    for (let before = sorted[position - 1]; before !== undefined && compareKeys(before, write) > 0; before = sorted[position - 1]) {
      sorted[position] = before;
      sorted[--position] = write;
    }
  }
  return sorted;
}

// Absent bytes count as zeros: whether one key begins with the other is for the comparison to tell.
function headOf(key: Uint8Array): number {
  let head = 0;
  for (let index = 0; index < 5; index++) head = head * 0x100 + (key[index] ?? 0);
  return head;
}

/** Orders writes by the bytes of their keys. */
export function compareKeys({ key: left }: Keyed, { key: right }: Keyed): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
