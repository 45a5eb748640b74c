import { BcsWriter } from "@sycee/bcs";
import { type Address, addressToBytes, type CallArgument } from "@sycee/protocol";

/** How a value of a Move type is written in BCS. */
export interface MoveType<T> {
  /** As Move prints it, e.g. `vector<u8>`. */
  readonly name: string;
  /** Throws `BcsError` or `RangeError` for a value outside the type. */
  write(writer: BcsWriter, value: T): void;
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

export const u8: MoveType<number> = moveType("u8", (writer, value) => writer.u8(value));
export const u16: MoveType<number> = moveType("u16", (writer, value) => writer.u16(value));
export const u32: MoveType<number> = moveType("u32", (writer, value) => writer.u32(value));
export const u64: MoveType<bigint> = moveType("u64", (writer, value) => writer.u64(value));
export const u128: MoveType<bigint> = moveType("u128", (writer, value) => writer.u128(value));
export const u256: MoveType<bigint> = moveType("u256", (writer, value) => writer.u256(value));
export const bool: MoveType<boolean> = moveType("bool", (writer, value) => writer.bool(value));
export const address: MoveType<Address> = moveType("address", (writer, value) => writer.fixedBytes(addressToBytes(value)));
/** `0x1::string::String`. */
export const string: MoveType<string> = moveType("0x1::string::String", (writer, value) => writer.string(value));
/** `vector<u8>` from bytes. */
export const bytes: MoveType<Uint8Array> = moveType("vector<u8>", (writer, value) => writer.byteVector(value));

/** `vector<T>`. */
export function vector<T>(element: MoveType<T>): MoveType<readonly T[]> {
  return moveType(`vector<${element.name}>`, (writer, values) => writer.vector(values, (inner, value) => element.write(inner, value)));
}

/** `0x1::option::Option<T>`; `undefined` is none. */
export function option<T>(element: MoveType<T>): MoveType<T | undefined> {
  return moveType(`0x1::option::Option<${element.name}>`, (writer, value) =>
    writer.option(value, (inner, present) => element.write(inner, present)),
  );
}

function moveType<T>(name: string, write: (writer: BcsWriter, value: T) => void): MoveType<T> {
  return { name, write };
}
