import { BcsError, type BcsReader } from "@sycee/bcs";
import type { MoveValue, RuntimeType, StructType } from "../runtime/runtime-type.ts";
import { minimumSize } from "../values/encoded-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import { isUtf8 } from "../values/utf8.ts";

/** Reads a value that a transaction writes out. Throws `BcsError`. */
export type LiteralReader = (reader: BcsReader) => MoveValue;

const STD = `0x${"1".padStart(64, "0")}`;
const readers = new WeakMap<RuntimeType, LiteralReader>();

/**
 * How a literal of the type is read; `undefined` for types that have no literals. Only primitives but signers, the two
 * string types (checked), and vectors and options of them have: every other struct is made by its own module alone.
 */
export function literalReader(type: RuntimeType): LiteralReader | undefined {
  const known = readers.get(type);
  if (known !== undefined) return known;
  const reader = makeReader(type);
  if (reader !== undefined) readers.set(type, reader);
  return reader;
}

function makeReader(type: RuntimeType): LiteralReader | undefined {
  if (type.kind === "signer" || type.kind === "enum") return undefined;
  if (type.kind === "struct") return structReader(type);
  if (type.kind !== "vector") return operationsOf(type).read;
  const { element } = type;
  if (isPrimitive(element)) return element.kind === "signer" ? undefined : operationsOf(type).read;
  const readElement = literalReader(element);
  if (readElement === undefined) return undefined;
  const smallest = Math.max(1, minimumSize(element));
  return (reader) => reader.vector(readElement, smallest);
}

function structReader(type: StructType): LiteralReader | undefined {
  if (type.address !== STD) return undefined;
  const operations = operationsOf(type);
  if (type.module === "string" && type.name === "String") return checked(operations.read, isUtf8);
  if (type.module === "ascii" && type.name === "String") return checked(operations.read, (bytes) => bytes.every((byte) => byte < 0x80));
  const [inner] = type.typeArguments;
  if (type.module !== "option" || type.name !== "Option" || inner === undefined) return undefined;
  const readInner = literalReader(inner);
  if (readInner === undefined) return undefined;
  return (reader) => {
    const value = reader.option(readInner);
    return new type.make(value === undefined ? [] : [value]);
  };
}

/** A reader of structs with one vector of bytes, which must pass a test. */
function checked(read: LiteralReader, isValid: (bytes: readonly number[]) => boolean): LiteralReader {
  return (reader) => {
    const start = reader.offset;
    const value = read(reader);
    const bytes = typeof value === "object" && "f0" in value ? value.f0 : undefined;
    if (!Array.isArray(bytes)) throw new Error("a string without bytes");
    if (!isValid(bytes.map(Number))) throw new BcsError("bad_utf8", start);
    return value;
  };
}

function isPrimitive(type: RuntimeType): boolean {
  return type.kind !== "vector" && type.kind !== "struct" && type.kind !== "enum";
}
