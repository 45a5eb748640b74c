import { type Address, type CallArgument, hexToBytes, parseTypeTag, type TypeTag } from "@sycee/protocol";
import { address, bool, bytes, literal, type MoveType, option, string, u128, u16, u256, u32, u64, u8, vector } from "./move-type.ts";

/** A text that is no value of the type that is asked for; the message says why, in a sentence. */
export class ArgumentTextError extends Error {
  override readonly name = "ArgumentTextError";
}

/** Finds the address of a name or of an address as text; rejects with an error of its own if it is neither. */
export type ResolveAddress = (nameOrAddress: string) => Promise<Address>;

/** A value and how it is written. */
interface TypedValue {
  readonly type: MoveType<unknown>;
  readonly value: unknown;
}

/**
 * The argument that `text` says for a parameter of the printed type `type`: numbers in decimal or hexadecimal, `true` or `false`, an
 * address or a name, bytes as `0x…`, text as it is, `none` or a value for an option, `[a,b]` for a vector. Throws
 * `ArgumentTextError`.
 */
export async function argumentFromText(type: string, text: string, resolve: ResolveAddress): Promise<CallArgument> {
  const { type: written, value } = await readValue(parseTypeTag(type), text, resolve);
  try {
    return literal(written, value);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw invalid(text, type, error.message);
  }
}

const SMALL: Readonly<Record<string, MoveType<number>>> = { u8, u16, u32 };
const LARGE: Readonly<Record<string, MoveType<bigint>>> = { u64, u128, u256 };
const BITS: Readonly<Record<string, bigint>> = { u8: 8n, u16: 16n, u32: 32n, u64: 64n, u128: 128n, u256: 256n };
const TEXTS = ["string::String", "ascii::String"];

async function readValue(tag: TypeTag, text: string, resolve: ResolveAddress): Promise<TypedValue> {
  const small = SMALL[tag.kind];
  if (small !== undefined) return typed(small, Number(readInteger(tag.kind, text)));
  const large = LARGE[tag.kind];
  if (large !== undefined) return typed(large, readInteger(tag.kind, text));
  if (tag.kind === "bool") {
    if (text !== "true" && text !== "false") throw invalid(text, "bool", "write true or false");
    return typed(bool, text === "true");
  }
  if (tag.kind === "address") return typed(address, await resolve(text));
  if (tag.kind === "vector") return await readVector(tag.element, text, resolve);
  if (tag.kind !== "struct" || !/^0x0*1$/.test(tag.address)) throw invalid(text, tag.kind, "values of this type cannot be written as text");
  const name = `${tag.module}::${tag.name}`;
  if (TEXTS.includes(name)) return typed(string, text);
  const [inner] = tag.typeArguments;
  if (name !== "option::Option" || inner === undefined) throw invalid(text, name, "values of this type cannot be written as text");
  if (text !== "none") {
    const some = await readValue(inner, text, resolve);
    return typed(option(some.type), some.value);
  }
  // No value is needed to write that there is none.
  return typed(option(u8), undefined);
}

async function readVector(element: TypeTag, text: string, resolve: ResolveAddress): Promise<TypedValue> {
  if (element.kind === "u8" && !text.startsWith("[")) {
    const value = hexToBytes(text);
    if (value === undefined) throw invalid(text, "vector<u8>", "write bytes as 0x and pairs of hexadecimal digits");
    return typed(bytes, value);
  }
  const items = await Promise.all(splitItems(text).map((item) => readValue(element, item, resolve)));
  // Items of one vector are written alike, except options, of which each knows only its own.
  const each: MoveType<TypedValue> = {
    name: "item",
    write: (writer, item) => item.type.write(writer, item.value),
    read: () => {
      throw new Error("arguments are only written");
    },
  };
  return typed(vector(each), items);
}

/** `[a, "b, c", [d]]` as its items, quotes taken off. */
function splitItems(text: string): string[] {
  if (!text.startsWith("[") || !text.endsWith("]")) throw invalid(text, "vector", "write a vector as [a,b]");
  const items: string[] = [];
  let depth = 0;
  let quoted = false;
  let item = "";
  for (const character of text.slice(1, -1)) {
    if (character === '"') quoted = !quoted;
    if (!quoted) depth += character === "[" ? 1 : character === "]" ? -1 : 0;
    if (character === "," && depth === 0 && !quoted) {
      items.push(item);
      item = "";
    } else {
      item += character;
    }
  }
  if (items.length > 0 || item.trim() !== "") items.push(item);
  return items.map((each) => each.trim().replace(/^"(.*)"$/s, "$1"));
}

function readInteger(kind: string, text: string): bigint {
  const digits = text.replaceAll("_", "");
  if (!/^([0-9]+|0x[0-9a-fA-F]+)$/.test(digits)) throw invalid(text, kind, "write a whole number");
  const value = BigInt(digits);
  if (value >> (BITS[kind] ?? 0n) !== 0n) throw invalid(text, kind, `the largest is ${(1n << (BITS[kind] ?? 0n)) - 1n}`);
  return value;
}

/** Forgets which type it is, after value and type were seen to fit. */
function typed<T>(type: MoveType<T>, value: T): TypedValue {
  return {
    type: { name: type.name, write: (writer) => type.write(writer, value), read: (reader) => type.read(reader) },
    value,
  };
}

function invalid(text: string, type: string, reason: string): ArgumentTextError {
  return new ArgumentTextError(`${JSON.stringify(text)} is not a ${type}: ${reason}.`);
}
