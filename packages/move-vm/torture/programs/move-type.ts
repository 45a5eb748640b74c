import type { Random } from "../random.ts";

export type IntegerName = "u8" | "u16" | "u32" | "u64" | "u128" | "u256";

/** A type of a generated program. */
export type MoveType =
  | { readonly kind: "bool" | "address" }
  | { readonly kind: "integer"; readonly name: IntegerName }
  | { readonly kind: "vector"; readonly element: MoveType }
  | { readonly kind: "struct"; readonly declared: DeclaredStruct; readonly typeArguments: readonly MoveType[] }
  | { readonly kind: "enum"; readonly declared: DeclaredEnum; readonly typeArguments: readonly MoveType[] };

export interface Field {
  readonly name: string;
  /** The field's type for the type arguments of its owner. */
  readonly type: (typeArguments: readonly MoveType[]) => MoveType;
}

export interface DeclaredStruct {
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Variant {
  readonly name: string;
  readonly form: "unit" | "positional" | "named";
  readonly fields: readonly Field[];
}

export interface DeclaredEnum {
  readonly name: string;
  readonly variants: readonly Variant[];
}

export const BITS: Readonly<Record<IntegerName, number>> = { u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256 };
const INTEGER_NAMES: readonly IntegerName[] = ["u8", "u16", "u32", "u64", "u128", "u256"];
export const INTEGERS: readonly MoveType[] = INTEGER_NAMES.map((name) => ({ kind: "integer", name }));
export const BOOL: MoveType = { kind: "bool" };
export const ADDRESS: MoveType = { kind: "address" };
export const U64: MoveType = { kind: "integer", name: "u64" };
export const U8: MoveType = { kind: "integer", name: "u8" };

const param =
  (index: number) =>
  (typeArguments: readonly MoveType[]): MoveType => {
    const type = typeArguments[index];
    if (type === undefined) throw new Error("a type argument is missing");
    return type;
  };
const fixed = (type: MoveType) => (): MoveType => type;

/** Declared in the prelude of every generated module. */
export const BOX: DeclaredStruct = {
  name: "Box",
  fields: [
    { name: "held", type: param(0) },
    { name: "count", type: fixed(U8) },
    { name: "wide", type: fixed({ kind: "integer", name: "u128" }) },
  ],
};
export const OPT: DeclaredEnum = {
  name: "Opt",
  variants: [
    { name: "None", form: "unit", fields: [] },
    { name: "Some", form: "positional", fields: [{ name: "0", type: param(0) }] },
    {
      name: "Both",
      form: "named",
      fields: [
        { name: "one", type: param(0) },
        { name: "more", type: (typeArguments) => ({ kind: "vector", element: param(0)(typeArguments) }) },
      ],
    },
  ],
};

/** How source writes the type. */
export function typeText(type: MoveType): string {
  switch (type.kind) {
    case "integer":
      return type.name;
    case "vector":
      return `vector<${typeText(type.element)}>`;
    case "struct":
    case "enum":
      return type.typeArguments.length === 0 ? type.declared.name : `${type.declared.name}<${type.typeArguments.map(typeText).join(", ")}>`;
    default:
      return type.kind;
  }
}

/** A literal, edges of the range more often than not. */
export function integerLiteral(name: IntegerName, random: Random): string {
  const bits = BITS[name];
  const top = 1n << BigInt(bits);
  const edges = [
    0n,
    1n,
    2n,
    3n,
    7n,
    10n,
    top - 1n,
    top - 2n,
    top >> 1n,
    (top >> 1n) - 1n,
    (1n << BigInt(bits / 2)) - 1n,
    1n << BigInt(bits / 2),
  ];
  if (bits >= 64) edges.push(2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 32n, 2n ** 31n, 2n ** 63n);
  const value = random.oneIn(2) ? random.pick(edges) : random.bits(1 + random.below(bits));
  return `${random.oneIn(4) ? `0x${value.toString(16)}` : value}${name}`;
}

/** An expression without variables of the type. */
export function literal(type: MoveType, random: Random, depth = 2): string {
  switch (type.kind) {
    case "bool":
      return random.oneIn(2) ? "true" : "false";
    case "address":
      return `@0x${random.oneIn(2) ? random.below(4).toString(16) : random.bits(256).toString(16)}`;
    case "integer":
      return integerLiteral(type.name, random);
    case "vector": {
      const length = depth > 0 ? random.below(4) : 0;
      return `vector<${typeText(type.element)}>[${Array.from({ length }, () => literal(type.element, random, depth - 1)).join(", ")}]`;
    }
    case "struct":
      return structText(type, (field) => literal(field, random, depth - 1));
    case "enum":
      return variantText(type, random.pick(type.declared.variants), (field) => literal(field, random, depth - 1));
  }
}

/** `Name { field: …, … }`. */
export function structText(type: MoveType & { kind: "struct" }, value: (field: MoveType, index: number) => string): string {
  const fields = type.declared.fields.map((field, index) => `${field.name}: ${value(field.type(type.typeArguments), index)}`);
  return `${typeText(type)} { ${fields.join(", ")} }`;
}

/** `Name::Variant(…)`; generic enums go through functions of the prelude, which fix their type arguments. */
export function variantText(
  type: MoveType & { kind: "enum" },
  variant: Variant,
  value: (field: MoveType, index: number) => string,
): string {
  const values = variant.fields.map((field, index) => value(field.type(type.typeArguments), index));
  if (type.declared === OPT)
    return `opt_${variant.name.toLowerCase()}<${type.typeArguments.map(typeText).join(", ")}>(${values.join(", ")})`;
  const path = `${type.declared.name}::${variant.name}`;
  if (variant.form === "unit") return path;
  if (variant.form === "positional") return `${path}(${values.join(", ")})`;
  return `${path} { ${variant.fields.map((field, index) => `${field.name}: ${values[index]}`).join(", ")} }`;
}
