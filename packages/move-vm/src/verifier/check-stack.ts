import type { CodeUnit, FunctionHandle, Instruction } from "../format/compiled-module.ts";
import { type Opcode, tableByByte } from "../format/opcodes.ts";
import type { Block } from "./flow-graph.ts";
import { fieldsOf, functionHandleOf } from "./instruction-operands.ts";
import { missing, type ModuleScope } from "./module-scope.ts";

const PUSHES_MAX = 10_000;
/** As high as the operand stack may be at run time. */
const HEIGHT_MAX = 1024;

type Effect = readonly [pops: number, pushes: number];

const PUSH: Effect = [0, 1];
const POP: Effect = [1, 0];
const REPLACE: Effect = [1, 1];
const COMBINE: Effect = [2, 1];
const NOTHING: Effect = [0, 0];

/** What each instruction takes from the stack and leaves on it; `undefined` where that depends on what it names. */
const EFFECTS: Record<Opcode, Effect | undefined> = {
  Pop: POP,
  Ret: undefined,
  BrTrue: POP,
  BrFalse: POP,
  Branch: NOTHING,
  LdU8: PUSH,
  LdU16: PUSH,
  LdU32: PUSH,
  LdU64: PUSH,
  LdU128: PUSH,
  LdU256: PUSH,
  LdConst: PUSH,
  LdTrue: PUSH,
  LdFalse: PUSH,
  CopyLoc: PUSH,
  MoveLoc: PUSH,
  StLoc: POP,
  MutBorrowLoc: PUSH,
  ImmBorrowLoc: PUSH,
  MutBorrowField: REPLACE,
  ImmBorrowField: REPLACE,
  MutBorrowFieldGeneric: REPLACE,
  ImmBorrowFieldGeneric: REPLACE,
  Call: undefined,
  CallGeneric: undefined,
  Pack: undefined,
  PackGeneric: undefined,
  Unpack: undefined,
  UnpackGeneric: undefined,
  ReadRef: REPLACE,
  WriteRef: [2, 0],
  FreezeRef: REPLACE,
  Add: COMBINE,
  Sub: COMBINE,
  Mul: COMBINE,
  Mod: COMBINE,
  Div: COMBINE,
  BitOr: COMBINE,
  BitAnd: COMBINE,
  Xor: COMBINE,
  Or: COMBINE,
  And: COMBINE,
  Shl: COMBINE,
  Shr: COMBINE,
  Eq: COMBINE,
  Neq: COMBINE,
  Lt: COMBINE,
  Gt: COMBINE,
  Le: COMBINE,
  Ge: COMBINE,
  Not: REPLACE,
  Abort: POP,
  Nop: NOTHING,
  CastU8: REPLACE,
  CastU16: REPLACE,
  CastU32: REPLACE,
  CastU64: REPLACE,
  CastU128: REPLACE,
  CastU256: REPLACE,
  VecPack: undefined,
  VecUnpack: undefined,
  VecLen: REPLACE,
  VecImmBorrow: COMBINE,
  VecMutBorrow: COMBINE,
  VecPushBack: [2, 0],
  VecPopBack: REPLACE,
  VecSwap: [3, 0],
  PackVariant: undefined,
  PackVariantGeneric: undefined,
  UnpackVariant: undefined,
  UnpackVariantGeneric: undefined,
  UnpackVariantImmRef: undefined,
  UnpackVariantGenericImmRef: undefined,
  UnpackVariantMutRef: undefined,
  UnpackVariantGenericMutRef: undefined,
  VariantSwitch: POP,
};

/** By the byte of an instruction; `undefined` also where that depends on what it names. */
const EFFECT_OF = tableByByte((opcode): Effect | undefined => EFFECTS[opcode], undefined);

/**
 * Pass 11b. Every block leaves the operand stack as high as it found it and never takes what it did not push, so that at
 * each instruction the height is one number; a return leaves exactly the results. A block pushes at most 10,000 values and
 * holds at most 1,024. Blocks that cannot be reached are checked as well.
 */
export function checkStack(scope: ModuleScope, handle: FunctionHandle, code: CodeUnit, blocks: readonly Block[]): void {
  const results = scope.signature(handle.results).length;
  const opcodes = scope.opcodes(code);
  for (const { first, last } of blocks) {
    scope.charge(last - first + 1);
    let height = 0;
    let pushed = 0;
    for (let offset = first; offset <= last; offset += 1) {
      const effect = EFFECT_OF[opcodes[offset] ?? 0] ?? variableEffect(scope, code.instructions[offset] ?? missing(), results);
      const pops = effect[0];
      const pushes = effect[1];
      if (height < pops) scope.fail("stack_underflow", `${code.instructions[offset]?.op} takes ${pops} of ${height} values`, offset);
      height += pushes - pops;
      pushed += pushes;
      if (pushed > PUSHES_MAX) scope.fail("too_many_pushes", `a block pushes more than ${PUSHES_MAX} values`, offset);
      if (height > HEIGHT_MAX) scope.fail("stack_overflow", `a block holds more than ${HEIGHT_MAX} values`, offset);
    }
    if (height !== 0) scope.fail("stack_not_empty", `a block ends with ${height} values on the stack`, last);
  }
}

function variableEffect(scope: ModuleScope, instruction: Instruction, results: number): Effect {
  const { op, literal } = instruction;
  if (op === "Ret") return [results, 0];
  if (op === "VecPack") return [Number(literal), 1];
  if (op === "VecUnpack") return [1, Number(literal)];
  const called = functionHandleOf(scope.compiled, instruction);
  if (called !== undefined) return [scope.signature(called.parameters).length, scope.signature(called.results).length];
  const fields = fieldsOf(scope.compiled, instruction)?.length;
  if (fields === undefined) throw new Error(`${op} has no effect on the stack that is known`);
  return op.startsWith("Pack") ? [fields, 1] : [1, fields];
}
