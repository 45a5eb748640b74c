import type { CompiledModule, FieldDefinition, FunctionHandle, Instruction } from "../format/compiled-module.ts";
import { OPCODES, type OperandForm } from "../format/opcodes.ts";

const FORMS_WITH_TYPES: ReadonlySet<OperandForm> = new Set<OperandForm>([
  "function-instantiation",
  "struct-instantiation",
  "field-instantiation",
  "variant-instantiation",
  "signature",
  "signature-and-count",
]);
/** Instructions that carry type arguments. */
const WITH_TYPES: ReadonlySet<string> = new Set(
  Object.entries(OPCODES).flatMap(([op, [, form]]) => (FORMS_WITH_TYPES.has(form) ? [op] : [])),
);

/** The signature of type arguments an instruction carries, by index; `undefined` if it carries none. */
export function instantiationOf(compiled: CompiledModule, { op, index }: Instruction): number | undefined {
  if (!WITH_TYPES.has(op)) return undefined;
  const form: OperandForm = OPCODES[op][1];
  switch (form) {
    case "function-instantiation":
      return compiled.functionInstantiations[index]?.typeArguments;
    case "struct-instantiation":
      return compiled.structInstantiations[index]?.typeArguments;
    case "field-instantiation":
      return compiled.fieldInstantiations[index]?.typeArguments;
    case "variant-instantiation":
      return compiled.enumInstantiations[compiled.variantInstantiations[index]?.enum ?? -1]?.typeArguments;
    case "signature":
    case "signature-and-count":
      return index;
    default:
      return undefined;
  }
}

/** The function an instruction calls, by index of its handle; `undefined` if it calls none. */
export function calleeOf(compiled: CompiledModule, { op, index }: Instruction): number | undefined {
  if (op === "Call") return index;
  return op === "CallGeneric" ? found(compiled.functionInstantiations[index]).generic : undefined;
}

/** The struct an instruction packs or unpacks, by index of its definition. */
export function structOf(compiled: CompiledModule, { op, index }: Instruction): number | undefined {
  if (op === "Pack" || op === "Unpack") return index;
  return op === "PackGeneric" || op === "UnpackGeneric" ? found(compiled.structInstantiations[index]).generic : undefined;
}

/** The field an instruction borrows, by index of its handle. */
export function fieldOf(compiled: CompiledModule, { op, index }: Instruction): number | undefined {
  if (op === "MutBorrowField" || op === "ImmBorrowField") return index;
  return op === "MutBorrowFieldGeneric" || op === "ImmBorrowFieldGeneric" ? found(compiled.fieldInstantiations[index]).generic : undefined;
}

/** The variant an instruction packs or unpacks: index of its enum's definition, and its own in it. */
export function variantOf(compiled: CompiledModule, { op, index }: Instruction): { enum: number; variant: number } | undefined {
  const form: OperandForm = OPCODES[op][1];
  if (form === "variant") return found(compiled.variantHandles[index]);
  if (form !== "variant-instantiation") return undefined;
  const handle = found(compiled.variantInstantiations[index]);
  return { enum: found(compiled.enumInstantiations[handle.enum]).generic, variant: handle.variant };
}

/** The fields an instruction packs or unpacks, `undefined` if it does neither. */
export function fieldsOf(compiled: CompiledModule, instruction: Instruction): readonly FieldDefinition[] | undefined {
  const struct = structOf(compiled, instruction);
  if (struct !== undefined) return found(found(compiled.structDefinitions[struct]).fields);
  const variant = variantOf(compiled, instruction);
  return variant && found(found(compiled.enumDefinitions[variant.enum]).variants[variant.variant]).fields;
}

export function functionHandleOf(compiled: CompiledModule, instruction: Instruction): FunctionHandle | undefined {
  if (instruction.op !== "Call" && instruction.op !== "CallGeneric") return undefined;
  const callee = calleeOf(compiled, instruction);
  return callee === undefined ? undefined : found(compiled.functionHandles[callee]);
}

function found<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error("an index is used before it was checked");
  return item;
}
