import type { TypeToken } from "../format/compiled-module.ts";

/** Visits every node of some types, without recursion: types in order, each before what it is made of. */
export function walkTypes(tokens: readonly TypeToken[], visit: (token: TypeToken) => void): void {
  for (const token of tokens) walkType(token, visit);
}

/** Visits every node of a type, without recursion, each before what it is made of. */
export function walkType(root: TypeToken, visit: (token: TypeToken) => void): void {
  visit(root);
  const pending: TypeToken[] = [];
  pushParts(root, pending);
  for (let token = pending.pop(); token !== undefined; token = pending.pop()) {
    visit(token);
    pushParts(token, pending);
  }
}

function pushParts(token: TypeToken, pending: TypeToken[]): void {
  if (token.kind === "vector") pending.push(token.element);
  else if (token.kind === "reference" || token.kind === "mutable-reference") pending.push(token.target);
  else if (token.kind === "datatype") for (const argument of token.typeArguments) pending.push(argument);
}
