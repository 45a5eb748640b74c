import type { Instruction } from "../format/compiled-module.ts";
import type { Opcode } from "../format/opcodes.ts";
import { fieldOf, fieldsOf, functionHandleOf, variantOf } from "./instruction-operands.ts";
import type { ReferenceChecker } from "./reference-checker.ts";
import { VALUE } from "./reference-state.ts";

/** What an instruction does to the references among its operands. */
export type ReferenceRule = (checker: ReferenceChecker, instruction: Instruction) => void;

const nothing: ReferenceRule = () => undefined;
const load: ReferenceRule = (checker) => checker.push(VALUE);
const takeValue: ReferenceRule = (checker) => checker.popValues(1);
const replace: ReferenceRule = (checker) => {
  checker.popValues(1);
  checker.push(VALUE);
};
const combine: ReferenceRule = (checker) => {
  checker.popValues(2);
  checker.push(VALUE);
};
const compare: ReferenceRule = (checker) => checker.compare();

const borrowLocal =
  (isMutable: boolean): ReferenceRule =>
  (checker, { index }) =>
    checker.borrowLocal(index, isMutable);

const borrowField =
  (isMutable: boolean): ReferenceRule =>
  (checker, instruction) => {
    const { compiled } = checker.scope;
    const { struct, field } = checker.scope.at(compiled.fieldHandles, fieldOf(compiled, instruction) ?? -1);
    checker.borrowField(struct, field, isMutable);
  };

const call: ReferenceRule = (checker, instruction) => {
  const handle = functionHandleOf(checker.scope.compiled, instruction);
  if (handle === undefined) throw new Error("a call of nothing");
  checker.call(checker.scope.signature(handle.parameters), checker.scope.signature(handle.results));
};

const pack: ReferenceRule = (checker, instruction) => {
  checker.popValues(fieldsOf(checker.scope.compiled, instruction)?.length ?? 0);
  checker.push(VALUE);
};

const unpack: ReferenceRule = (checker, instruction) => {
  checker.popValues(1);
  checker.pushValues(fieldsOf(checker.scope.compiled, instruction)?.length ?? 0);
};

const unpackReference =
  (isMutable: boolean): ReferenceRule =>
  (checker, instruction) => {
    const { compiled } = checker.scope;
    const variant = variantOf(compiled, instruction);
    if (variant === undefined) throw new Error("a variant of nothing");
    checker.borrowVariant(variant.enum, variant.variant, fieldsOf(compiled, instruction)?.length ?? 0, isMutable);
  };

/** The rule of every instruction. */
export const REFERENCE_RULES: Record<Opcode, ReferenceRule> = {
  Pop: (checker) => checker.release(checker.pop()),
  Ret: (checker) => checker.return(),
  BrTrue: takeValue,
  BrFalse: takeValue,
  Branch: nothing,
  Nop: nothing,
  Abort: takeValue,
  LdU8: load,
  LdU16: load,
  LdU32: load,
  LdU64: load,
  LdU128: load,
  LdU256: load,
  LdTrue: load,
  LdFalse: load,
  LdConst: load,
  CopyLoc: (checker, { index }) => checker.copyLocal(index),
  MoveLoc: (checker, { index }) => checker.moveLocal(index),
  StLoc: (checker, { index }) => checker.storeLocal(index),
  MutBorrowLoc: borrowLocal(true),
  ImmBorrowLoc: borrowLocal(false),
  MutBorrowField: borrowField(true),
  MutBorrowFieldGeneric: borrowField(true),
  ImmBorrowField: borrowField(false),
  ImmBorrowFieldGeneric: borrowField(false),
  Call: call,
  CallGeneric: call,
  Pack: pack,
  PackGeneric: pack,
  PackVariant: pack,
  PackVariantGeneric: pack,
  Unpack: unpack,
  UnpackGeneric: unpack,
  UnpackVariant: unpack,
  UnpackVariantGeneric: unpack,
  UnpackVariantImmRef: unpackReference(false),
  UnpackVariantGenericImmRef: unpackReference(false),
  UnpackVariantMutRef: unpackReference(true),
  UnpackVariantGenericMutRef: unpackReference(true),
  VariantSwitch: (checker) => checker.read(),
  ReadRef: (checker) => {
    checker.read();
    checker.push(VALUE);
  },
  WriteRef: (checker) => {
    checker.write();
    checker.popValues(1);
  },
  FreezeRef: (checker) => checker.freeze(),
  CastU8: replace,
  CastU16: replace,
  CastU32: replace,
  CastU64: replace,
  CastU128: replace,
  CastU256: replace,
  Add: combine,
  Sub: combine,
  Mul: combine,
  Mod: combine,
  Div: combine,
  BitOr: combine,
  BitAnd: combine,
  Xor: combine,
  Shl: combine,
  Shr: combine,
  Or: combine,
  And: combine,
  Not: replace,
  Eq: compare,
  Neq: compare,
  Lt: combine,
  Gt: combine,
  Le: combine,
  Ge: combine,
  VecPack: (checker, { literal }) => {
    checker.popValues(Number(literal));
    checker.push(VALUE);
  },
  VecUnpack: (checker, { literal }) => {
    checker.popValues(1);
    checker.pushValues(Number(literal));
  },
  VecLen: (checker) => {
    checker.read();
    checker.push(VALUE);
  },
  VecImmBorrow: (checker) => {
    checker.popValues(1);
    checker.borrowElement(false);
  },
  VecMutBorrow: (checker) => {
    checker.popValues(1);
    checker.borrowElement(true);
  },
  VecPushBack: (checker) => {
    checker.popValues(1);
    checker.write();
  },
  VecPopBack: (checker) => {
    checker.write();
    checker.push(VALUE);
  },
  VecSwap: (checker) => {
    checker.popValues(2);
    checker.write();
  },
};
