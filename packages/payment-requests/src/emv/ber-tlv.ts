import { CodeError } from "../code-error.ts";

/** Data objects in BER (ISO/IEC 8825-1) by tag, in their order; values up to 255 bytes. */
export type BerObjects = ReadonlyMap<number, Uint8Array>;

/** Objects one after the other. Tags are of one byte, or of two that begin with five set bits. */
export function writeBer(objects: Iterable<readonly [tag: number, value: Uint8Array]>): Uint8Array {
  const bytes: number[] = [];
  for (const [tag, value] of objects) {
    if (value.length > 255) throw new CodeError("too_long", tagText(tag));
    if (tag > 255) bytes.push(tag >> 8);
    bytes.push(tag & 255, ...(value.length > 127 ? [0x81] : []), value.length, ...value);
  }
  return Uint8Array.from(bytes);
}

/** Reads what {@link writeBer} writes, lengths in their shortest form. Throws `CodeError` `truncated`, `bad_object`, `duplicate`. */
export function readBer(bytes: Uint8Array): BerObjects {
  const objects = new Map<number, Uint8Array>();
  let at = 0;
  const next = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new CodeError("truncated");
    at += 1;
    return byte;
  };
  while (at < bytes.length) {
    const first = next();
    const tag = (first & 31) === 31 ? (first << 8) | next() : first;
    const short = next();
    if (short > 0x81 || short === 0x80) throw new CodeError("bad_object", tagText(tag));
    const length = short === 0x81 ? next() : short;
    if (short === 0x81 && length < 128) throw new CodeError("bad_object", tagText(tag));
    if (at + length > bytes.length) throw new CodeError("truncated", tagText(tag));
    if (objects.has(tag)) throw new CodeError("duplicate", tagText(tag));
    objects.set(tag, bytes.slice(at, at + length));
    at += length;
  }
  return objects;
}

/** A tag as it is written, e.g. `4F`. */
export function tagText(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(2, "0");
}
