import type { Instruction } from "../format/compiled-module.ts";
import type { Opcode } from "../format/opcodes.ts";
import type { PrimitiveKind } from "../runtime/runtime-type.ts";
import { fieldOf, fieldsOf, functionHandleOf, instantiationOf, structOf, variantOf } from "./instruction-operands.ts";
import type { TypeId } from "./type-pool.ts";
import type { TypeStack } from "./type-stack.ts";

/** What an instruction asks of the operands and leaves in their place. */
export type TypeRule = (stack: TypeStack, instruction: Instruction) => void;

const nothing: TypeRule = () => undefined;

const load =
  (kind: PrimitiveKind): TypeRule =>
  (stack) =>
    stack.pushPrimitive(kind);

const cast =
  (kind: PrimitiveKind): TypeRule =>
  (stack) => {
    stack.popInteger();
    stack.pushPrimitive(kind);
  };

const calculate: TypeRule = (stack) => {
  const right = stack.popInteger();
  stack.popAs(right, "the other operand");
  stack.push(right);
};

const shift: TypeRule = (stack) => {
  stack.popAs(stack.primitive("u8"), "the number of bits to shift by");
  stack.push(stack.popInteger());
};

const order: TypeRule = (stack) => {
  stack.popAs(stack.popInteger(), "the other operand");
  stack.pushPrimitive("bool");
};

const equal: TypeRule = (stack) => {
  const right = stack.pop();
  stack.needDrop(right);
  stack.popAs(right, "the other operand");
  stack.pushPrimitive("bool");
};

const logic: TypeRule = (stack) => {
  const bool = stack.primitive("bool");
  stack.scope.charge(2);
  stack.popAs(bool, "an operand");
  stack.popAs(bool, "an operand");
  stack.push(bool);
};

const branch: TypeRule = (stack) => stack.popAs(stack.primitive("bool"), "a condition");

const borrowLocal =
  (isMutable: boolean): TypeRule =>
  (stack, { index }) => {
    const type = stack.local(index);
    const { kind } = stack.types.node(type);
    if (kind === "reference" || kind === "mutable-reference") {
      stack.scope.fail("borrow_of_reference", "a reference to a reference is taken", stack.offset);
    }
    stack.pushReference(type, isMutable);
  };

const borrowField =
  (isMutable: boolean): TypeRule =>
  (stack, instruction) => {
    const { compiled } = stack.scope;
    const { struct, field } = stack.scope.at(compiled.fieldHandles, fieldOf(compiled, instruction) ?? -1);
    const { handle, fields } = stack.scope.at(compiled.structDefinitions, struct);
    const typeArguments = instantiationOf(compiled, instruction);
    const target = stack.popReference(isMutable ? true : undefined);
    if (target !== stack.types.datatype(handle, typeArguments)) stack.mismatch("a field of another type is borrowed");
    const type = stack.types.of(stack.scope.at(fields ?? [], field).type);
    stack.pushReference(stack.types.instantiate(type, typeArguments), isMutable);
  };

/** The types of a signature with type arguments for its type parameters. */
function instanceOf({ types }: TypeStack, signature: number, typeArguments: number | undefined): readonly TypeId[] {
  const open = types.signature(signature);
  return typeArguments === undefined ? open : open.map((type) => types.instantiate(type, typeArguments));
}

const call: TypeRule = (stack, instruction) => {
  const { compiled } = stack.scope;
  const handle = functionHandleOf(compiled, instruction);
  if (handle === undefined) throw new Error("a call of nothing");
  const typeArguments = instantiationOf(compiled, instruction);
  stack.popAll(instanceOf(stack, handle.parameters, typeArguments), "an argument");
  const results = instanceOf(stack, handle.results, typeArguments);
  stack.scope.charge(results.length);
  for (let index = 0; index < results.length; index += 1) stack.push(stack.scope.at(results, index));
};

/** The struct or enum an instruction packs or unpacks, and the types of the fields it does that with. */
function packed(stack: TypeStack, instruction: Instruction): { whole: TypeId; fields: readonly TypeId[] } {
  const { compiled } = stack.scope;
  const struct = structOf(compiled, instruction);
  const definition =
    struct === undefined
      ? stack.scope.at(compiled.enumDefinitions, variantOf(compiled, instruction)?.enum ?? -1)
      : stack.scope.at(compiled.structDefinitions, struct);
  const typeArguments = instantiationOf(compiled, instruction);
  const fields = fieldsOf(compiled, instruction) ?? [];
  stack.scope.charge(fields.length);
  return {
    whole: stack.types.datatype(definition.handle, typeArguments),
    fields: fields.map((field) => stack.types.instantiate(stack.types.of(field.type), typeArguments)),
  };
}

const pack: TypeRule = (stack, instruction) => {
  const { whole, fields } = packed(stack, instruction);
  stack.popAll(fields, "a field");
  stack.push(whole);
};

const unpack: TypeRule = (stack, instruction) => {
  const { whole, fields } = packed(stack, instruction);
  stack.popAs(whole, "what is unpacked");
  for (const field of fields) stack.push(field);
};

const unpackReference =
  (isMutable: boolean): TypeRule =>
  (stack, instruction) => {
    const { whole, fields } = packed(stack, instruction);
    if (stack.popReference(isMutable) !== whole) stack.mismatch("what is unpacked is of another type");
    for (const field of fields) stack.pushReference(field, isMutable);
  };

/** The element type that a vector instruction carries. */
function element(stack: TypeStack, { index }: Instruction): TypeId {
  return stack.scope.at(stack.types.signature(index), 0);
}

/** Takes a reference to a vector of the element type the instruction carries. */
function popVector(stack: TypeStack, instruction: Instruction, isMutable?: boolean): TypeId {
  const type = element(stack, instruction);
  if (stack.popReference(isMutable) !== stack.types.vectorOf(type)) stack.mismatch("a vector has elements of another type");
  return type;
}

const borrowElement =
  (isMutable: boolean): TypeRule =>
  (stack, instruction) => {
    stack.popAs(stack.primitive("u64"), "an index");
    stack.pushReference(popVector(stack, instruction, isMutable ? true : undefined), isMutable);
  };

/** The rule of every instruction. */
export const TYPE_RULES: Record<Opcode, TypeRule> = {
  Pop: (stack) => stack.needDrop(stack.pop()),
  Ret: (stack) => stack.popAll(stack.results, "a result"),
  BrTrue: branch,
  BrFalse: branch,
  Branch: nothing,
  Nop: nothing,
  Abort: (stack) => stack.popAs(stack.primitive("u64"), "an abort code"),
  LdU8: load("u8"),
  LdU16: load("u16"),
  LdU32: load("u32"),
  LdU64: load("u64"),
  LdU128: load("u128"),
  LdU256: load("u256"),
  LdTrue: load("bool"),
  LdFalse: load("bool"),
  LdConst: (stack, { index }) => stack.push(stack.types.of(stack.scope.at(stack.scope.compiled.constants, index).type)),
  CopyLoc: (stack, { index }) => {
    stack.needCopy(stack.local(index));
    stack.push(stack.local(index));
  },
  MoveLoc: (stack, { index }) => stack.push(stack.local(index)),
  StLoc: (stack, { index }) => stack.popAs(stack.local(index), "what is stored"),
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
  VariantSwitch: (stack, { index }) => {
    const { enum: definition } = stack.scope.at(stack.code.jumpTables, index);
    const { handle } = stack.scope.at(stack.scope.compiled.enumDefinitions, definition);
    const target = stack.types.node(stack.popReference(false));
    if (target.kind !== "datatype" || target.index !== handle) {
      stack.scope.fail("wrong_switch_type", "a switch is on something other than its table's enum", stack.offset);
    }
  },
  ReadRef: (stack) => {
    const target = stack.popReference();
    stack.needCopy(target);
    stack.push(target);
  },
  WriteRef: (stack) => {
    const target = stack.popReference(true);
    stack.needDrop(target);
    stack.popAs(target, "what is written");
  },
  FreezeRef: (stack) => stack.pushReference(stack.popReference(true), false),
  CastU8: cast("u8"),
  CastU16: cast("u16"),
  CastU32: cast("u32"),
  CastU64: cast("u64"),
  CastU128: cast("u128"),
  CastU256: cast("u256"),
  Add: calculate,
  Sub: calculate,
  Mul: calculate,
  Mod: calculate,
  Div: calculate,
  BitOr: calculate,
  BitAnd: calculate,
  Xor: calculate,
  Shl: shift,
  Shr: shift,
  Or: logic,
  And: logic,
  Not: (stack) => {
    stack.popAs(stack.primitive("bool"), "the operand");
    stack.pushPrimitive("bool");
  },
  Eq: equal,
  Neq: equal,
  Lt: order,
  Gt: order,
  Le: order,
  Ge: order,
  VecPack: (stack, instruction) => {
    const count = Number(instruction.literal);
    const type = element(stack, instruction);
    stack.scope.charge(count);
    for (let index = 0; index < count; index += 1) stack.popAs(type, "an element");
    stack.push(stack.types.vectorOf(type));
  },
  VecUnpack: (stack, instruction) => {
    const count = Number(instruction.literal);
    const type = element(stack, instruction);
    stack.popAs(stack.types.vectorOf(type), "what is unpacked");
    stack.scope.charge(count);
    for (let index = 0; index < count; index += 1) stack.push(type);
  },
  VecLen: (stack, instruction) => {
    popVector(stack, instruction);
    stack.pushPrimitive("u64");
  },
  VecImmBorrow: borrowElement(false),
  VecMutBorrow: borrowElement(true),
  VecPushBack: (stack, instruction) => {
    stack.popAs(element(stack, instruction), "the element");
    popVector(stack, instruction, true);
  },
  VecPopBack: (stack, instruction) => stack.push(popVector(stack, instruction, true)),
  VecSwap: (stack, instruction) => {
    const index = stack.primitive("u64");
    stack.popAll([index, index], "an index");
    popVector(stack, instruction, true);
  },
};
