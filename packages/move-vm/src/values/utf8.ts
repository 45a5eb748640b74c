const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether bytes (each 0 to 255) are valid UTF-8 as Unicode defines it: shortest forms, no surrogates, up to U+10FFFF. */
export function isUtf8(bytes: readonly number[]): boolean {
  if (bytes.every((byte) => byte < 0x80)) return true;
  try {
    strict.decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}
