import type { TypeToken } from "../format/compiled-module.ts";

/** Visits every node of some types, without recursion: types in order, each before what it is made of. */
export function walkTypes(tokens: readonly TypeToken[], visit: (token: TypeToken) => void): void {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token !== undefined) walkType(token, visit);
  }
}

/** Visits every node of a type, without recursion, each before what it is made of. */
export function walkType(root: TypeToken, visit: (token: TypeToken) => void): void {
  visit(root);
  if (!hasParts(root)) return;
  const pending: TypeToken[] = [];
  pushParts(root, pending);
  for (let token = pending.pop(); token !== undefined; token = pending.pop()) {
    visit(token);
    pushParts(token, pending);
  }
}

/** Whether a type is made of others. */
export function hasParts(token: TypeToken): boolean {
  if (token.kind === "datatype") return token.typeArguments.length > 0;
  return token.kind === "vector" || token.kind === "reference" || token.kind === "mutable-reference";
}

function pushParts(token: TypeToken, pending: TypeToken[]): void {
  if (token.kind === "vector") pending.push(token.element);
  else if (token.kind === "reference" || token.kind === "mutable-reference") pending.push(token.target);
  else if (token.kind === "datatype") {
    const { typeArguments } = token;
    for (let index = 0; index < typeArguments.length; index += 1) {
      const argument = typeArguments[index];
      if (argument !== undefined) pending.push(argument);
    }
  }
}
