import sodium from "sodium-native";

/** blake2b with 32 bytes of output, by libsodium. */
export function blake2b(bytes: Uint8Array): Uint8Array {
  const digest = Buffer.allocUnsafe(32);
  sodium.crypto_generichash(digest, asBuffer(bytes));
  return digest;
}

/** The same memory as a Buffer, as sodium wants it. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
