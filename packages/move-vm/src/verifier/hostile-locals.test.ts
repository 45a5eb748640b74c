import { describe, expect, it } from "vitest";
import { type CodeCase, load, outcomeOf, ret } from "../../test-data/hostile-code.ts";
import { bool, u64 } from "../../test-data/module-editor.ts";

const LOCALS: readonly CodeCase[] = [
  ["local_unavailable", "a local that never got a value", () => ({ locals: [u64], results: [u64], code: [["MoveLoc", 0], ret] })],
  [
    "local_unavailable",
    "a local moved twice",
    () => ({ parameters: [u64], results: [u64, u64], code: [["MoveLoc", 0], ["MoveLoc", 0], ret] }),
  ],
  [
    "local_unavailable",
    "a local copied after its move",
    () => ({ parameters: [u64], results: [u64], code: [["MoveLoc", 0], ["Pop"], ["CopyLoc", 0], ret] }),
  ],
  ["local_unavailable", "a local borrowed before its value", () => ({ locals: [u64], code: [["ImmBorrowLoc", 0], ["Pop"], ret] })],
  [
    "local_unavailable",
    "a local with a value on one way only",
    () => ({
      parameters: [bool],
      locals: [u64],
      results: [u64],
      code: [["MoveLoc", 0], ["BrTrue", 4], load(), ["StLoc", 1], ["MoveLoc", 1], ret],
    }),
  ],
  [
    "local_unavailable",
    "a local moved in a loop",
    () => ({ parameters: [u64], code: [["MoveLoc", 0], ["Pop"], ["LdTrue"], ["BrTrue", 0], ret] }),
  ],
  ["value_destroyed", "a coin left at a return", (m) => ({ parameters: [m.type("Coin")], code: [ret] })],
  ["accepted", "a coin left at an abort", (m) => ({ parameters: [m.type("Coin")], code: [load(), ["Abort"]] })],
  [
    "value_destroyed",
    "a coin left on one way only",
    (m) => ({
      parameters: [m.type("Coin"), bool],
      code: [["MoveLoc", 1], ["BrTrue", 5], ["MoveLoc", 0], ["Call", m.function("burn")], ["Pop"], ret],
    }),
  ],
  [
    "value_destroyed",
    "a coin stored over that is there on one way only",
    (m) => ({
      parameters: [m.type("Coin"), m.type("Coin"), bool],
      code: [
        ["MoveLoc", 2],
        ["BrTrue", 5],
        ["MoveLoc", 1],
        ["Call", m.function("burn")],
        ["Pop"],
        ["MoveLoc", 0],
        ["StLoc", 1],
        ["MoveLoc", 1],
        ["Call", m.function("burn")],
        ["Pop"],
        ret,
      ],
    }),
  ],
  [
    "value_destroyed",
    "a coin stored over",
    (m) => ({
      parameters: [m.type("Coin"), m.type("Coin")],
      code: [["MoveLoc", 0], ["StLoc", 1], ["MoveLoc", 1], ["Call", m.function("burn")], ["Pop"], ret],
    }),
  ],
];

describe("code that is wrong in locals", () => {
  it.each(LOCALS)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
