import type { RuntimeType } from "../runtime/runtime-type.ts";

/** The type argument of a native that is declared with exactly one. */
export function onlyTypeArgument(typeArguments: readonly RuntimeType[]): RuntimeType {
  const [type] = typeArguments;
  if (type === undefined || typeArguments.length !== 1) throw new Error(`a native takes 1 type argument, not ${typeArguments.length}`);
  return type;
}

/** The type arguments of a native that is declared with exactly two. */
export function twoTypeArguments(typeArguments: readonly RuntimeType[]): readonly [RuntimeType, RuntimeType] {
  const [first, second] = typeArguments;
  if (first === undefined || second === undefined || typeArguments.length !== 2) {
    throw new Error(`a native takes 2 type arguments, not ${typeArguments.length}`);
  }
  return [first, second];
}
