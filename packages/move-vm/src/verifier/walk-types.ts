import type { Signature, TypeToken } from "../format/compiled-module.ts";
import type { Payer } from "./verification-meter.ts";

/** So many nodes are paid for at once: types made by hand may have any number. */
const NODES_AT_ONCE = 256;

/**
 * Every node of some types: types in order, each before what it is made of. The list itself where none is made of others.
 * A node is a unit that `payer` pays.
 */
export function nodesOf(tokens: readonly TypeToken[], payer: Payer): readonly TypeToken[] {
  if (!tokens.some(hasParts)) {
    payer.charge(tokens.length);
    return tokens;
  }
  const nodes: TypeToken[] = [];
  let paid = 0;
  walkTypes(tokens, (token) => {
    nodes.push(token);
    if (nodes.length - paid < NODES_AT_ONCE) return;
    payer.charge(NODES_AT_ONCE);
    paid = nodes.length;
  });
  payer.charge(nodes.length - paid);
  return nodes;
}

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
        for (const argument of token.typeArguments) pending.push(argument);
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
