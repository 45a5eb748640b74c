import { BcsReader, BcsWriter } from "@sycee/bcs";
import { type Address, addressFromBytes, addressToBytes, type CallArgument } from "@sycee/protocol";

/** How a value of a Move type is written in BCS, and read. */
export interface MoveType<T> {
  /** As Move prints it, e.g. `vector<u8>`. */
  readonly name: string;
  /** Throws `BcsError` or `RangeError` for a value outside the type. */
  write(writer: BcsWriter, value: T): void;
  /** Throws `BcsError`. */
  read(reader: BcsReader): T;
}

/** What an argument can be: a value, or what passes on a result of an earlier call (`Program.add`). */
export type Argument<T> = T | CallArgument;

/** The argument of a parameter of type `type`. Throws as {@link literal} does. */
export function argument<T>(type: MoveType<T>, value: Argument<T>): CallArgument {
  return isCallArgument(value) ? value : literal(type, value);
}

/** The value of BCS bytes. Throws `BcsError` if they are not exactly one value of the type. */
export function decode<T>(type: MoveType<T>, bytes: Uint8Array): T {
  const reader = new BcsReader(bytes);
  const value = type.read(reader);
  reader.finish();
  return value;
}

function isCallArgument(value: unknown): value is CallArgument {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** The argument that carries `value`. Throws `BcsError` (an integer outside its width) or `RangeError` (not an address). */
export function literal<T>(type: MoveType<T>, value: T): CallArgument {
  const writer = new BcsWriter(40);
  type.write(writer, value);
  return { kind: "literal", bytes: writer.toBytes() };
}

/** The argument that passes the transaction's signer at `index`. */
export function signer(index: number): CallArgument {
  return { kind: "signer", index };
}

export const u8: MoveType<number> = {
  name: "u8",
  write: (writer, value) => void writer.u8(value),
  read: (reader) => reader.u8(),
};
export const u16: MoveType<number> = {
  name: "u16",
  write: (writer, value) => void writer.u16(value),
  read: (reader) => reader.u16(),
};
export const u32: MoveType<number> = {
  name: "u32",
  write: (writer, value) => void writer.u32(value),
  read: (reader) => reader.u32(),
};
export const u64: MoveType<bigint> = {
  name: "u64",
  write: (writer, value) => void writer.u64(value),
  read: (reader) => reader.u64(),
};
export const u128: MoveType<bigint> = {
  name: "u128",
  write: (writer, value) => void writer.u128(value),
  read: (reader) => reader.u128(),
};
export const u256: MoveType<bigint> = {
  name: "u256",
  write: (writer, value) => void writer.u256(value),
  read: (reader) => reader.u256(),
};
export const bool: MoveType<boolean> = {
  name: "bool",
  write: (writer, value) => void writer.bool(value),
  read: (reader) => reader.bool(),
};
export const address: MoveType<Address> = {
  name: "address",
  write: (writer, value) => void writer.fixedBytes(addressToBytes(value)),
  read: (reader) => addressFromBytes(reader.fixedBytes(32)),
};
/** `0x1::string::String`; `0x1::ascii::String` is written the same way. */
export const string: MoveType<string> = {
  name: "0x1::string::String",
  write: (writer, value) => void writer.string(value),
  read: (reader) => reader.string(),
};
/** `vector<u8>` from bytes. */
export const bytes: MoveType<Uint8Array> = {
  name: "vector<u8>",
  write: (writer, value) => void writer.byteVector(value),
  read: (reader) => reader.byteVector(),
};

/** `vector<T>`. */
export function vector<T>(element: MoveType<T>): MoveType<readonly T[]> {
  return {
    name: `vector<${element.name}>`,
    write: (writer, values) => void writer.vector(values, (inner, value) => element.write(inner, value)),
    read: (reader) => reader.vector((inner) => element.read(inner)),
  };
}

/** `0x1::option::Option<T>`; `undefined` is none. */
export function option<T>(element: MoveType<T>): MoveType<T | undefined> {
  return {
    name: `0x1::option::Option<${element.name}>`,
    write: (writer, value) => void writer.option(value, (inner, present) => element.write(inner, present)),
    read: (reader) => reader.option((inner) => element.read(inner)),
  };
}
