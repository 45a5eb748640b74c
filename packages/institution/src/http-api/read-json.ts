import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { OfficeError } from "../office-error.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Makes a reader of bodies of one shape. It throws `OfficeError` `malformed_json`, or `invalid_request` with where and why. */
export function bodyReader<S extends TSchema>(schema: S): (body: Uint8Array) => Static<S> {
  const validator = Compile(schema);
  return (body) => {
    const value = parse(body);
    if (validator.Check(value)) return value;
    const faults = validator.Errors(value).filter(({ keyword }) => keyword !== "boolean");
    const shown = faults.slice(0, 3).map(({ instancePath, message }) => `${instancePath === "" ? "it" : instancePath} ${message}`);
    throw new OfficeError("invalid_request", `The body does not have the shape this route expects: ${shown.join("; ")}.`);
  };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    throw new OfficeError("malformed_json", `The body is not JSON: ${error instanceof SyntaxError ? error.message : "it is not UTF-8"}.`);
  }
}
