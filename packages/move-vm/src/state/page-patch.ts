/** Elements that a page has at most: their numbers fit a byte, as does their count in ULEB128. */
const MAX_ELEMENTS = 64;

/**
 * What a patch says: for each element that changed, ascending, its position (one byte), how many of its bytes follow (one
 * byte), and these: the element's new bytes without the zeros at its end. Patches are of pages with as many elements as
 * before, all of one size below 256 bytes.
 *
 * Writes the patch from `before` to `after`, both BCS of such a page, at `at` in `target`; `changed` are the elements'
 * positions. Answers where it ends.
 */
export function putPagePatch(after: Uint8Array, changed: readonly number[], target: Uint8Array, at: number): number {
  const size = elementSize(after);
  let end = at;
  for (const position of changed) {
    const start = 1 + position * size;
    let length = size;
    while (length > 0 && after[start + length - 1] === 0) length--;
    target[end] = position;
    target[end + 1] = length;
    for (let index = 0; index < length; index++) target[end + 2 + index] = after[start + index] ?? 0;
    end += 2 + length;
  }
  return end;
}

/** Most bytes of a patch that changes `count` elements of `size` bytes. */
export function largestPatch(count: number, size: number): number {
  return count * (2 + size);
}

/**
 * The page after a patch (see `StateWrite.patch`), from the page before it; both BCS.
 *
 * @throws RangeError if it is not a patch of that page: the log and the state disagree
 */
export function applyPagePatch(before: Uint8Array, patch: Uint8Array): Uint8Array {
  const size = elementSize(before);
  const count = before[0] ?? 0;
  const after = before.slice();
  let last = -1;
  let at = 0;
  while (at < patch.length) {
    const position = patch[at] ?? MAX_ELEMENTS;
    const length = patch[at + 1] ?? size + 1;
    const bytes = patch.subarray(at + 2, at + 2 + length);
    if (position <= last || position >= count || length > size || bytes.length !== length || bytes[length - 1] === 0) {
      throw new RangeError("the difference does not fit the page");
    }
    const start = 1 + position * size;
    after.fill(0, start, start + size).set(bytes, start);
    last = position;
    at += 2 + length;
  }
  return after;
}

/** Bytes of each element of a page. */
function elementSize(page: Uint8Array): number {
  const count = page[0] ?? 0;
  const size = (page.length - 1) / count;
  if (count > MAX_ELEMENTS || !Number.isInteger(size)) throw new RangeError("a page whose elements are not all of one size");
  return size;
}
