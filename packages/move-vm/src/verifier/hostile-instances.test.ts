import { describe, expect, it } from "vitest";
import { faultOfParts, ret } from "../../test-data/hostile-modules.ts";
import { type ModuleEditor, parameter, type Step, u64, vector } from "../../test-data/module-editor.ts";
import type { TypeToken } from "../format/compiled-module.ts";

/** A call of the function with that number, with these type arguments. */
type GenericCall = readonly [called: number, ...typeArguments: TypeToken[]];
/** Functions by number: how many type parameters each has, and what it calls. */
type GenericFunctions = readonly (readonly [typeParameters: number, ...calls: GenericCall[]])[];

const [A, B, C] = [parameter(0), parameter(1), parameter(2)];
type Make = (m: ModuleEditor) => GenericFunctions;

const CASES: readonly (readonly [fault: "accepted" | "instantiation_loop", what: string, make: Make])[] = [
  [
    "accepted",
    "two functions that hand each other their own type",
    () => [
      [1, [1, A]],
      [1, [0, A]],
    ],
  ],
  ["accepted", "two types exchanged in each call", () => [[2, [0, B, A]]]],
  [
    "accepted",
    "three types moved round by one in each call",
    () => [
      [3, [1, B, C, A]],
      [3, [0, B, C, A]],
    ],
  ],
  ["accepted", "one and the same box in each call", (m) => [[1, [0, m.type("Box", u64)]]]],
  [
    "accepted",
    "one and the same box by way of two functions, beside a type of their own",
    (m) => [
      [2, [1, m.type("Box", u64), B]],
      [2, [0, A, B]],
    ],
  ],
  [
    "accepted",
    "a box of the type on the way there, a plain one on the way back",
    (m) => [
      [1, [1, m.type("Box", A)]],
      [1, [0, u64]],
    ],
  ],
  ["accepted", "a second type that is a box of the first", (m) => [[2, [0, A, m.type("Box", A)]]]],
  ["accepted", "a second type that boxes what the first was, and is dropped", (m) => [[2, [0, u64, m.type("Box", A)]]]],
  ["instantiation_loop", "a box of a box", (m) => [[1, [0, m.type("Box", m.type("Box", A))]]]],
  ["instantiation_loop", "a vector", () => [[1, [0, vector(A)]]]],
  ["instantiation_loop", "an enum", (m) => [[1, [0, m.type("Choice", A)]]]],
  ["instantiation_loop", "a type that holds nothing of it", (m) => [[1, [0, m.type("Tag", A)]]]],
  [
    "instantiation_loop",
    "a box on the way there, its own type on the way back",
    (m) => [
      [1, [1, m.type("Box", A)]],
      [1, [0, A]],
    ],
  ],
  ["instantiation_loop", "two types exchanged, one of them boxed", (m) => [[2, [0, B, m.type("Box", A)]]]],
  [
    "instantiation_loop",
    "three types moved round, one of them boxed, by way of two functions",
    (m) => [
      [3, [1, B, C, A]],
      [3, [0, m.type("Box", B), C, A]],
    ],
  ],
  ["instantiation_loop", "a box of a vector of a second type", (m) => [[2, [0, u64, m.type("Box", vector(B))]]]],
  [
    "instantiation_loop",
    "a box three calls away, beside a loop without one",
    (m) => [
      [1, [1, m.type("Box", A), u64]],
      [2, [4, A], [2, m.type("Box", B), u64]],
      [2, [2, u64, A], [3, B]],
      [1, [1, u64, A]],
      [1, [4, A]],
    ],
  ],
];

/** Adds the functions, each of which may call those after it. */
function addFunctions(m: ModuleEditor, functions: GenericFunctions): void {
  const base = m.module.functionHandles.length;
  for (const [number, [typeParameters, ...calls]] of functions.entries()) {
    const code = calls.map(([called, ...typeArguments]): Step => {
      const entry = { generic: base + called, typeArguments: m.signature(typeArguments) };
      const known = m.module.functionInstantiations.findIndex(
        (each) => each.generic === entry.generic && each.typeArguments === entry.typeArguments,
      );
      return ["CallGeneric", known < 0 ? m.module.functionInstantiations.push(entry) - 1 : known];
    });
    m.add(`generic${number}`, { typeParameters: Array.from({ length: typeParameters }, () => 0), code: [...code, ret] });
  }
}

describe("functions that call each other with types made of their own", () => {
  it.each(CASES)("%s: %s", (fault, _what, make) => {
    expect(faultOfParts((m) => addFunctions(m, make(m)))).toBe(fault);
  });
});
