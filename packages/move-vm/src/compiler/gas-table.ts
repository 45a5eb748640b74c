import type { Opcode } from "../format/opcodes.ts";

/** Gas of each instruction; copies, comparisons and natives add their own by size. One unit is about a nanosecond of work. */
const COSTS: { readonly [op in Opcode]?: number } = {
  Nop: 1,
  Pop: 1,
  Ret: 2,
  Call: 10,
  CallGeneric: 10,
  Pack: 8,
  PackGeneric: 8,
  PackVariant: 8,
  PackVariantGeneric: 8,
  LdConst: 4,
  Mul: 3,
  Div: 4,
  Mod: 4,
  Shl: 3,
  Shr: 3,
  BitAnd: 3,
  BitOr: 3,
  Xor: 3,
  VecPack: 8,
  VecPushBack: 4,
  VecPopBack: 3,
  VecSwap: 4,
  VecImmBorrow: 3,
  VecMutBorrow: 3,
  Abort: 2,
};
const OTHERWISE = 2;
/** Gas beyond that for integers that the engine has only as big ones, by the work of an instruction. */
const WIDE_COSTS: { readonly [op in Opcode]?: number } = { Mul: 50, Div: 150, Mod: 150 };
const WIDE_OTHERWISE = 20;
/**
 * Gas for each byte (of BCS) of a value that is gone over. A byte of a vector may take a dozen bytes of memory once it is
 * copied, which bounds what a transaction can allocate.
 */
export const VALUE_GAS = { copiedByte: 4, comparedByte: 1 } as const;
/** Bytes of a value without vectors that are copied or compared for one unit of gas. */
const FIXED_BYTES_PER_GAS = 4;
/** Gas per further operand that an instruction takes or leaves. */
const PER_OPERAND = 1;

/** Gas that the instruction costs whatever its operands are; `growth` is by how many operands the stack grows or shrinks. */
export function instructionCost(op: Opcode, growth: number): number {
  return (COSTS[op] ?? OTHERWISE) + Math.max(0, Math.abs(growth) - 1) * PER_OPERAND;
}

/** Gas that arithmetic on u128 and u256 costs beyond {@link instructionCost}. */
export function wideCost(op: Opcode): number {
  return WIDE_COSTS[op] ?? WIDE_OTHERWISE;
}

/** Gas for going over a value whose type has values of one size only. */
export function fixedValueCost(bytes: number): number {
  return Math.ceil(bytes / FIXED_BYTES_PER_GAS);
}

/** A jump forward costs nothing: it only tells where code lies. Backward jumps cost, so that every loop does. */
export function jumpCost(from: number, to: number): number {
  return to > from ? 0 : 1;
}
