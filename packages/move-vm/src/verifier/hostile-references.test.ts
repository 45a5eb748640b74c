import { describe, expect, it } from "vitest";
import { type CodeCase, load, outcomeOf, ret } from "../../test-data/hostile-code.ts";
import { bool, borrowed, mutable, u64 } from "../../test-data/module-editor.ts";

const REFERENCES: readonly CodeCase[] = [
  [
    "conflicting_read",
    "a comparison under a mutable reference",
    () => ({
      parameters: [mutable()],
      locals: [mutable()],
      results: [bool],
      code: [["CopyLoc", 0], ["StLoc", 1], ["CopyLoc", 0], ["MoveLoc", 0], ["Eq"], load(), ["MoveLoc", 1], ["WriteRef"], ret],
    }),
  ],
  [
    "dangling_reference",
    "a reference to a local returned",
    () => ({ parameters: [u64], results: [borrowed()], code: [["ImmBorrowLoc", 0], ret] }),
  ],
  [
    "dangling_reference",
    "a reference into a local returned",
    (m) => ({
      parameters: [m.type("Pair")],
      results: [borrowed()],
      code: [["ImmBorrowLoc", 0], ["ImmBorrowField", m.field("Pair", 0)], ret],
    }),
  ],
  [
    "dangling_reference",
    "a reference to a local returned by way of a call",
    (m) => ({ parameters: [m.type("Pair")], results: [mutable()], code: [["MutBorrowLoc", 0], ["Call", m.function("larger")], ret] }),
  ],
  [
    "borrowed_local_moved",
    "a local moved under a reference",
    () => ({ parameters: [u64], results: [u64], locals: [borrowed()], code: [["ImmBorrowLoc", 0], ["StLoc", 1], ["MoveLoc", 0], ret] }),
  ],
  [
    "borrowed_local_overwritten",
    "a local stored over under a reference",
    () => ({ parameters: [u64], code: [["ImmBorrowLoc", 0], load(2n), ["StLoc", 0], ["Pop"], ret] }),
  ],
  [
    "borrowed_local_copied",
    "a local copied under a mutable reference",
    () => ({
      parameters: [u64],
      results: [u64],
      locals: [mutable()],
      code: [["MutBorrowLoc", 0], ["StLoc", 1], ["CopyLoc", 0], load(), ["MoveLoc", 1], ["WriteRef"], ret],
    }),
  ],
  [
    "accepted",
    "a local copied under an immutable reference",
    () => ({
      parameters: [u64],
      results: [u64],
      locals: [borrowed()],
      code: [["ImmBorrowLoc", 0], ["StLoc", 1], ["CopyLoc", 0], ["MoveLoc", 1], ["Pop"], ret],
    }),
  ],
];

describe("code that is wrong in references to locals", () => {
  it.each(REFERENCES)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
