import type { EnumValue, MoveValue, RuntimeType, StructType, StructValue } from "@sycee/move-vm";
import { bytesToHex } from "@sycee/protocol/core";
import { PACKAGE } from "../framework.ts";
import type { JsonValue } from "../ledger.ts";

const utf8 = new TextDecoder("utf-8");

/**
 * A Move value as JSON: integers wider than 32 bits as decimal strings, addresses as they print, `vector<u8>` as
 * hexadecimal with `0x`, strings as text, `Option` as the value or null, structs as objects, enums as
 * `{ variant, …fields }`.
 */
export function valueToJson(type: RuntimeType, value: MoveValue): JsonValue {
  switch (type.kind) {
    case "bool":
    case "u8":
    case "u16":
    case "u32":
      return value as boolean | number;
    case "u64":
    case "u128":
    case "u256":
      return String(value);
    case "address":
    case "signer":
      return value as string;
    case "vector":
      return vectorToJson(type.element, value as MoveValue[]);
    case "struct":
      return structToJson(type, value as StructValue);
    case "enum": {
      const tagged = value as EnumValue;
      const variant = type.variants[tagged.t];
      if (variant === undefined) throw new Error(`${type.key} has no variant ${tagged.t}`);
      return { variant: variant.name, ...fieldsToJson(variant.fieldNames, variant.fields, tagged) };
    }
  }
}

function vectorToJson(element: RuntimeType, items: readonly MoveValue[]): JsonValue {
  if (element.kind === "u8") return `0x${bytesToHex(Uint8Array.from(items as number[]))}`;
  return items.map((item) => valueToJson(element, item));
}

function structToJson(type: StructType, value: StructValue): JsonValue {
  if (type.address === PACKAGE.std) {
    const [onlyField] = type.fields;
    if (type.name === "String" && (type.module === "string" || type.module === "ascii")) {
      return utf8.decode(Uint8Array.from(value.f0 as number[]));
    }
    if (type.name === "Option" && type.module === "option" && onlyField?.kind === "vector") {
      const [some] = value.f0 as MoveValue[];
      return some === undefined ? null : valueToJson(onlyField.element, some);
    }
  }
  return fieldsToJson(type.fieldNames, type.fields, value);
}

function fieldsToJson(
  names: readonly string[],
  types: readonly RuntimeType[],
  owner: StructValue | EnumValue,
): { [name: string]: JsonValue } {
  const json: [string, JsonValue][] = [];
  for (const [index, type] of types.entries()) {
    const value = owner[`f${index}`];
    if (value === undefined) throw new Error(`a value lacks field ${index}`);
    json.push([names[index] ?? `${index}`, valueToJson(type, value)]);
  }
  return Object.fromEntries(json);
}
