import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";

/** What a reference to a value of `type` points at: the object itself, or what a `PrimitiveReference` holds. */
export function referencedValue(type: RuntimeType, reference: MoveValue | PrimitiveReference): MoveValue {
  if (type.kind === "vector" || type.kind === "struct" || type.kind === "enum") {
    if (!isPrimitiveReference(reference)) return reference;
  } else if (isPrimitiveReference(reference)) {
    return reference.get();
  }
  throw new Error(`a reference to ${type.key} is not in its representation`);
}

function isPrimitiveReference(reference: MoveValue | PrimitiveReference): reference is PrimitiveReference {
  return typeof reference === "object" && "get" in reference && typeof reference.get === "function";
}
