/** A `vector<u8>` for bytes. (`Array.from` goes through an iterator: ten times slower.) */
export function byteArrayOf(bytes: Uint8Array): number[] {
  const values: number[] = [];
  for (let index = 0; index < bytes.length; index++) values.push(bytes[index] ?? 0);
  return values;
}

/** The bytes of a `vector<u8>`. */
export function bytesOf(values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}
