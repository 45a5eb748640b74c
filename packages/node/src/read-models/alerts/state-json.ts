/** A value of a rule's memory as JSON; amounts, which JSON has no type for, become `{"minor":"123"}`. */
export function stateToJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? { minor: part.toString() } : part));
}

/** The value that {@link stateToJson} wrote. Throws `SyntaxError` where the text is not JSON. */
export function stateFromJson(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || !("minor" in part)) return part;
    return typeof part.minor === "string" ? BigInt(part.minor) : part;
  }) as unknown;
}
