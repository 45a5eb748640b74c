import { BcsError, type BcsReader, type BcsWriter, readAddress, writeAddress } from "@sycee/bcs";
import type { MoveValue, PrimitiveKind } from "../runtime/runtime-type.ts";
import type { TypeOperations } from "./type-operations.ts";
import { readU64 } from "./u64.ts";

/** Operations of a primitive type. */
export function primitiveOperations(kind: PrimitiveKind): TypeOperations {
  return PRIMITIVES[kind];
}

const PRIMITIVES: Record<PrimitiveKind, TypeOperations> = {
  bool: primitive(
    1,
    "boolean",
    (writer, value: boolean) => writer.bool(value),
    (reader) => reader.bool(),
  ),
  u8: primitive(
    1,
    "number",
    (writer, value: number) => writer.u8(value),
    (reader) => reader.u8(),
  ),
  u16: primitive(
    2,
    "number",
    (writer, value: number) => writer.u16(value),
    (reader) => reader.u16(),
  ),
  u32: primitive(
    4,
    "number",
    (writer, value: number) => writer.u32(value),
    (reader) => reader.u32(),
  ),
  u64: {
    ...common(8),
    write(writer, value) {
      if (typeof value !== "number" && typeof value !== "bigint") throw mismatch();
      writer.u64(value);
    },
    read: readU64,
  },
  u128: primitive(
    16,
    "bigint",
    (writer, value: bigint) => writer.u128(value),
    (reader) => reader.u128(),
  ),
  u256: primitive(
    32,
    "bigint",
    (writer, value: bigint) => writer.u256(value),
    (reader) => reader.u256(),
  ),
  address: primitive(32, "string", (writer, value: string) => writeAddress(writer, value), readAddress),
  signer: {
    ...common(32),
    write() {
      throw new Error("a signer has no encoding");
    },
    // Bytes can never stand for a signer, whatever they are.
    read(reader) {
      throw new BcsError("not_canonical", reader.offset);
    },
  },
};

function common(size: number): Pick<TypeOperations, "copy" | "equals" | "assign" | "renew" | "size" | "memory"> {
  return {
    copy: (value) => value,
    equals: (left, right) => left === right,
    assign() {
      throw new Error("a primitive is written through its reference");
    },
    renew: (_, source) => source,
    size: () => size,
    // Where a primitive is held takes more bytes than its encoding if those are few.
    memory: () => Math.max(8, 2 * size),
  };
}

interface Representations {
  boolean: boolean;
  number: number;
  bigint: bigint;
  string: string;
}

function primitive<K extends keyof Representations>(
  size: number,
  representation: K,
  write: (writer: BcsWriter, value: Representations[K]) => void,
  read: (reader: BcsReader) => MoveValue,
): TypeOperations {
  const is = (value: MoveValue): value is Representations[K] & MoveValue => typeof value === representation;
  return {
    ...common(size),
    write(writer, value) {
      if (!is(value)) throw mismatch();
      write(writer, value);
    },
    read,
  };
}

function mismatch(): Error {
  return new Error("a value is not in its type's representation");
}
