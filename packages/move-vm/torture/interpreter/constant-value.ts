import type { RuntimeType } from "../../src/runtime/runtime-type.ts";
import type { TypeRegistry } from "../../src/runtime/type-registry.ts";
import { Scalar, Sequence, type Value } from "./value.ts";
import { demand, Violation } from "./violation.ts";

const BYTES: { readonly [kind in RuntimeType["kind"]]?: number } = { u8: 1, u16: 2, u32: 4, u64: 8, u128: 16, u256: 32 };

/** The value of a constant. */
export function constantValue(type: RuntimeType, data: Uint8Array, types: TypeRegistry): Value {
  let position = 0;
  const integer = (bytes: number): bigint => {
    demand(position + bytes <= data.length, "a constant ends early");
    let value = 0n;
    for (let index = 0; index < bytes; index += 1) value |= BigInt(data[position + index] ?? 0) << BigInt(8 * index);
    position += bytes;
    return value;
  };
  const read = (of: RuntimeType): Value => {
    if (of.kind === "vector") {
      let length = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = Number(integer(1));
        length += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) break;
      }
      return new Sequence(
        of,
        Array.from({ length }, () => read(of.element)),
      );
    }
    if (of.kind === "bool") {
      const byte = integer(1);
      demand(byte < 2n, "a constant is neither true nor false");
      return new Scalar(types_(of), byte === 1n);
    }
    if (of.kind === "address") {
      let text = "0x";
      for (let index = 0; index < 32; index += 1) text += integer(1).toString(16).padStart(2, "0");
      return new Scalar(types_(of), text);
    }
    const width = BYTES[of.kind];
    if (width === undefined) throw new Violation(`a constant of type ${of.key}`);
    return new Scalar(types_(of), integer(width));
  };
  const types_ = (of: RuntimeType) => {
    if (of.kind === "vector" || of.kind === "struct" || of.kind === "enum") throw new Violation("not a primitive");
    return types.primitive(of.kind);
  };
  const value = read(type);
  demand(position === data.length, "a constant has bytes after its value");
  return value;
}
