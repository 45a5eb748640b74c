import type { EnumValue, MoveValue, RuntimeType, StructValue } from "../runtime/runtime-type.ts";
import { fieldName } from "./primitive-reference.ts";
import { isUtf8 } from "./utf8.ts";

/** A value for people, with the names of fields and variants: `0x2::money::Money { instrument: 1, value: 250 }`. Byte vectors print as hexadecimal, strings in quotes. */
export function printValue(type: RuntimeType, value: MoveValue): string {
  if (type.kind === "vector") return printVector(type.element, elements(value));
  if (type.kind === "struct") {
    const text = textOf(type, value);
    return text ?? `${type.key}${printFields(type.fieldNames, type.fields, fields(value))}`;
  }
  if (type.kind === "enum") {
    const inner = fields(value);
    const variant = "t" in inner ? type.variants[Number(inner.t)] : undefined;
    if (variant === undefined) throw new Error(`a value of ${type.key} has no variant`);
    return `${type.key}::${variant.name}${printFields(variant.fieldNames, variant.fields, inner)}`;
  }
  if (typeof value === "object") throw new Error(`a ${type.key} is not in its representation`);
  return String(value);
}

function printVector(element: RuntimeType, values: readonly MoveValue[]): string {
  if (element.kind === "u8") return `0x${values.map((byte) => Number(byte).toString(16).padStart(2, "0")).join("")}`;
  return `[${values.map((value) => printValue(element, value)).join(", ")}]`;
}

function printFields(names: readonly string[], types: readonly RuntimeType[], value: StructValue | EnumValue): string {
  if (types.length === 0) return "";
  const printed = types.map((type, index) => {
    const field = value[fieldName(index)];
    if (field === undefined) throw new Error(`field ${index} is not there`);
    return `${names[index] ?? index}: ${printValue(type, field)}`;
  });
  return ` { ${printed.join(", ")} }`;
}

function textOf(type: RuntimeType, value: MoveValue): string | undefined {
  if (type.key !== "0x1::string::String" && type.key !== "0x1::ascii::String") return undefined;
  const bytes = elements(fields(value).f0 ?? []).map(Number);
  return isUtf8(bytes) ? JSON.stringify(new TextDecoder().decode(Uint8Array.from(bytes))) : undefined;
}

function elements(value: MoveValue): readonly MoveValue[] {
  if (!Array.isArray(value)) throw new Error("a vector is not in its representation");
  return value;
}

function fields(value: MoveValue): StructValue | EnumValue {
  if (typeof value !== "object" || Array.isArray(value)) throw new Error("a struct is not in its representation");
  return value;
}
