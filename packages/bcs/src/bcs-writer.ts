import { BcsError } from "./bcs-error.ts";
import { sharedBytes } from "./shared-bytes.ts";

const utf8 = new TextEncoder();
const MAX_PLAIN = 64;
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Grows a buffer of BCS bytes. Integers outside their width throw {@link BcsError}; nothing is truncated. */
export class BcsWriter {
  private buffer: Uint8Array;
  private length = 0;

  constructor(initialCapacity = 256) {
    this.buffer = new Uint8Array(initialCapacity);
  }

  /** Bytes written so far. */
  get size(): number {
    return this.length;
  }

  u8(value: number): this {
    const at = this.integer(value, 1, 0xff);
    this.buffer[at] = value;
    return this;
  }

  u16(value: number): this {
    const at = this.integer(value, 2, 0xffff);
    this.buffer[at] = value;
    this.buffer[at + 1] = value >>> 8;
    return this;
  }

  u32(value: number): this {
    this.putWord(this.integer(value, 4, 0xffff_ffff), value);
    return this;
  }

  /** A number must be an integer up to 2^53 - 1. */
  u64(value: bigint | number): this {
    if (typeof value === "bigint") return value >= 0n && value <= MAX_SAFE ? this.u64(Number(value)) : this.wide(value, 8);
    const at = this.integer(value, 8, Number.MAX_SAFE_INTEGER);
    this.putWord(at, value);
    this.putWord(at + 4, Math.floor(value / 0x1_0000_0000));
    return this;
  }

  u128(value: bigint): this {
    return this.wide(value, 16);
  }

  u256(value: bigint): this {
    return this.wide(value, 32);
  }

  bool(value: boolean): this {
    return this.u8(value ? 1 : 0);
  }

  uleb128(value: number): this {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new BcsError("integer_out_of_range", this.length);
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.u8(rest);
  }

  fixedBytes(bytes: Uint8Array): this {
    const at = this.reserve(bytes.length);
    this.buffer.set(bytes, at);
    return this;
  }

  byteVector(bytes: Uint8Array): this {
    return this.uleb128(bytes.length).fixedBytes(bytes);
  }

  string(text: string): this {
    return this.asciiString(text) ?? this.byteVector(utf8.encode(text));
  }

  // Names of modules and types are short and plain: for them the encoder's call costs more than the bytes.
  private asciiString(text: string): this | undefined {
    const { length } = text;
    if (length > MAX_PLAIN) return undefined;
    for (let index = 0; index < length; index++) if (text.charCodeAt(index) > 0x7f) return undefined;
    const at = this.uleb128(length).reserve(length);
    for (let index = 0; index < length; index++) this.buffer[at + index] = text.charCodeAt(index);
    return this;
  }

  vector<T>(elements: readonly T[], writeElement: (writer: this, element: T) => void): this {
    this.uleb128(elements.length);
    for (const element of elements) writeElement(this, element);
    return this;
  }

  option<T>(element: T | undefined, writeElement: (writer: this, element: T) => void): this {
    if (element === undefined) return this.u8(0);
    this.u8(1);
    writeElement(this, element);
    return this;
  }

  /** Where the bytes are, for those who put some there themselves (see {@link BcsWriter.skip}); until more is written. */
  get bytes(): Uint8Array {
    return this.buffer;
  }

  /** Makes room for `length` bytes that the caller puts at the offset answered, in {@link BcsWriter.bytes}. */
  skip(length: number): number {
    return this.reserve(length);
  }

  /** A copy of what was written. */
  toBytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  /** A copy of what was written, in {@link sharedBytes}. */
  toSharedBytes(): Uint8Array {
    const copy = sharedBytes(this.length);
    copy.set(this.view());
    return copy;
  }

  /** What was written, not copied: for as long as nothing more is written. */
  view(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** Forgets what was written and keeps the buffer. */
  clear(): this {
    this.length = 0;
    return this;
  }

  /** Room for an integer in range: where it goes. */
  private integer(value: number, width: number, maximum: number): number {
    if (!Number.isInteger(value) || value < 0 || value > maximum) throw new BcsError("integer_out_of_range", this.length);
    return this.reserve(width);
  }

  private wide(value: bigint, width: number): this {
    if (value < 0n || value >> BigInt(width * 8) !== 0n) throw new BcsError("integer_out_of_range", this.length);
    const at = this.reserve(width);
    let rest = value;
    for (let word = 0; word < width; word += 4) {
      this.putWord(at + word, Number(rest & 0xffff_ffffn));
      rest >>= 32n;
    }
    return this;
  }

  // The low 32 bits of a number, by bytes: a DataView for each writer would cost more than it saves.
  private putWord(at: number, value: number): void {
    const { buffer } = this;
    buffer[at] = value;
    buffer[at + 1] = value >>> 8;
    buffer[at + 2] = value >>> 16;
    buffer[at + 3] = value >>> 24;
  }

  private reserve(length: number): number {
    const at = this.length;
    const needed = at + length;
    if (needed > this.buffer.length) {
      const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      grown.set(this.buffer.subarray(0, at));
      this.buffer = grown;
    }
    this.length = needed;
    return at;
  }
}
