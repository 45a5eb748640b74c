import { canonicalU64, type U64 } from "../values/u64.ts";
import { arithmeticFault, type CodePlace } from "./faults.ts";

const U64_MAX = 0xffff_ffff_ffff_ffffn;
const SAFE_MAX = Number.MAX_SAFE_INTEGER;
const TWO_32 = 0x1_0000_0000;

/*
 * u64 arithmetic for what compiled code does not do inline: operands or results above 2^53 - 1. Operands and results are
 * canonical: a number up to 2^53 - 1, a bigint above.
 */

export function add64(left: U64, right: U64, place: CodePlace, offset: number): U64 {
  const sum = BigInt(left) + BigInt(right);
  return sum <= U64_MAX ? canonicalU64(sum) : arithmeticFault(place, offset);
}

export function sub64(left: U64, right: U64, place: CodePlace, offset: number): U64 {
  const difference = BigInt(left) - BigInt(right);
  return difference >= 0n ? canonicalU64(difference) : arithmeticFault(place, offset);
}

export function mul64(left: U64, right: U64, place: CodePlace, offset: number): U64 {
  const product = BigInt(left) * BigInt(right);
  return product <= U64_MAX ? canonicalU64(product) : arithmeticFault(place, offset);
}

export function div64(left: U64, right: U64, place: CodePlace, offset: number): U64 {
  return right === 0 ? arithmeticFault(place, offset) : canonicalU64(BigInt(left) / BigInt(right));
}

export function mod64(left: U64, right: U64, place: CodePlace, offset: number): U64 {
  return right === 0 ? arithmeticFault(place, offset) : canonicalU64(BigInt(left) % BigInt(right));
}

export function less64(left: U64, right: U64): boolean {
  // Of a number and a big integer the number is the smaller: comparing the two takes the engine many times longer than knowing it.
  if (typeof left === "number") return typeof right === "bigint" || left < right;
  return typeof right === "bigint" && left < right;
}

export function and64(left: U64, right: U64): U64 {
  if (typeof left !== "number" || typeof right !== "number") return canonicalU64(BigInt(left) & BigInt(right));
  if (left < TWO_32 && right < TWO_32) return (left & right) >>> 0;
  return ((high(left) & high(right)) >>> 0) * TWO_32 + ((left & right) >>> 0);
}

export function or64(left: U64, right: U64): U64 {
  if (typeof left !== "number" || typeof right !== "number") return canonicalU64(BigInt(left) | BigInt(right));
  if (left < TWO_32 && right < TWO_32) return (left | right) >>> 0;
  return ((high(left) | high(right)) >>> 0) * TWO_32 + ((left | right) >>> 0);
}

export function xor64(left: U64, right: U64): U64 {
  if (typeof left !== "number" || typeof right !== "number") return canonicalU64(BigInt(left) ^ BigInt(right));
  if (left < TWO_32 && right < TWO_32) return (left ^ right) >>> 0;
  return ((high(left) ^ high(right)) >>> 0) * TWO_32 + ((left ^ right) >>> 0);
}

/** Shifts left by less than 64 bits; bits beyond the 64th are lost. */
export function shl64(value: U64, bits: number, place: CodePlace, offset: number): U64 {
  if (bits >= 64) return arithmeticFault(place, offset);
  if (typeof value === "number") {
    const shifted = value * 2 ** bits;
    if (shifted <= SAFE_MAX) return shifted;
  }
  return canonicalU64((BigInt(value) << BigInt(bits)) & U64_MAX);
}

/** Shifts right by less than 64 bits. */
export function shr64(value: U64, bits: number, place: CodePlace, offset: number): U64 {
  if (bits >= 64) return arithmeticFault(place, offset);
  return typeof value === "number" ? Math.floor(value / 2 ** bits) : canonicalU64(value >> BigInt(bits));
}

/** A u128 or u256 as u64. */
export function narrow64(value: bigint, place: CodePlace, offset: number): U64 {
  return value <= U64_MAX ? canonicalU64(value) : arithmeticFault(place, offset);
}

function high(value: number): number {
  return Math.floor(value / TWO_32);
}
