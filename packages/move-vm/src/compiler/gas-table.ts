import type { Opcode } from "../format/opcodes.ts";

/** Gas of instructions; copies, comparisons and natives add their own by size. One unit is about a nanosecond of work. */
const INSTRUCTIONS: { readonly [op in Opcode]?: number } = {
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

/** What code costs in one schedule. */
export interface CodeGas {
  readonly instructions: { readonly [op in Opcode]?: number };
  /** Of an instruction that is not in `instructions`. */
  readonly otherInstruction: number;
  /** Gas beyond that for integers that the engine has only as big ones, by the work of an instruction. */
  readonly wide: { readonly [op in Opcode]?: number };
  readonly otherWide: number;
  /** For each further operand that an instruction takes or leaves. */
  readonly operand: number;
  /** A jump forward costs nothing: it only tells where code lies. Backward jumps cost, so that every loop does. */
  readonly backwardJump: number;
  /**
   * For each byte (of BCS) of a value that is copied. A byte of a vector may take a dozen bytes of memory once it is
   * copied, which bounds what a transaction can allocate.
   */
  readonly copiedByte: number;
  readonly comparedByte: number;
  /** Bytes of a value without vectors that are copied or compared for one unit of gas. */
  readonly fixedBytesPerGas: number;
}

export const CODE_GAS: CodeGas = {
  instructions: INSTRUCTIONS,
  otherInstruction: 2,
  wide: { Mul: 50, Div: 150, Mod: 150 },
  otherWide: 20,
  operand: 1,
  backwardJump: 1,
  copiedByte: 4,
  comparedByte: 1,
  fixedBytesPerGas: 4,
};

/** Gas that the instruction costs whatever its operands are; `growth` is by how many operands the stack grows or shrinks. */
export function instructionCost(gas: CodeGas, op: Opcode, growth: number): number {
  return (gas.instructions[op] ?? gas.otherInstruction) + Math.max(0, Math.abs(growth) - 1) * gas.operand;
}

/** Gas that arithmetic on u128 and u256 costs beyond {@link instructionCost}. */
export function wideCost(gas: CodeGas, op: Opcode): number {
  return gas.wide[op] ?? gas.otherWide;
}

/** Gas for going over a value whose type has values of one size only. */
export function fixedValueCost(gas: CodeGas, bytes: number): number {
  return Math.ceil(bytes / gas.fixedBytesPerGas);
}

export function jumpCost(gas: CodeGas, from: number, to: number): number {
  return to > from ? 0 : gas.backwardJump;
}
