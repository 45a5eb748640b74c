import { ModuleFormatError } from "./module-format-error.ts";

/** Bytes that one exact number holds. */
const WORD_BYTES = 4;
const WORD_BITS = 32n;

/** Reads a range of a module's bytes from front to back; every read is bounded and throws `ModuleFormatError`. */
export class ByteCursor {
  /** The whole file. */
  readonly bytes: Uint8Array;
  /** Offset of what follows the range in the file. */
  readonly end: number;
  /** Offset of the next byte in the file. Whoever reads `bytes` where they lie sets it to what it has not read. */
  position: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  get atEnd(): boolean {
    return this.position >= this.end;
  }

  /** The next `length` bytes, copied. */
  take(length: number): Uint8Array {
    return new Uint8Array(this.view(length));
  }

  /** The next `length` bytes where they lie. */
  view(length: number): Uint8Array {
    if (length > this.end - this.position) {
      throw new ModuleFormatError("unexpected_end", this.position, `${length} more bytes were expected.`);
    }
    const bytes = this.bytes.subarray(this.position, this.position + length);
    this.position += length;
    return bytes;
  }

  u8(): number {
    const at = this.position;
    const byte = at < this.end ? this.bytes[at] : undefined;
    if (byte === undefined) throw new ModuleFormatError("unexpected_end", at, "One more byte was expected.");
    this.position = at + 1;
    return byte;
  }

  /** A little-endian unsigned integer of `width` bytes. */
  integer(width: number): bigint {
    const end = this.position + width;
    if (end > this.end) throw new ModuleFormatError("unexpected_end", this.position, `${width} more bytes were expected.`);
    let value = 0n;
    for (let last = end; last > this.position; last -= WORD_BYTES) {
      const first = Math.max(this.position, last - WORD_BYTES);
      let word = 0;
      for (let index = last - 1; index >= first; index -= 1) word = word * 256 + (this.bytes[index] ?? 0);
      if (word !== 0 || value !== 0n) value = (value << WORD_BITS) | BigInt(word);
    }
    this.position = end;
    return value;
  }

  /** A ULEB128 integer of the shortest form, at most `max` (itself at most 2^32). */
  uleb(max: number): number {
    const start = this.position;
    // Most are one byte.
    if (start < this.end) {
      const first = this.bytes[start] ?? 0x80;
      if (first < 0x80 && first <= max) {
        this.position = start + 1;
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
