import { ModuleFormatError } from "./module-format-error.ts";

/** Reads a range of a module's bytes from front to back; every read is bounded and throws `ModuleFormatError`. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #position: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#position = start;
    this.#end = end;
  }

  /** Offset of the next byte in the file. */
  get position(): number {
    return this.#position;
  }

  get atEnd(): boolean {
    return this.#position >= this.#end;
  }

  /** The next `length` bytes, copied. */
  take(length: number): Uint8Array {
    if (length > this.#end - this.#position) {
      throw new ModuleFormatError("unexpected_end", this.#position, `${length} more bytes were expected.`);
    }
    const taken = Uint8Array.from(this.#bytes.subarray(this.#position, this.#position + length));
    this.#position += length;
    return taken;
  }

  u8(): number {
    const byte = this.#position < this.#end ? this.#bytes[this.#position] : undefined;
    if (byte === undefined) throw new ModuleFormatError("unexpected_end", this.#position, "One more byte was expected.");
    this.#position += 1;
    return byte;
  }

  /** A little-endian unsigned integer of `width` bytes. */
  integer(width: number): bigint {
    const bytes = this.take(width);
    let value = 0n;
    for (let index = width - 1; index >= 0; index -= 1) value = (value << 8n) | BigInt(bytes[index] ?? 0);
    return value;
  }

  /** A ULEB128 integer of the shortest form, at most `max` (itself at most 2^32). */
  uleb(max: number): number {
    const start = this.#position;
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
