import type { Opcode } from "../format/opcodes.ts";

/** Gas of each instruction; copies, comparisons and natives add their own by size. One unit is about a nanosecond of work. */
const COSTS: { readonly [op in Opcode]?: number } = {
  Nop: 1,
  Pop: 1,
  Ret: 2,
  Branch: 1,
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
/** Gas per byte (of BCS) copied or compared. */
export const GAS_PER_BYTE = 1;
/** Added for each field or element that an instruction places. */
const PER_ITEM = 1;

/** Gas that the instruction costs whatever its operands are; `items` is how many fields or elements it packs. */
export function instructionCost(op: Opcode, items: number): number {
  return (COSTS[op] ?? OTHERWISE) + items * PER_ITEM;
}
