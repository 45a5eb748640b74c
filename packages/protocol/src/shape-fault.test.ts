import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { expect, test } from "vitest";
import { shapeFaultText } from "./shape-fault.ts";

const shape = Compile(Type.Object({ amount: Type.String() }, { additionalProperties: false }));

test.each([
  [{ amount: "1", amuont: "2" }, 'it must not have "amuont"'],
  [{ amount: "1", a: 1, b: 2, c: 3, d: 4 }, 'it must not have "a", "b", "c", …'],
  [{ amount: 1 }, "/amount must be string"],
  [{}, "it must have required properties amount"],
])("%j is refused with: %s", (value, sentence) => {
  const faults = shape.Errors(value).filter(({ keyword }) => keyword !== "boolean");
  expect(faults.map(shapeFaultText)).toEqual([sentence]);
});
