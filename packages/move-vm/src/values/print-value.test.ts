import { expect, it } from "vitest";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { TypeRegistry } from "../runtime/type-registry.ts";
import { makeEnumClass, makeStructClass } from "../runtime/value-class.ts";
import { printValue } from "./print-value.ts";

const registry = new TypeRegistry();
const u64 = registry.primitive("u64");
const bytes = registry.vectorOf(registry.primitive("u8"));
const common = { abilities: 7, depth: 2, operations: undefined, address: `0x${"2".padStart(64, "0")}`, typeArguments: [] };
const Pair = makeStructClass(2);
const Text = makeStructClass(1);
const Shape = makeEnumClass(1);
const pair: RuntimeType = {
  ...common,
  kind: "struct",
  key: "0x2::m::Pair",
  module: "m",
  name: "Pair",
  make: Pair,
  fieldNames: ["left", "right"],
  fields: [u64, bytes],
};
const text: RuntimeType = {
  ...common,
  kind: "struct",
  key: "0x1::string::String",
  module: "string",
  name: "String",
  make: Text,
  fieldNames: ["bytes"],
  fields: [bytes],
};
const shape: RuntimeType = {
  ...common,
  kind: "enum",
  key: "0x2::m::Shape",
  module: "m",
  name: "Shape",
  make: Shape,
  variants: [
    { name: "None", fieldNames: [], fields: [] },
    { name: "Round", fieldNames: ["radius"], fields: [u64] },
  ],
};

const CASES: [string, RuntimeType, MoveValue][] = [
  ["true", registry.primitive("bool"), true],
  ["18446744073709551615", u64, 2n ** 64n - 1n],
  ["[1, 2]", registry.vectorOf(u64), [1, 2]],
  ["0x00ff", bytes, [0, 255]],
  ['"říz\\n"', text, new Text([...new TextEncoder().encode("říz\n")])],
  ["0x1::string::String { bytes: 0xff }", text, new Text([255])],
  ["0x2::m::Pair { left: 7, right: 0x }", pair, new Pair(7, [])],
  ["0x2::m::Shape::None", shape, new Shape(0)],
  ["[0x2::m::Shape::Round { radius: 3 }]", registry.vectorOf(shape), [new Shape(1, 3)]],
];
it.each(CASES)("prints %s", (expected, type, value) => {
  expect(printValue(type, value)).toBe(expected);
});

it("throws for a value that is not in its type's representation", () => {
  expect(() => printValue(u64, [1])).toThrow("not in its representation");
  expect(() => printValue(bytes, 1)).toThrow("not in its representation");
  expect(() => printValue(shape, new Shape(2))).toThrow("has no variant");
});
