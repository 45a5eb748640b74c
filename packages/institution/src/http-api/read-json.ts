import { shapeFaultText } from "@sycee/protocol";
import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { OfficeError } from "../office-error.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Makes a reader of JSON of one shape: of bodies, unless `what` names something else. It throws `OfficeError` `malformed_json`, or `invalid_request` with where and why. */
export function bodyReader<S extends TSchema>(schema: S, what = "The body"): (body: Uint8Array) => Static<S> {
  const validator = Compile(schema);
  return (body) => {
    const value = parse(body, what);
    if (validator.Check(value)) return value;
    const faults = validator.Errors(value).filter(({ keyword }) => keyword !== "boolean");
    const shown = faults.slice(0, 3).map((fault) => {
      const meaning = meaningOf(schema, fault.instancePath);
      return `${shapeFaultText(fault)}${meaning === undefined ? "" : ` (${meaning.replace(/\.$/, "")})`}`;
    });
    throw new OfficeError("invalid_request", `${what} does not have the shape that is expected: ${shown.join("; ")}.`);
  };
}

/** What a shape says of one of its properties. */
function meaningOf(schema: TSchema, instancePath: string): string | undefined {
  let at: unknown = schema;
  for (const name of instancePath.split("/").slice(1)) {
    const properties = typeof at === "object" && at !== null && "properties" in at ? at.properties : undefined;
    at = typeof properties === "object" && properties !== null ? Object.entries(properties).find(([key]) => key === name)?.[1] : undefined;
  }
  return typeof at === "object" && at !== null && "description" in at && typeof at.description === "string" ? at.description : undefined;
}

function parse(body: Uint8Array, what: string): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    throw new OfficeError("malformed_json", `${what} is not JSON: ${error instanceof SyntaxError ? error.message : "it is not UTF-8"}.`);
  }
}
