import { BcsReader, BcsWriter } from "@sycee/bcs";
import { add, type U64 } from "./checked-u64.ts";
import { StepMeter } from "./step-meter.ts";

interface Payment {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly amount: U64;
  readonly day: number;
  readonly isFinal: boolean;
  readonly lines: readonly U64[];
  readonly note: Uint8Array;
}

const FROM = address(0x12, 0x34);
const TO = address(0xab, 0xcd);
const NOTE = new TextEncoder().encode("for the goods of May");

/** `cases::bcs_round_trip` by hand. */
export function bcsRoundTrip(iterations: number, seed: U64): U64 {
  const meter = new StepMeter(Number.MAX_SAFE_INTEGER);
  let sum: U64 = 0;
  for (let i = 0; i < iterations; i++) {
    meter.spend(500);
    const payment = { from: FROM, to: TO, amount: add(i, seed), day: 20260, isFinal: true, lines: [i, seed, 3, 4], note: NOTE.slice() };
    const bytes = encode(payment);
    if (!equal(decode(bytes), payment)) throw new RangeError("missing");
    sum = add(sum, bytes.length);
  }
  return sum;
}

function encode({ from, to, amount, day, isFinal, lines, note }: Payment): Uint8Array {
  const writer = new BcsWriter(160).fixedBytes(from).fixedBytes(to).u64(amount).u32(day).bool(isFinal);
  writer.uleb128(lines.length);
  for (const line of lines) writer.u64(line);
  return writer.byteVector(note).toBytes();
}

function decode(bytes: Uint8Array): Payment {
  const reader = new BcsReader(bytes);
  return {
    from: reader.fixedBytes(32),
    to: reader.fixedBytes(32),
    amount: readU64(reader),
    day: reader.u32(),
    isFinal: reader.bool(),
    lines: reader.vector(readU64, 8),
    note: reader.byteVector().slice(),
  };
}

function readU64(reader: BcsReader): U64 {
  const low = reader.u32();
  const high = reader.u32();
  return high < 0x20_0000 ? high * 0x1_0000_0000 + low : (BigInt(high) << 32n) | BigInt(low);
}

function equal(left: Payment, right: Payment): boolean {
  return (
    sameItems(left.from, right.from) &&
    sameItems(left.to, right.to) &&
    left.amount === right.amount &&
    left.day === right.day &&
    left.isFinal === right.isFinal &&
    sameItems(left.lines, right.lines) &&
    sameItems(left.note, right.note)
  );
}

function sameItems(left: ArrayLike<U64>, right: ArrayLike<U64>): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

function address(high: number, low: number): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes[30] = high;
  bytes[31] = low;
  return bytes;
}
