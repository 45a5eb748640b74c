/** Grows a list of bytes; the counterpart of `ByteCursor`. Throws `RangeError` for numbers that do not fit. */
export class ByteSink {
  #bytes = new Uint8Array(256);
  #length = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  u8(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xff) throw new RangeError(`${value} is not a byte`);
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** An unsigned integer of `width` bytes. */
  integer(value: bigint, width: number, order: "little" | "big" = "little"): void {
    if (value < 0n || value >> BigInt(8 * width) !== 0n) throw new RangeError(`${value} does not fit ${width} bytes`);
    const bytes = new Uint8Array(width);
    let rest = value;
    for (let index = 0; index < width; index += 1) {
      bytes[order === "little" ? index : width - 1 - index] = Number(rest & 0xffn);
      rest >>= 8n;
    }
    this.bytes(bytes);
  }

  /** A ULEB128 integer below 2^32, in its shortest form. */
  uleb(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new RangeError(`${value} is not an index`);
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.u8(rest);
  }

  /** What was written, copied. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
