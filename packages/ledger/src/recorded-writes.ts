import { BcsError, type BcsReader, type BcsWriter } from "@sycee/bcs";
import { applyPagePatch, type StateStore, type StateWrite } from "@sycee/move-vm";

/** Most bytes that a key is said to share with the one before: they are counted in one byte. */
const MAX_SHARED = 255;
const FORM = { removed: 0, value: 1, patch: 2 } as const;

/**
 * Writes a block's writes as its record keeps them: of each key only what differs from the key before, and of a page in
 * which elements changed the patch in place of the value.
 */
export function putRecordedWrites(writer: BcsWriter, writes: readonly StateWrite[]): void {
  writer.uleb128(writes.length);
  let before: Uint8Array = new Uint8Array(0);
  for (const { key, value, patch } of writes) {
    const shared = sharedBytes(before, key);
    putKeyEnd(writer.u8(shared), key, shared);
    if (value === undefined) writer.u8(FORM.removed);
    else if (patch === undefined) writer.u8(FORM.value).byteVector(value);
    else writer.u8(FORM.patch).byteVector(patch);
    before = key;
  }
}

/** Reads what {@link putRecordedWrites} wrote. Of a patched page there is only the patch: its `value` is undefined until {@link expandWrites}. Throws `BcsError`. */
export function readRecordedWrites(reader: BcsReader): StateWrite[] {
  let before: Uint8Array = new Uint8Array(0);
  return reader.vector((inner): StateWrite => {
    const start = inner.offset;
    const shared = inner.u8();
    const rest = inner.byteVector();
    if (shared > before.length) throw new BcsError("not_canonical", start);
    const key = new Uint8Array(shared + rest.length);
    key.set(before.subarray(0, shared));
    key.set(rest, shared);
    if (sharedBytes(before, key) !== shared) throw new BcsError("not_canonical", start);
    before = key;
    const form = inner.variant(3);
    if (form === FORM.removed) return { key, value: undefined };
    const bytes = inner.byteVector();
    return form === FORM.value ? { key, value: bytes } : { key, value: undefined, patch: bytes };
  }, 3);
}

/** The writes with the values that patches stand for, given a store as of the block before. Throws if a patch does not fit what is stored. */
export function expandWrites(store: StateStore, writes: readonly StateWrite[]): StateWrite[] {
  return writes.map((write) => {
    if (write.patch === undefined || write.value !== undefined) return write;
    const before = store.get(write.key);
    if (before === undefined) throw new RangeError("a block changes a page that is not there");
    return { ...write, value: applyPagePatch(before, write.patch) };
  });
}

// Byte by byte: a view of so few bytes costs more than they do.
function putKeyEnd(writer: BcsWriter, key: Uint8Array, from: number): void {
  const { length } = key;
  const at = writer.uleb128(length - from).skip(length - from) - from;
  const target = writer.bytes;
  for (let index = from; index < length; index++) target[at + index] = key[index] ?? 0;
}

function sharedBytes(left: Uint8Array, right: Uint8Array): number {
  const most = Math.min(left.length, right.length, MAX_SHARED);
  let shared = 0;
  while (shared < most && left[shared] === right[shared]) shared++;
  return shared;
}
