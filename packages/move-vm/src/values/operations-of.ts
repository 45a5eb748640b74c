import type { RuntimeType } from "../runtime/runtime-type.ts";
import { generateOperations } from "./generated-operations.ts";
import { primitiveOperations } from "./primitive-operations.ts";
import type { TypeOperations } from "./type-operations.ts";

/** Most levels that a value nests; one that would be deeper is not packed. A vector of such values has one more. */
export const MAX_VALUE_DEPTH = 128;

/** Copy, compare, encode, decode for values of the type; made on first use. They call each other, as deep as the type nests. */
export function operationsOf(type: RuntimeType): TypeOperations {
  if (type.operations !== undefined) return type.operations;
  const operations =
    type.kind === "vector" || type.kind === "struct" || type.kind === "enum"
      ? generateOperations(type, operationsOf)
      : primitiveOperations(type.kind);
  type.operations = operations;
  return operations;
}
