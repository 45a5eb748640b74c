import { CodedError, shapeFaultText } from "@sycee/protocol";
import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";

const MAX_SHOWN = 3;

/** Makes a check of values against a schema; what it throws is `CodedError("invalid_request")` that says where and why. */
export function shapeCheck<S extends TSchema>(schema: S, what: string): (value: unknown) => Static<S> {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) return value;
    const faults = validator.Errors(value).filter((fault) => fault.keyword !== "boolean" && fault.keyword !== "anyOf");
    const shown = faults.slice(0, MAX_SHOWN).map(shapeFaultText);
    throw new CodedError("invalid_request", `The ${what} does not have the shape this route expects: ${shown.join("; ")}.`);
  };
}

/** Query values as the schema has them: text that is exactly a boolean or an integer becomes one, everything else stays for the check to refuse. Throws `CodedError` for a parameter the route does not have. */
export function readQuery(properties: Readonly<Record<string, TSchema>>, query: unknown): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const given: object = typeof query === "object" && query !== null ? query : {};
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (schema === undefined) {
      const known = Object.keys(properties).length === 0 ? "none" : Object.keys(properties).join(", ");
      throw new CodedError("invalid_request", `This route has no query parameter ${JSON.stringify(name.slice(0, 80))}; it has: ${known}.`);
    }
    const type = "type" in schema ? schema.type : undefined;
    if (type === "boolean" && (value === "true" || value === "false")) read[name] = value === "true";
    else if (type === "integer" && typeof value === "string" && /^-?[0-9]{1,15}$/.test(value)) read[name] = Number(value);
    else read[name] = value;
  }
  return read;
}
