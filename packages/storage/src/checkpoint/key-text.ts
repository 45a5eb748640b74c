/** A key's bytes as a string of as many characters: its order is that of the bytes. */
export function keyText(key: Uint8Array): string {
  return asBuffer(key).toString("latin1");
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
