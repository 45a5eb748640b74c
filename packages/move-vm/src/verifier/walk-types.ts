import type { TypeToken } from "../format/compiled-module.ts";

/** Visits every node of some types, outermost first, without recursion. */
export function walkTypes(tokens: readonly TypeToken[], visit: (token: TypeToken) => void): void {
  const pending = [...tokens];
  for (let token = pending.pop(); token !== undefined; token = pending.pop()) {
    visit(token);
    if (token.kind === "vector") pending.push(token.element);
    else if (token.kind === "reference" || token.kind === "mutable-reference") pending.push(token.target);
    else if (token.kind === "datatype") for (const argument of token.typeArguments) pending.push(argument);
  }
}
