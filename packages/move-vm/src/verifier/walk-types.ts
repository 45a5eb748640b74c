import type { Signature, TypeToken } from "../format/compiled-module.ts";
import type { Payer } from "./verification-meter.ts";

/** So many nodes are paid for at once: types made by hand may have any number. */
const NODES_AT_ONCE = 256;

/** Who pays for a walk. */
interface WalkPayer extends Payer {
  /** Throws unless `units` are left; takes none. */
  afford(units: number): void;
}

/**
 * Every node of some types: types in order, each before what it is made of. The list itself where none is made of others.
 * A node is a unit that `payer` pays. `visit` sees each node before its parts are looked at.
 */
export function nodesOf(tokens: readonly TypeToken[], payer: WalkPayer, visit?: (token: TypeToken) => void): readonly TypeToken[] {
  if (!tokens.some(hasParts)) {
    payer.charge(tokens.length);
    if (visit !== undefined) for (let index = 0; index < tokens.length; index += 1) visit(present(tokens[index]));
    return tokens;
  }
  const nodes: TypeToken[] = [];
  const pending: TypeToken[] = [];
  let paid = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    for (let token: TypeToken | undefined = present(tokens[index]); token !== undefined; ) {
      visit?.(token);
      nodes.push(token);
      if (nodes.length - paid >= NODES_AT_ONCE) {
        payer.charge(nodes.length - paid);
        paid = nodes.length;
      }
      if (token.kind === "vector") token = present(token.element);
      else if (token.kind === "reference" || token.kind === "mutable-reference") token = present(token.target);
      else if (token.kind === "datatype" && token.typeArguments.length > 0) {
        const { typeArguments } = token;
        // What waits will have to be paid for as well.
        if (typeArguments.length > 1) payer.afford(nodes.length - paid + pending.length + typeArguments.length);
        for (let each = 0; each < typeArguments.length; each += 1) pending.push(present(typeArguments[each]));
        token = pending.pop();
      } else token = pending.pop();
    }
  }
  payer.charge(nodes.length - paid);
  return nodes;
}

function present(token: TypeToken | undefined): TypeToken {
  if (token === undefined) throw new Error("a type is made of something that is not there");
  return token;
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
        for (const argument of token.typeArguments) pending.push(present(argument));
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
