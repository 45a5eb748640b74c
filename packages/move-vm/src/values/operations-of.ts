import { ExecutionError } from "../runtime/execution-error.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import { generateOperations } from "./generated-operations.ts";
import { primitiveOperations } from "./primitive-operations.ts";
import type { TypeOperations } from "./type-operations.ts";

/** Nesting of a type whose values the machine still handles; recursion over a value is as deep as its type. */
export const MAX_VALUE_DEPTH = 128;

/** Copy, compare, encode, decode for values of the type; made on first use. Throws `ExecutionError` beyond {@link MAX_VALUE_DEPTH}. */
export function operationsOf(type: RuntimeType): TypeOperations {
  if (type.operations !== undefined) return type.operations;
  if (type.depth > MAX_VALUE_DEPTH) throw new ExecutionError("limit_exceeded", `values nest at most ${MAX_VALUE_DEPTH} levels deep`);
  const operations =
    type.kind === "vector" || type.kind === "struct" || type.kind === "enum"
      ? generateOperations(type, operationsOf)
      : primitiveOperations(type.kind);
  type.operations = operations;
  return operations;
}
