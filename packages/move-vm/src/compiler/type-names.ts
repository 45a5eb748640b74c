import type { TypeToken } from "../format/compiled-module.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import type { TypeRegistry } from "../runtime/type-registry.ts";

/**
 * Most names at one place where Move's own machine makes types, counted as it counts them: those of the type arguments of
 * the function that runs, those of a type as code has it, or of the type arguments of a call, and one for what has them.
 */
export const TYPE_NAMES_AT_ONCE = 128;

/** The names of type arguments. */
export function namesOfAll(types: TypeRegistry, typeArguments: readonly RuntimeType[]): number {
  return typeArguments.reduce((sum, type) => sum + types.namesOf(type), 0);
}

/** The names of types as code has them, each type parameter for one. */
export function namesOfTokens(tokens: readonly TypeToken[]): number {
  return tokens.reduce((sum, token) => sum + namesOfToken(token), 0);
}

function namesOfToken(token: TypeToken): number {
  if (token.kind === "vector") return 1 + namesOfToken(token.element);
  if (token.kind === "datatype") return 1 + namesOfTokens(token.typeArguments);
  if (token.kind === "reference" || token.kind === "mutable-reference") return 1 + namesOfToken(token.target);
  return 1;
}
