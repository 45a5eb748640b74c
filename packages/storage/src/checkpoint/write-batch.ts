/*
 * Entries on their way to the thread that writes the checkpoint, one after the other, little-endian:
 * key length u16 | value length u32, or 0xffffffff for a removed entry | key | value
 */
const HEAD_BYTES = 6;
const REMOVED = 0xffff_ffff;

/** A written or, with `value` undefined, removed entry. */
export interface WrittenEntry {
  readonly key: Buffer;
  readonly value: Buffer | undefined;
}

/** Entries in one piece of memory of its own, which can be handed to another thread. Keys are texts of one character a byte. */
export function encodeWriteBatch(entries: readonly (readonly [key: string, value: Uint8Array | undefined])[]): ArrayBuffer {
  const bytes = entries.reduce((sum, [key, value]) => sum + HEAD_BYTES + key.length + (value?.length ?? 0), 0);
  const target = Buffer.from(new ArrayBuffer(bytes));
  let position = 0;
  for (const [key, value] of entries) {
    target.writeUInt16LE(key.length, position);
    target.writeUInt32LE(value?.length ?? REMOVED, position + 2);
    position += HEAD_BYTES;
    position += target.write(key, position, "latin1");
    if (value === undefined) continue;
    target.set(value, position);
    position += value.length;
  }
  return target.buffer;
}

/** What {@link encodeWriteBatch} made; the entries are views of it. */
export function* decodeWriteBatch(batch: ArrayBuffer): Generator<WrittenEntry> {
  const bytes = Buffer.from(batch);
  let position = 0;
  while (position < bytes.length) {
    const keyEnd = position + HEAD_BYTES + bytes.readUInt16LE(position);
    const valueBytes = bytes.readUInt32LE(position + 2);
    const key = bytes.subarray(position + HEAD_BYTES, keyEnd);
    position = valueBytes === REMOVED ? keyEnd : keyEnd + valueBytes;
    yield { key, value: valueBytes === REMOVED ? undefined : bytes.subarray(keyEnd, position) };
  }
}
