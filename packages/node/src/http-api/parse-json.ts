import { CodedError } from "@sycee/protocol";

/** Deepest nesting of objects and arrays that is still parsed. */
const MAX_DEPTH = 32;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Parses a JSON body whose depth was bounded before; `JSON.parse` alone takes a million levels. Throws `CodedError("malformed_json")`. */
export function parseJson(body: Uint8Array): unknown {
  checkDepth(body);
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "it is not UTF-8";
    throw new CodedError("malformed_json", `The request body is not valid JSON: ${reason}.`);
  }
}

function checkDepth(body: Uint8Array): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) {
      inString = true;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (depth > MAX_DEPTH) throw new CodedError("malformed_json", `The request body nests deeper than ${MAX_DEPTH} levels.`);
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
    }
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
