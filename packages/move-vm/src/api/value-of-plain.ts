import type { EnumType, MoveValue, RuntimeType, StructType } from "../runtime/runtime-type.ts";
import { byteArrayOf } from "../values/byte-array.ts";
import { canonicalU64 } from "../values/u64.ts";
import { CallRefusal } from "./call-refusal.ts";
import { isEmptyStruct, optionElement, standardType } from "./standard-type.ts";

const INTEGER_BITS = { u8: 8n, u16: 16n, u32: 32n, u64: 64n, u128: 128n, u256: 256n } as const;
const ADDRESS = /^0x[0-9a-fA-F]{1,64}$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const utf8 = new TextEncoder();

/** The value that ordinary JavaScript stands for. `path` names it in refusals. Throws {@link CallRefusal} (`wrong_argument`). */
export function valueOfPlain(type: RuntimeType, plain: unknown, path: string): MoveValue {
  switch (type.kind) {
    case "bool":
      return typeof plain === "boolean" ? plain : refuse(type, plain, path);
    case "u8":
    case "u16":
    case "u32":
      return Number(integer(type, type.kind, plain, path));
    case "u64":
      return canonicalU64(integer(type, "u64", plain, path));
    case "u128":
    case "u256":
      return integer(type, type.kind, plain, path);
    case "address":
    case "signer":
      return typeof plain === "string" && ADDRESS.test(plain)
        ? `0x${plain.slice(2).toLowerCase().padStart(64, "0")}`
        : refuse(type, plain, path);
    case "vector":
      return vectorOf(type, type.element, plain, path);
    case "struct":
      return structOf(type, plain, path);
    case "enum":
      return enumOf(type, plain, path);
  }
}

function integer(type: RuntimeType, kind: keyof typeof INTEGER_BITS, plain: unknown, path: string): bigint {
  const value = typeof plain === "number" && Number.isSafeInteger(plain) ? BigInt(plain) : plain;
  if (typeof value !== "bigint" || value < 0n || value >> INTEGER_BITS[kind] !== 0n) return refuse(type, plain, path);
  return value;
}

function vectorOf(type: RuntimeType, element: RuntimeType, plain: unknown, path: string): MoveValue[] {
  if (element.kind === "u8" && plain instanceof Uint8Array) return byteArrayOf(plain);
  if (!Array.isArray(plain)) return refuse(type, plain, path);
  const values: MoveValue[] = [];
  for (let index = 0; index < plain.length; index++) values.push(valueOfPlain(element, plain[index], `${path}[${index}]`));
  return values;
}

function structOf(type: StructType, plain: unknown, path: string): MoveValue {
  const standard = standardType(type);
  if (standard === "option") return new type.make(optionOf(optionElement(type), plain, path));
  if (standard === "string" || standard === "ascii") {
    if (typeof plain !== "string" || LONE_SURROGATE.test(plain)) return refuse(type, plain, path);
    const bytes = Array.from(utf8.encode(plain));
    if (standard === "ascii" && bytes.some((byte) => byte >= 0x80)) return refuse(type, plain, path);
    return new type.make(bytes);
  }
  if (isEmptyStruct(type.fieldNames) && isObject(plain) && Object.keys(plain).length === 0) return new type.make(false);
  return new type.make(...fieldsOf(type, type.fieldNames, type.fields, plain, path, []));
}

function optionOf(element: RuntimeType, plain: unknown, path: string): MoveValue[] {
  if (plain === undefined || plain === null) return [];
  if (standardType(element) !== "option") return [valueOfPlain(element, plain, path)];
  if (!isObject(plain) || Object.keys(plain).join() !== "some") return refuse(element, plain, path);
  return [valueOfPlain(element, plain.some, path)];
}

function enumOf(type: EnumType, plain: unknown, path: string): MoveValue {
  const name = isObject(plain) && Object.hasOwn(plain, "$kind") ? plain.$kind : undefined;
  const tag = type.variants.findIndex((variant) => variant.name === name);
  const variant = type.variants[tag];
  if (variant === undefined) return refuse(type, plain, path);
  return new type.make(tag, ...fieldsOf(type, variant.fieldNames, variant.fields, plain, path, ["$kind"]));
}

/** The fields in declared order; an object must have these, the `extra` ones, and no others. */
function fieldsOf(
  type: RuntimeType,
  names: readonly string[],
  types: readonly RuntimeType[],
  plain: unknown,
  path: string,
  extra: readonly string[],
): MoveValue[] {
  if (!isObject(plain)) return refuse(type, plain, path);
  const unknownName = Object.keys(plain).find((name) => !names.includes(name) && !extra.includes(name));
  if (unknownName !== undefined)
    throw new CallRefusal("wrong_argument", `${path} has a field ${JSON.stringify(unknownName)}, ${type.key} has not`);
  return types.map((field, index) => {
    const name = names[index] ?? "";
    // An option that is none may be left out.
    if (!Object.hasOwn(plain, name) && standardType(field) !== "option") {
      throw new CallRefusal("wrong_argument", `${path} lacks the field ${name} of ${type.key}`);
    }
    return valueOfPlain(field, Object.hasOwn(plain, name) ? plain[name] : undefined, `${path}.${name}`);
  });
}

function isObject(plain: unknown): plain is Readonly<Record<string, unknown>> {
  return typeof plain === "object" && plain !== null && !Array.isArray(plain) && !(plain instanceof Uint8Array);
}

function refuse(type: RuntimeType, plain: unknown, path: string): never {
  throw new CallRefusal("wrong_argument", `${path} must be a ${type.key}, not ${describe(plain)}`);
}

function describe(plain: unknown): string {
  if (plain === null || plain === undefined) return String(plain);
  if (typeof plain === "string") return JSON.stringify(plain.length > 80 ? `${plain.slice(0, 80)}…` : plain);
  if (typeof plain === "number" || typeof plain === "boolean") return String(plain);
  if (typeof plain === "bigint") return plain >> 512n === 0n ? `${plain}n` : "so large a bigint";
  if (typeof plain === "object") return Array.isArray(plain) ? "an array" : "an object";
  return `a ${typeof plain}`;
}
