import type { EnumValue, MoveValue, StructValue } from "../../src/runtime/runtime-type.ts";
import { type MoveType, structText, typeText, variantText } from "./move-type.ts";

/** Source of a value in run-time representation. Throws if the representation is not one of the type's. */
export function valueLiteral(type: MoveType, value: unknown): string {
  switch (type.kind) {
    case "bool":
      if (typeof value !== "boolean") throw misfit(type, value);
      return `${value}`;
    case "address":
      if (typeof value !== "string" || !/^0x[0-9a-f]{64}$/.test(value)) throw misfit(type, value);
      return `@${value}`;
    case "integer": {
      const isNumber = typeof value === "number" && Number.isSafeInteger(value) && !Object.is(value, -0);
      const isBig = typeof value === "bigint" && (type.name !== "u64" || value > BigInt(Number.MAX_SAFE_INTEGER));
      const wantsNumber = type.name !== "u128" && type.name !== "u256";
      if (!((isNumber && wantsNumber) || (isBig && (type.name === "u64" || !wantsNumber)))) throw misfit(type, value);
      return `${value}${type.name}`;
    }
    case "vector":
      if (!Array.isArray(value)) throw misfit(type, value);
      return `vector<${typeText(type.element)}>[${value.map((item) => valueLiteral(type.element, item)).join(", ")}]`;
    case "struct":
      return structText(type, (field, index) => valueLiteral(field, fieldOf(value, index)));
    case "enum": {
      const variant = isRecord(value) && "t" in value ? type.declared.variants[value.t] : undefined;
      if (variant === undefined) throw misfit(type, value);
      return variantText(type, variant, (field, index) => valueLiteral(field, fieldOf(value, index)));
    }
  }
}

function isRecord(value: unknown): value is StructValue | EnumValue {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldOf(value: unknown, index: number): MoveValue | undefined {
  return isRecord(value) ? value[`f${index}`] : undefined;
}

function misfit(type: MoveType, value: unknown): Error {
  return new Error(`${typeof value} ${String(value)} is not a ${typeText(type)}`);
}
