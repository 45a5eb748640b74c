/** Running code did what only unsound code can do: a type, ability, local or reference is not what it should be. */
export class Violation extends Error {
  override readonly name = "Violation";
}

export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Violation(what);
}
