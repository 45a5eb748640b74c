import { BcsError, BcsReader, BcsWriter } from "@sycee/bcs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TYPE_DEPTH_MAX } from "../runtime/type-registry.ts";
import type {
  EnumType,
  EnumValue,
  MoveValue,
  PrimitiveKind,
  RuntimeType,
  StructType,
  StructValue,
  VectorType,
} from "../runtime/runtime-type.ts";
import { operationsOf } from "./operations-of.ts";

const common = (key: string, depth: number) => ({ key, depth, abilities: 7, operations: undefined });
const primitive = (kind: PrimitiveKind): RuntimeType => ({ kind, ...common(kind, 1) });
const vector = (element: RuntimeType): VectorType => ({ kind: "vector", element, ...common(`vector<${element.key}>`, element.depth + 1) });

class SampleStruct {
  [field: `f${number}`]: MoveValue;
  constructor(...fields: MoveValue[]) {
    fields.forEach((value, index) => {
      this[`f${index}`] = value;
    });
  }
}
class SampleEnum {
  t: number;
  [field: `f${number}`]: MoveValue;
  constructor(tag: number, ...fields: MoveValue[]) {
    this.t = tag;
    fields.forEach((value, index) => {
      this[`f${index}`] = value;
    });
  }
}
const depthOf = (fields: readonly RuntimeType[]): number => 1 + Math.max(0, ...fields.map((field) => field.depth));
const names = { address: `0x${"0".repeat(63)}2`, module: "m", name: "S", typeArguments: [] };
const struct = (...fields: RuntimeType[]): StructType => ({
  kind: "struct",
  ...names,
  ...common(`S<${fields.map((field) => field.key)}>`, depthOf(fields)),
  fieldNames: fields.map((_, index) => `field${index}`),
  fields,
  make: SampleStruct as new (...fields: unknown[]) => StructValue,
});
const enumeration = (...variants: RuntimeType[][]): EnumType => ({
  kind: "enum",
  ...names,
  ...common(`E<${variants.map((fields) => fields.map((field) => field.key).join())}>`, depthOf(variants.flat())),
  variants: variants.map((fields, index) => ({ name: `V${index}`, fieldNames: fields.map((_, at) => `x${at}`), fields })),
  make: SampleEnum as new (tag: number, ...fields: unknown[]) => EnumValue,
});

const anyBig = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n });
const anyAddress = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`);
const canonical = (value: bigint): MoveValue => (value < 2n ** 53n ? Number(value) : value);
const anyU64 = fc.oneof(anyBig(64), fc.constantFrom(0n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 64n - 1n)).map(canonical);
const PRIMITIVE_VALUES: Record<Exclude<PrimitiveKind, "signer">, fc.Arbitrary<MoveValue>> = {
  bool: fc.boolean(),
  u8: fc.nat(0xff),
  u16: fc.nat(0xffff),
  u32: fc.integer({ min: 0, max: 0xffff_ffff }),
  u64: anyU64,
  u128: anyBig(128),
  u256: anyBig(256),
  address: anyAddress,
};

interface Typed {
  readonly type: RuntimeType;
  readonly value: fc.Arbitrary<MoveValue>;
}
const primitives: fc.Arbitrary<Typed> = fc.constantFrom(
  ...Object.entries(PRIMITIVE_VALUES).map(([kind, value]) => ({ type: primitive(kind as PrimitiveKind), value })),
);
const typed: fc.Arbitrary<Typed> = fc.letrec<{ any: Typed }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    primitives,
    tie("any").map(({ type, value }) => ({ type: vector(type), value: fc.array(value, { maxLength: 5 }) })),
    fc.array(tie("any"), { minLength: 1, maxLength: 4 }).map((fields) => {
      const type = struct(...fields.map((field) => field.type));
      return { type, value: fc.tuple(...fields.map((field) => field.value)).map((values): MoveValue => new type.make(...values)) };
    }),
    fc.array(fc.array(tie("any"), { maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((variants) => {
      const type = enumeration(...variants.map((fields) => fields.map((field) => field.type)));
      const values = variants.map((fields, tag) =>
        fc.tuple(...fields.map((field) => field.value)).map((inner): MoveValue => new type.make(tag, ...inner)),
      );
      return { type, value: fc.oneof(...values) };
    }),
  ),
})).any;
const typeAndValues = typed.chain(({ type, value }) => fc.tuple(fc.constant(type), value, value));

const encode = (type: RuntimeType, value: MoveValue): Uint8Array => {
  const writer = new BcsWriter();
  operationsOf(type).write(writer, value);
  return writer.toBytes();
};
const decode = (type: RuntimeType, bytes: Uint8Array): MoveValue => {
  const reader = new BcsReader(bytes);
  const value = operationsOf(type).read(reader);
  reader.finish();
  return value;
};
const isComposite = (value: MoveValue): value is Exclude<MoveValue, boolean | number | bigint | string> => typeof value === "object";

describe("operations of any type", () => {
  it("decode what they encode, in the size they announce", () => {
    fc.assert(
      fc.property(typeAndValues, ([type, value]) => {
        const bytes = encode(type, value);
        expect(bytes.length).toBe(operationsOf(type).size(value));
        const again = decode(type, bytes);
        expect(again).toEqual(value);
        expect(operationsOf(type).equals(again, value)).toBe(true);
      }),
    );
  });

  it("renew a value into another of its type, sharing nothing with it where they answer the first", () => {
    fc.assert(
      fc.property(typeAndValues, ([type, target, source]) => {
        if (!isComposite(target)) return;
        const operations = operationsOf(type);
        const wanted = encode(type, source);
        const renewed = operations.renew(operations.copy(target), operations.copy(source));
        expect(encode(type, renewed)).toEqual(wanted);
        const again = operations.copy(target);
        // What has the same shape is renewed in its own memory.
        const same = operations.copy(target);
        expect(operations.renew(again, same)).toBe(again);
        expect(encode(type, again)).toEqual(encode(type, target));
      }),
    );
  });

  it("renew vectors of the same few elements in place, and put others in their place whole", () => {
    const inner = struct(primitive("u32"), primitive("u64"));
    const outer = struct(primitive("address"), vector(inner));
    const money = (instrument: number, value: MoveValue) => new inner.make(instrument, value);
    const target = new outer.make("0x1", [money(1, 5), money(2, 6)]);
    const { f1: balances } = target;
    expect(operationsOf(outer).renew(target, new outer.make("0x2", [money(1, 7), money(2, 2n ** 60n)]))).toBe(target);
    expect(target).toEqual(new outer.make("0x2", [money(1, 7), money(2, 2n ** 60n)]));
    expect(target.f1).toBe(balances);
    const fewer = [money(2, 6)];
    operationsOf(outer).renew(target, new outer.make("0x2", fewer));
    expect(target.f1).toBe(fewer);
    const long = Array.from({ length: 65 }, (_, index) => index);
    expect(operationsOf(vector(primitive("u64"))).renew([...long], long)).toBe(long);
  });

  it("call values equal if and only if their encodings are", () => {
    fc.assert(
      fc.property(typeAndValues, ([type, left, right]) => {
        const same = Buffer.compare(encode(type, left), encode(type, right)) === 0;
        expect(operationsOf(type).equals(left, right)).toBe(same);
      }),
    );
  });

  it("copy deeply: the copy is equal and shares no composite with the original", () => {
    const composites = (value: MoveValue): object[] => (isComposite(value) ? [value, ...Object.values(value).flatMap(composites)] : []);
    fc.assert(
      fc.property(typeAndValues, ([type, value]) => {
        const copied = operationsOf(type).copy(value);
        expect(copied).toEqual(value);
        const originals = new Set(composites(value));
        for (const composite of composites(copied)) expect(originals.has(composite)).toBe(false);
      }),
    );
  });

  it("assign in place: the target object becomes equal to the source", () => {
    fc.assert(
      fc.property(typeAndValues, ([type, target, source]) => {
        if (!isComposite(target)) return;
        const expected = encode(type, source);
        operationsOf(type).assign(target, source);
        expect(encode(type, target)).toEqual(expected);
      }),
    );
  });

  it("never read bytes that they would not have written", () => {
    fc.assert(
      fc.property(typed, fc.uint8Array({ maxLength: 40 }), ({ type }, bytes) => {
        let value: MoveValue;
        try {
          value = decode(type, bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(BcsError);
          return;
        }
        expect(encode(type, value)).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });
});

describe("strictness", () => {
  const REFUSED: [string, RuntimeType, number[], string][] = [
    ["a boolean of 2", primitive("bool"), [2], "bad_bool"],
    ["half a u16", primitive("u16"), [1], "out_of_bytes"],
    ["half a u64", primitive("u64"), [1, 2, 3, 4, 5], "out_of_bytes"],
    ["a short address", primitive("address"), [1, 2], "out_of_bytes"],
    ["a signer, whatever the bytes", primitive("signer"), Array(32).fill(1), "not_canonical"],
    ["a signer in a struct", struct(primitive("signer")), Array(32).fill(1), "not_canonical"],
    ["a length beyond the bytes there are", vector(primitive("u64")), [200, 1, 0], "length_too_large"],
    ["a length not in minimal form", vector(primitive("u8")), [0x81, 0x00, 7], "bad_uleb128"],
    ["a length of more than 32 bits", vector(primitive("u8")), [0xff, 0xff, 0xff, 0xff, 0x7f], "bad_uleb128"],
    ["a variant that is not declared", enumeration([], [primitive("u8")]), [2], "bad_variant"],
    ["bytes after the value", primitive("u8"), [1, 2], "trailing_bytes"],
  ];
  it.each(REFUSED)("refuses %s", (_, type, bytes, fault) => {
    expect(() => decode(type, Uint8Array.from(bytes))).toThrow(expect.objectContaining({ name: "BcsError", fault }));
  });

  it("has one representation for each u64", () => {
    expect(decode(primitive("u64"), Uint8Array.of(255, 255, 255, 255, 255, 255, 31, 0))).toBe(Number.MAX_SAFE_INTEGER);
    expect(decode(primitive("u64"), Uint8Array.of(0, 0, 0, 0, 0, 0, 32, 0))).toBe(2n ** 53n);
  });

  it("never writes a signer", () => {
    expect(() => encode(primitive("signer"), `0x${"1".repeat(64)}`)).toThrow("a signer has no encoding");
  });

  it("handles values as deep as types can nest", () => {
    const nested = (levels: number): RuntimeType => {
      let type = primitive("u8");
      for (let level = 1; level < levels; level++) type = vector(type);
      return type;
    };
    const ones = (levels: number) => Uint8Array.from({ length: levels }, () => 1);
    const deepest = decode(nested(TYPE_DEPTH_MAX), ones(TYPE_DEPTH_MAX));
    expect(encode(nested(TYPE_DEPTH_MAX), deepest)).toEqual(ones(TYPE_DEPTH_MAX));
  });
});
