import type { PrimitiveKind, RuntimeType } from "../../src/runtime/runtime-type.ts";
import type { TypeRegistry } from "../../src/runtime/type-registry.ts";
import { Composite, Scalar, Sequence, type Value } from "../interpreter/value.ts";
import type { Random } from "../random.ts";

const BITS: { readonly [kind in PrimitiveKind]?: number } = { u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256 };

/** Any value of the type, small ones more often. */
export function randomValue(random: Random, type: RuntimeType, types: TypeRegistry): Value {
  switch (type.kind) {
    case "vector":
      return new Sequence(
        type,
        Array.from({ length: random.below(4) }, () => randomValue(random, type.element, types)),
      );
    case "struct":
      return new Composite(
        type,
        undefined,
        type.fields.map((field) => randomValue(random, field, types)),
      );
    case "enum": {
      const tag = random.below(type.variants.length);
      return new Composite(
        type,
        tag,
        (type.variants[tag]?.fields ?? []).map((field) => randomValue(random, field, types)),
      );
    }
    case "bool":
      return new Scalar(types.primitive("bool"), random.oneIn(2));
    case "address":
    case "signer":
      return new Scalar(types.primitive(type.kind), `0x${random.below(3).toString(16).padStart(64, "0")}`);
    default: {
      const bits = BITS[type.kind] ?? 8;
      return new Scalar(types.primitive(type.kind), random.oneIn(4) ? random.bits(bits) : BigInt(random.below(6)));
    }
  }
}
