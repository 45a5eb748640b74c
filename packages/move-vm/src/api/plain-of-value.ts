import type { EnumValue, MoveValue, RuntimeType, StructType, StructValue } from "../runtime/runtime-type.ts";
import { fieldName } from "../values/primitive-reference.ts";
import { isEmptyStruct, optionElement, standardType } from "./standard-type.ts";
import type { PlainValue } from "./vm.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A value as ordinary JavaScript, sharing nothing with it. */
export function plainOfValue(type: RuntimeType, value: MoveValue): PlainValue {
  switch (type.kind) {
    case "vector":
      return plainVector(type.element, elements(value));
    case "struct":
      return plainStruct(type, fields(value));
    case "enum": {
      const inner = fields(value);
      const variant = "t" in inner ? type.variants[Number(inner.t)] : undefined;
      if (variant === undefined) throw new Error(`a value of ${type.key} has no variant`);
      return Object.fromEntries([["$kind", variant.name], ...plainFields(variant.fieldNames, variant.fields, inner)]);
    }
    case "u64":
      return typeof value === "number" ? BigInt(value) : primitive(value);
    default:
      return primitive(value);
  }
}

function plainStruct(type: StructType, value: StructValue | EnumValue): PlainValue {
  const standard = standardType(type);
  const inner = value.f0;
  if (standard === "option" && Array.isArray(inner) && inner.length <= 1) return plainOption(optionElement(type), inner[0]);
  if ((standard === "string" || standard === "ascii") && Array.isArray(inner)) {
    const text = textOf(inner);
    if (text !== undefined) return text;
  }
  if (isEmptyStruct(type.fieldNames)) return {};
  return Object.fromEntries(plainFields(type.fieldNames, type.fields, value));
}

function plainOption(type: RuntimeType, value: MoveValue | undefined): PlainValue {
  if (value === undefined) return undefined;
  const plain = plainOfValue(type, value);
  return standardType(type) === "option" ? { some: plain } : plain;
}

/** `undefined` if the bytes are no text: only a caller that made the value itself can have put them there, and it sees the struct. */
function textOf(bytes: readonly MoveValue[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes, Number));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function plainVector(element: RuntimeType, values: readonly MoveValue[]): PlainValue {
  if (element.kind === "u8") return Uint8Array.from(values, Number);
  return values.map((value) => plainOfValue(element, value));
}

/** Names with values, for `Object.fromEntries`: it makes a property of its own even of `__proto__`. */
function plainFields(names: readonly string[], types: readonly RuntimeType[], value: StructValue | EnumValue): [string, PlainValue][] {
  return types.map((type, index) => {
    const field = value[fieldName(index)];
    if (field === undefined) throw new Error(`field ${index} is not there`);
    return [names[index] ?? `${index}`, plainOfValue(type, field)];
  });
}

function primitive(value: MoveValue): PlainValue {
  if (typeof value === "object") throw new Error("a primitive is not in its representation");
  return value;
}

function elements(value: MoveValue): readonly MoveValue[] {
  if (!Array.isArray(value)) throw new Error("a vector is not in its representation");
  return value;
}

function fields(value: MoveValue): StructValue | EnumValue {
  if (typeof value !== "object" || Array.isArray(value)) throw new Error("a struct is not in its representation");
  return value;
}
