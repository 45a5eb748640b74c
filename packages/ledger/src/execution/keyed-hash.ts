import sodium from "sodium-native";

// Known to this process alone: nobody can choose nonces that crowd together in a table, as nobody can choose names that do
// in the engine's own maps. What a table answers does not depend on it.
const secret = Buffer.alloc(8);
sodium.randombytes_buf(secret);
const FIRST_KEY = secret.readInt32LE(0);
const SECOND_KEY = secret.readInt32LE(4);

/** A 32-bit hash of bytes, a multiple of four, under this process's secret, after HalfSipHash-1-3 (https://www.aumasson.jp/siphash/siphash.pdf). */
export function keyedHash(bytes: Uint8Array): number {
  let a = FIRST_KEY;
  let b = SECOND_KEY;
  let c = FIRST_KEY ^ 0x6c796765;
  let d = SECOND_KEY ^ 0x74656462;
  const { length } = bytes;
  // The length, three rounds over nothing after it, and the words before.
  for (let at = 0; at <= length + 12; at += 4) {
    const word = at < length ? wordAt(bytes, at) : at === length ? length : 0;
    if (at === length + 4) c ^= 0xff;
    d ^= word;
    a = (a + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ a;
    a = (a << 16) | (a >>> 16);
    c = (c + d) | 0;
    d = ((d << 8) | (d >>> 24)) ^ c;
    a = (a + d) | 0;
    d = ((d << 7) | (d >>> 25)) ^ a;
    c = (c + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ c;
    c = (c << 16) | (c >>> 16);
    a ^= word;
  }
  return (b ^ d) >>> 0;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
