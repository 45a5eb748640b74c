import type { Signature, TypeToken } from "../format/compiled-module.ts";
import { missing } from "./module-scope.ts";

/** Visits every node of some types, without recursion: types in order, each before what it is made of. */
export function walkTypes(tokens: readonly TypeToken[], visit: (token: TypeToken) => void): void {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token !== undefined) walkType(token, visit);
  }
}

/** Visits every node of a type, without recursion, each before what it is made of. */
export function walkType(root: TypeToken, visit: (token: TypeToken) => void): void {
  let pending: TypeToken[] | undefined;
  for (let token: TypeToken | undefined = root; token !== undefined; ) {
    visit(token);
    if (token.kind === "vector") token = token.element;
    else if (token.kind === "reference" || token.kind === "mutable-reference") token = token.target;
    else if (token.kind === "datatype" && token.typeArguments.length === 1) token = token.typeArguments[0];
    else {
      if (token.kind === "datatype" && token.typeArguments.length > 0) {
        pending ??= [];
        for (let index = 0; index < token.typeArguments.length; index += 1) pending.push(token.typeArguments[index] ?? missing());
      }
      token = pending?.pop();
    }
  }
}

/** Whether one of some types is a reference itself. */
export function isAnyReference(types: Signature): boolean {
  return types.some(({ kind }) => kind === "reference" || kind === "mutable-reference");
}

/** Whether a type is made of others. */
export function hasParts(token: TypeToken): boolean {
  if (token.kind === "datatype") return token.typeArguments.length > 0;
  return token.kind === "vector" || token.kind === "reference" || token.kind === "mutable-reference";
}
