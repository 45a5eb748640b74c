import type { PrimitiveKind, RuntimeType } from "../runtime/runtime-type.ts";

/** Estimated bytes of an empty vector, and of a struct or enum beside its fields. */
export const VECTOR_BYTES = 48;
export const OBJECT_BYTES = 24;
/** Bytes that a place for a value takes, and bigints beyond it: a u64 may be one. Addresses are strings that copies share. */
const PRIMITIVE_BYTES: Partial<Record<PrimitiveKind, number>> = { u64: 24, u128: 40, u256: 64 };
const PLACE_BYTES = 8;
/** Bytes for each element of a `vector<u8>`. */
export const BYTE_PLACE = PLACE_BYTES;

const known = new WeakMap<RuntimeType, number>();

/** Estimated bytes that a value takes where it is held, its structs and enums included, with all of its vectors empty. */
export function heldBytes(type: RuntimeType): number {
  if (type.kind === "vector") return VECTOR_BYTES;
  if (type.kind !== "struct" && type.kind !== "enum") return PRIMITIVE_BYTES[type.kind] ?? PLACE_BYTES;
  let bytes = known.get(type);
  if (bytes === undefined) {
    const variants = type.kind === "struct" ? [type.fields] : type.variants.map((variant) => variant.fields);
    bytes = OBJECT_BYTES + Math.max(0, ...variants.map((fields) => fields.reduce((sum, field) => sum + heldBytes(field), 0)));
    known.set(type, bytes);
  }
  return bytes;
}

const vectors = new WeakMap<RuntimeType, boolean>();

/** Whether values of the type hold vectors, so that they differ in size. */
export function holdsVectors(type: RuntimeType): boolean {
  if (type.kind === "vector") return true;
  if (type.kind !== "struct" && type.kind !== "enum") return false;
  let holds = vectors.get(type);
  if (holds === undefined) {
    const variants = type.kind === "struct" ? [type.fields] : type.variants.map((variant) => variant.fields);
    holds = variants.some((fields) => fields.some(holdsVectors));
    vectors.set(type, holds);
  }
  return holds;
}
