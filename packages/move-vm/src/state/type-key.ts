import type { TypeName } from "../runtime/virtual-machine.ts";

const PRIMITIVE = /^(?:bool|u8|u16|u32|u64|u128|u256|address|signer)$/;
const DATATYPE = /^0x([0-9a-f]{1,64})::([A-Za-z_][A-Za-z0-9_]*)::([A-Za-z_][A-Za-z0-9_]*)$/;
const TOKEN = /\s*([<>,]|[^<>,\s]+)\s*/gy;

/** The type that a printed type key names, e.g. `0x1::table::Table<u64, 0x2::money::Money>`; `undefined` if it is not one. */
export function parseTypeKey(text: string): TypeName | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  const cursor = { tokens, at: 0 };
  const name = parseType(cursor);
  return cursor.at === tokens.length ? name : undefined;
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

function parseType(cursor: Cursor): TypeName | undefined {
  const head = cursor.tokens[cursor.at++] ?? "";
  if (isPrimitiveName(head)) return { kind: head };
  const typeArguments = parseArguments(cursor);
  if (typeArguments === undefined) return undefined;
  const [element] = typeArguments;
  if (head === "vector") return typeArguments.length === 1 && element !== undefined ? { kind: "vector", element } : undefined;
  const [, digits, module, name] = DATATYPE.exec(head) ?? [];
  if (digits === undefined || module === undefined || name === undefined) return undefined;
  return { kind: "struct", address: `0x${digits.padStart(64, "0")}`, module, name, typeArguments };
}

/** The types between angle brackets, none if there are no brackets. */
function parseArguments(cursor: Cursor): TypeName[] | undefined {
  const typeArguments: TypeName[] = [];
  if (cursor.tokens[cursor.at] !== "<") return typeArguments;
  do {
    cursor.at++;
    const inner = parseType(cursor);
    if (inner === undefined) return undefined;
    typeArguments.push(inner);
  } while (cursor.tokens[cursor.at] === ",");
  return cursor.tokens[cursor.at++] === ">" ? typeArguments : undefined;
}

function isPrimitiveName(text: string): text is Exclude<TypeName["kind"], "vector" | "struct"> {
  return PRIMITIVE.test(text);
}
