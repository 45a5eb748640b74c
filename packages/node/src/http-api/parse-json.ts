import { CodedError } from "@sycee/protocol/core";

/** Deepest nesting of objects and arrays that is still parsed. */
const MAX_DEPTH = 32;
/** Most braces, brackets, colons and commas outside of strings: the transaction with the most has some 62,000. A megabyte of them would take half a second. */
const MAX_MARKS = 65_536;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Parses a JSON body whose depth and number of parts were bounded before; `JSON.parse` alone takes a million levels. Throws `CodedError("malformed_json")`. */
export function parseJson(body: Uint8Array): unknown {
  checkExtent(body);
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "it is not UTF-8";
    throw new CodedError("malformed_json", `The request body is not valid JSON: ${reason}.`);
  }
}

function checkExtent(body: Uint8Array): void {
  let depth = 0;
  let marks = 0;
  let inString = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) {
      inString = true;
    } else if (byte === COMMA || byte === COLON) {
      marks += 1;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      marks += 1;
      if (depth > MAX_DEPTH) throw new CodedError("malformed_json", `The request body nests deeper than ${MAX_DEPTH} levels.`);
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
      marks += 1;
    }
    if (marks > MAX_MARKS) throw new CodedError("malformed_json", "The request body has more parts than any transaction.");
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
