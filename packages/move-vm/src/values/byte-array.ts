/** Shortest `vector<u8>` that keeps its bytes beside its elements: below, making them again costs less than their place. */
export const IMAGED_BYTES = 4_096;

/**
 * A `vector<u8>`: an array of numbers as any other vector, and, once it is long and natives have needed its bytes, these in
 * `image` too, which may be longer than the vector. To turn numbers into bytes costs half of hashing them. Whoever changes
 * an element in place changes it in both (`swapBytes`, `keepLastByte`, {@link ByteReference}, compiled code) or drops the image.
 */
export interface ByteVector extends Array<number> {
  image?: Uint8Array | undefined;
}

/** A `vector<u8>` for bytes, of which it keeps none. (`Array.from` goes through an iterator: ten times slower.) */
export function byteArrayOf(bytes: Uint8Array): ByteVector {
  const values: ByteVector = [];
  for (let index = 0; index < bytes.length; index++) values.push(bytes[index] ?? 0);
  if (bytes.length >= IMAGED_BYTES) values.image = Uint8Array.from(bytes);
  return values;
}

/** The bytes of a `vector<u8>`, for whoever keeps or changes them. */
export function bytesOf(values: ByteVector): Uint8Array {
  return Uint8Array.from(readBytes(values));
}

const scratch = new Uint8Array(IMAGED_BYTES);

/** The bytes of a `vector<u8>` to be read at once: the next call, or a change of the vector, may overwrite them. */
export function readBytes(values: ByteVector): Uint8Array {
  const { length } = values;
  if (length < IMAGED_BYTES) {
    scratch.set(values);
    return scratch.subarray(0, length);
  }
  values.image ??= Uint8Array.from(values);
  return values.image.subarray(0, length);
}

/** After a push: takes the last byte into the image. */
export function keepLastByte(values: ByteVector): void {
  const { length, image } = values;
  if (image === undefined) return;
  let kept = image;
  if (image.length < length) {
    kept = new Uint8Array(2 * length);
    kept.set(image);
    values.image = kept;
  }
  kept[length - 1] = values[length - 1] ?? 0;
}

/** A copy that shares nothing. */
export function copyBytes(values: ByteVector): ByteVector {
  const copied: ByteVector = values.slice();
  if (values.image !== undefined) copied.image = values.image.slice(0, values.length);
  return copied;
}
