/** A fault of a value against a JSON schema, as validators tell it. */
export interface ShapeFault {
  readonly keyword: string;
  /** JSON pointer; empty for the value itself. */
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
}

const MAX_PATH = 120;
const MAX_NAME = 40;
const MAX_NAMES = 3;

/** Where a value has a fault and which, in words; names that are not expected are told, since one of them is mostly misspelt. */
export function shapeFaultText({ keyword, instancePath, message, params }: ShapeFault): string {
  const where = instancePath === "" ? "it" : instancePath.slice(0, MAX_PATH);
  const names = keyword === "additionalProperties" && "additionalProperties" in params ? params.additionalProperties : undefined;
  if (!Array.isArray(names)) return `${where} ${message}`;
  const shown = names.slice(0, MAX_NAMES).map((name) => JSON.stringify(String(name).slice(0, MAX_NAME)));
  return `${where} must not have ${shown.join(", ")}${names.length > MAX_NAMES ? ", …" : ""}`;
}
