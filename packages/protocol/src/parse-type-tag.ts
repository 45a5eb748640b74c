import { parseAddress } from "./address.ts";
import { CodedError } from "./status.ts";
import { MAX_TYPE_TAG_DEPTH, type TypeTag } from "./type-tag.ts";

const PRIMITIVES = ["bool", "u8", "u16", "u32", "u64", "u128", "u256", "address", "signer"] as const;
const STRUCT = /^(0x[0-9a-fA-F]{1,64})::([A-Za-z_][A-Za-z0-9_]{0,127})::([A-Za-z_][A-Za-z0-9_]{0,127})/;
const MAX_TEXT = 4096;

/** The type that `text` names, as `printTypeTag` prints it (`vector<u8>`, `0x2::money::Money`). Throws `CodedError("wrong_type_argument")`. */
export function parseTypeTag(text: string): TypeTag {
  const cursor = { text: text.slice(0, MAX_TEXT + 1), offset: 0 };
  const tag = readType(cursor, 0);
  if (cursor.offset !== text.length) throw notAType(text);
  return tag;
}

interface Cursor {
  readonly text: string;
  offset: number;
}

function readType(cursor: Cursor, depth: number): TypeTag {
  if (depth > MAX_TYPE_TAG_DEPTH) throw notAType(cursor.text);
  skipSpaces(cursor);
  const rest = cursor.text.slice(cursor.offset);
  const struct = STRUCT.exec(rest);
  if (struct !== null) {
    const [matched, address, module, name] = struct;
    const parsed = parseAddress(address ?? "");
    if (parsed === undefined || module === undefined || name === undefined) throw notAType(cursor.text);
    cursor.offset += matched.length;
    return { kind: "struct", address: parsed, module, name, typeArguments: readTypeArguments(cursor, depth) };
  }
  const word = /^[a-z0-9]+/.exec(rest)?.[0] ?? "";
  cursor.offset += word.length;
  const primitive = PRIMITIVES.find((kind) => kind === word);
  if (primitive !== undefined) return { kind: primitive };
  if (word !== "vector") throw notAType(cursor.text);
  const [element, ...others] = readTypeArguments(cursor, depth);
  if (element === undefined || others.length > 0) throw notAType(cursor.text);
  return { kind: "vector", element };
}

function readTypeArguments(cursor: Cursor, depth: number): TypeTag[] {
  const types: TypeTag[] = [];
  if (!take(cursor, "<")) return types;
  do types.push(readType(cursor, depth + 1));
  while (take(cursor, ",") && types.length < 32);
  if (!take(cursor, ">")) throw notAType(cursor.text);
  return types;
}

function take(cursor: Cursor, symbol: string): boolean {
  skipSpaces(cursor);
  if (cursor.text[cursor.offset] !== symbol) return false;
  cursor.offset += 1;
  return true;
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.text[cursor.offset] === " ") cursor.offset += 1;
}

function notAType(text: string): CodedError {
  return new CodedError("wrong_type_argument", `${JSON.stringify(text.slice(0, 80))} does not name a Move type.`);
}
