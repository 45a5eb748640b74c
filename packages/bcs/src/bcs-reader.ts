import { BcsError } from "./bcs-error.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const MAX_PLAIN = 64;
const codes: number[] = [];

/**
 * A strict cursor over BCS bytes (https://github.com/diem/bcs): minimal ULEB128, booleans 0 or 1, valid UTF-8.
 * Every method throws {@link BcsError} on bytes that the canonical encoder would not have written.
 */
export class BcsReader {
  readonly bytes: Uint8Array;
  offset: number;
  readonly end: number;

  /** Reads `bytes` from `start` (default 0) to `end` (default its length). */
  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.offset = start;
    this.end = end;
  }

  /** Bytes not read yet. */
  get remaining(): number {
    return this.end - this.offset;
  }

  u8(): number {
    return this.byteAt(this.skip(1));
  }

  u16(): number {
    const at = this.skip(2);
    return this.byteAt(at) | (this.byteAt(at + 1) << 8);
  }

  u32(): number {
    return this.wordAt(this.skip(4));
  }

  u64(): bigint {
    const at = this.skip(8);
    const high = this.wordAt(at + 4);
    const low = this.wordAt(at);
    // Below 2^53 one conversion is exact, and cheaper than putting two big integers together.
    return high < 0x20_0000 ? BigInt(high * 0x1_0000_0000 + low) : (BigInt(high) << 32n) | BigInt(low);
  }

  u128(): bigint {
    const low = this.u64();
    return (this.u64() << 64n) | low;
  }

  u256(): bigint {
    const low = this.u128();
    return (this.u128() << 128n) | low;
  }

  bool(): boolean {
    const byte = this.u8();
    if (byte > 1) throw new BcsError("bad_bool", this.offset - 1);
    return byte === 1;
  }

  /** A length, count or variant index: ULEB128 of at most 32 bits, minimal form only. */
  uleb128(): number {
    const start = this.offset;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if ((byte === 0 && shift > 0) || value > 0xffff_ffff) throw new BcsError("bad_uleb128", start);
        return value;
      }
    }
    throw new BcsError("bad_uleb128", start);
  }

  /** A count of elements of which each takes at least `minimumElementSize` bytes: a count that cannot fit is refused before anything is allocated. */
  count(minimumElementSize: number, maximum = 0xffff_ffff): number {
    const start = this.offset;
    const count = this.uleb128();
    if (count > maximum || count * minimumElementSize > this.remaining) throw new BcsError("length_too_large", start);
    return count;
  }

  /** `length` raw bytes, as a view (not a copy) of the input. */
  fixedBytes(length: number): Uint8Array {
    const start = this.skip(length);
    return this.bytes.subarray(start, start + length);
  }

  /** A length-prefixed byte vector, as a view of the input. */
  byteVector(maximum = 0xffff_ffff): Uint8Array {
    return this.fixedBytes(this.count(1, maximum));
  }

  /** A length-prefixed UTF-8 string. */
  string(maximumBytes = 0xffff_ffff): string {
    const start = this.offset;
    const length = this.count(1, maximumBytes);
    const plain = length <= MAX_PLAIN ? this.plainString(length) : undefined;
    if (plain !== undefined) return plain;
    try {
      return utf8.decode(this.fixedBytes(length));
    } catch {
      throw new BcsError("bad_utf8", start);
    }
  }

  // Names of modules and functions are short and plain: for them the decoder's call costs more than the bytes.
  private plainString(length: number): string | undefined {
    const { bytes, offset } = this;
    codes.length = length;
    for (let index = 0; index < length; index++) {
      const byte = bytes[offset + index] ?? 0xff;
      if (byte > 0x7f) return undefined;
      codes[index] = byte;
    }
    this.offset = offset + length;
    return String.fromCharCode.apply(undefined, codes);
  }

  vector<T>(readElement: (reader: BcsReader) => T, minimumElementSize = 1, maximum = 0xffff_ffff): T[] {
    const count = this.count(minimumElementSize, maximum);
    const elements: T[] = [];
    for (let index = 0; index < count; index++) elements.push(readElement(this));
    return elements;
  }

  option<T>(readElement: (reader: BcsReader) => T): T | undefined {
    const start = this.offset;
    const tag = this.u8();
    if (tag > 1) throw new BcsError("bad_option", start);
    return tag === 1 ? readElement(this) : undefined;
  }

  /** A variant index below `variants`. */
  variant(variants: number): number {
    const start = this.offset;
    const index = this.uleb128();
    if (index >= variants) throw new BcsError("bad_variant", start);
    return index;
  }

  /** Refuses bytes left over. */
  finish(): void {
    if (this.offset !== this.end) throw new BcsError("trailing_bytes", this.offset);
  }

  // Byte by byte: a reader is made for every few bytes of a transaction, and a DataView would cost more than it saves.
  private byteAt(at: number): number {
    return this.bytes[at] ?? 0;
  }

  private wordAt(at: number): number {
    return (this.byteAt(at) | (this.byteAt(at + 1) << 8) | (this.byteAt(at + 2) << 16)) + this.byteAt(at + 3) * 0x100_0000;
  }

  /** Passes over `length` bytes; answers the offset at which they begin in {@link BcsReader.bytes}. */
  skip(length: number): number {
    const start = this.offset;
    if (length > this.end - start) throw new BcsError("out_of_bytes", start);
    this.offset = start + length;
    return start;
  }
}
