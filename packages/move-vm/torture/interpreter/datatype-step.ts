import type { Instruction } from "../../src/format/compiled-module.ts";
import type { EnumType, RuntimeType, StructType } from "../../src/runtime/runtime-type.ts";
import type { Frame } from "./checked-interpreter.ts";
import { at, Composite, type Value } from "./value.ts";
import { demand, Violation } from "./violation.ts";

/** Structs and enums, made and taken apart, and the switch on variants. Answers where to go on, if not at the next instruction. */
export function datatypeStep(frame: Frame, instruction: Instruction): number | undefined {
  const { op, index } = instruction;
  const { compiled } = frame.called.owner;
  if (op === "VariantSwitch") {
    const table = at(frame.code.jumpTables, index);
    const declared = at(frame.called.owner.datatypeOfHandle, at(compiled.enumDefinitions, table.enum).handle);
    const value = composite(frame.popReference(undefined, false).cell.value);
    demand(value.type.name === declared.name && value.type.module === declared.owner.name, "a switch on another enum");
    return at(table.targets, value.tag ?? -1);
  }
  const { type, tag, fields } = op.includes("Variant") ? variant(frame, instruction) : struct(frame, instruction);
  if (op.startsWith("Pack")) {
    frame.push(new Composite(type, tag, frame.popValues(fields)));
  } else if (op.endsWith("Ref")) {
    const isMutable = op.endsWith("MutRef");
    const owner = frame.popReference(type, isMutable);
    if (composite(owner.cell.value).tag !== tag) throw frame.stop("enum_error");
    for (const field of fields.keys()) frame.pushPart(owner, field, isMutable);
  } else {
    const value = composite(frame.popValue(type));
    if (value.tag !== tag) throw frame.stop("enum_error");
    demand(value.items.length === fields.length, "a value has other than its type's fields");
    for (const item of value.items) frame.push(item);
  }
  return undefined;
}

interface Shape {
  readonly type: StructType | EnumType;
  readonly tag: number | undefined;
  readonly fields: readonly RuntimeType[];
}

function struct(frame: Frame, { op, index }: Instruction): Shape {
  const { compiled, datatypeOfHandle } = frame.called.owner;
  const instantiation = op.endsWith("Generic") ? at(compiled.structInstantiations, index) : undefined;
  const { handle } = at(compiled.structDefinitions, instantiation?.generic ?? index);
  const typeArguments = instantiation === undefined ? [] : frame.signature(instantiation.typeArguments);
  const type = frame.run_.types.datatype(at(datatypeOfHandle, handle), typeArguments);
  if (type.kind !== "struct") throw new Violation(`${type.key} is no struct`);
  return { type, tag: undefined, fields: type.fields };
}

function variant(frame: Frame, { op, index }: Instruction): Shape {
  const { compiled, datatypeOfHandle } = frame.called.owner;
  const isGeneric = op.includes("Generic");
  const handle = at(isGeneric ? compiled.variantInstantiations : compiled.variantHandles, index);
  const instantiation = isGeneric ? at(compiled.enumInstantiations, handle.enum) : undefined;
  const definition = at(compiled.enumDefinitions, instantiation?.generic ?? handle.enum);
  const typeArguments = instantiation === undefined ? [] : frame.signature(instantiation.typeArguments);
  const type = frame.run_.types.datatype(at(datatypeOfHandle, definition.handle), typeArguments);
  if (type.kind !== "enum") throw new Violation(`${type.key} is no enum`);
  return { type, tag: handle.variant, fields: at(type.variants, handle.variant).fields };
}

function composite(value: Value): Composite {
  if (!(value instanceof Composite)) throw new Violation(`a ${value.type.key} is no struct or enum`);
  return value;
}
