import { ModuleFormatError } from "./module-format-error.ts";

/** Bytes that one exact number holds. */
const WORD_BYTES = 4;
const WORD_BITS = 32n;

/**
 * Reads a range of a module's bytes from front to back; every read is bounded and throws `ModuleFormatError`. Its fields are
 * private by type alone: an engine that has not compiled this yet looks a `#` field up as it would any key.
 */
export class ByteCursor {
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private at: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Offset of the next byte in the file. */
  get position(): number {
    return this.at;
  }

  get atEnd(): boolean {
    return this.at >= this.end;
  }

  /** The next `length` bytes, copied. */
  take(length: number): Uint8Array {
    return new Uint8Array(this.view(length));
  }

  /** The next `length` bytes where they lie. */
  view(length: number): Uint8Array {
    if (length > this.end - this.at) {
      throw new ModuleFormatError("unexpected_end", this.at, `${length} more bytes were expected.`);
    }
    const bytes = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return bytes;
  }

  u8(): number {
    const { at } = this;
    const byte = at < this.end ? this.bytes[at] : undefined;
    if (byte === undefined) throw new ModuleFormatError("unexpected_end", at, "One more byte was expected.");
    this.at = at + 1;
    return byte;
  }

  /** A little-endian unsigned integer of `width` bytes. */
  integer(width: number): bigint {
    const end = this.at + width;
    if (end > this.end) throw new ModuleFormatError("unexpected_end", this.at, `${width} more bytes were expected.`);
    let value = 0n;
    for (let last = end; last > this.at; last -= WORD_BYTES) {
      const first = Math.max(this.at, last - WORD_BYTES);
      let word = 0;
      for (let index = last - 1; index >= first; index -= 1) word = word * 256 + (this.bytes[index] ?? 0);
      if (word !== 0 || value !== 0n) value = (value << WORD_BITS) | BigInt(word);
    }
    this.at = end;
    return value;
  }

  /** A ULEB128 integer of the shortest form, at most `max` (itself at most 2^32). */
  uleb(max: number): number {
    const start = this.at;
    // Most are one byte.
    if (start < this.end) {
      const first = this.bytes[start] ?? 0x80;
      if (first < 0x80 && first <= max) {
        this.at = start + 1;
        return first;
      }
    }
    return this.longUleb(max, start);
  }

  private longUleb(max: number, start: number): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 5; count += 1) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (byte === 0 && count > 0) throw new ModuleFormatError("bad_integer", start, "An integer has needless leading zeros.");
        if (value > max) throw new ModuleFormatError("bad_integer", start, `${value} is above the limit of ${max}.`);
        return value;
      }
      scale *= 128;
    }
    throw new ModuleFormatError("bad_integer", start, "An integer is too long.");
  }
}
