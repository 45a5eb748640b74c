import type { RuntimeType, StructType } from "../runtime/runtime-type.ts";

const STD = `0x${"1".padStart(64, "0")}`;

/** Structs of `std` that have a plain form of their own. */
export type StandardType = "string" | "ascii" | "option" | "ledger";

/** Which of the structs of `std` a type is, `undefined` if it is none of them. */
export function standardType(type: RuntimeType): StandardType | undefined {
  if (type.kind !== "struct" || type.address !== STD) return undefined;
  if (type.name === "String" && (type.module === "string" || type.module === "ascii")) return hasOnlyBytes(type) ? type.module : undefined;
  if (type.module === "option" && type.name === "Option") return hasOnlyVector(type) ? "option" : undefined;
  return type.module === "ledger" && type.name === "Ledger" ? "ledger" : undefined;
}

/** The type of the value in an `Option`. */
export function optionElement(type: RuntimeType): RuntimeType {
  const [vector] = type.kind === "struct" ? type.fields : [];
  if (vector?.kind !== "vector") throw new Error(`${type.key} is not an option`);
  return vector.element;
}

/** The compiler gives a struct without fields one hidden boolean; this tells it from a field that was written. */
export function isEmptyStruct(fieldNames: readonly string[]): boolean {
  return fieldNames.length === 1 && fieldNames[0] === "dummy_field";
}

function hasOnlyBytes({ fields }: StructType): boolean {
  const [bytes] = fields;
  return fields.length === 1 && bytes?.kind === "vector" && bytes.element.kind === "u8";
}

function hasOnlyVector({ fields }: StructType): boolean {
  return fields.length === 1 && fields[0]?.kind === "vector";
}
