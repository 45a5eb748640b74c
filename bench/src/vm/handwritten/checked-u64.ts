/** A u64 as fast hand-written code has it: a number while it is exact, a bigint above. */
export type U64 = number | bigint;

const SAFE_MAX = Number.MAX_SAFE_INTEGER;
const U64_MAX = 0xffff_ffff_ffff_ffffn;

export function add(left: U64, right: U64): U64 {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (sum <= SAFE_MAX) return sum;
  }
  return canonical(BigInt(left) + BigInt(right));
}

export function subtract(left: U64, right: U64): U64 {
  if (typeof left === "number" && typeof right === "number") {
    const difference = left - right;
    if (difference >= 0) return difference;
  }
  return canonical(BigInt(left) - BigInt(right));
}

export function multiply(left: U64, right: U64): U64 {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    if (product <= SAFE_MAX) return product;
  }
  return canonical(BigInt(left) * BigInt(right));
}

export function divide(left: U64, right: U64): U64 {
  if (right === 0) throw new RangeError("division by zero");
  if (typeof left === "number" && typeof right === "number") return Math.floor(left / right);
  return canonical(BigInt(left) / BigInt(right));
}

export function remainder(left: U64, right: U64): U64 {
  if (right === 0) throw new RangeError("division by zero");
  if (typeof left === "number" && typeof right === "number") return left % right;
  return canonical(BigInt(left) % BigInt(right));
}

/** The one form of a value; refuses what is no u64. */
export function canonical(value: bigint): U64 {
  if (value < 0n || value > U64_MAX) throw new RangeError("a number left the range of u64");
  return value <= BigInt(SAFE_MAX) ? Number(value) : value;
}
