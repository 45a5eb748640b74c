import { describe, expect, it } from "vitest";
import { type CodeCase, faultOf, load, outcomeOf, plain, repeat, ret } from "../../test-data/hostile-code.ts";
import { u64, vector, type Step } from "../../test-data/module-editor.ts";

/** Loops in each other, each around the next. */
function nestedLoops(depth: number): Step[] {
  const heads = Array.from({ length: depth }, (): Step => ["Nop"]);
  // Each loop is a block of its own: its head is reached from outside and from its end.
  const ends = Array.from({ length: depth }, (_, index): Step[] => [["LdTrue"], ["BrTrue", depth - 1 - index]]).flat();
  return [...heads, ...ends, ret];
}

const FLOW: readonly CodeCase[] = [
  ["accepted", "a branch of each kind", plain(["LdTrue"], ["BrTrue", 3], ["Nop"], ["LdFalse"], ["BrFalse", 0], ["Branch", 6], ret)],
  ["falls_off_end", "no return", plain(load(), ["Pop"])],
  ["falls_off_end", "a conditional branch at the end", plain(["LdTrue"], ["BrTrue", 0])],
  ["falls_off_end", "no code at all", plain()],
  ["index_out_of_bounds", "a branch beyond the end", plain(["Branch", 2], ret)],
  ["irreducible_flow", "a loop entered in two places", plain(["LdTrue"], ["BrTrue", 3], ["Nop"], ["LdTrue"], ["BrTrue", 2], ret)],
  ["accepted", "five loops in each other", plain(...nestedLoops(5))],
  ["loop_too_deep", "six loops in each other", plain(...nestedLoops(6))],
  ["too_many_blocks", "1,026 blocks", plain(...Array.from({ length: 1025 }, (_, index): Step => ["Branch", index + 1]), ret)],
  ["accepted", "code that is never reached", plain(ret, load(), ["Pop"], ret)],
];

const STACK: readonly CodeCase[] = [
  ["stack_underflow", "nothing to pop", plain(["Pop"], ret)],
  ["stack_underflow", "one operand for two", plain(load(), ["Add"], ["Pop"], ret)],
  ["stack_not_empty", "an operand for another block", plain(load(), ["Branch", 2], ["Pop"], ret)],
  ["stack_not_empty", "a value left at a branch", plain(load(), ["Branch", 2], ret)],
  ["stack_not_empty", "a value left at a return", plain(load(), ret)],
  ["stack_not_empty", "a value left at an abort", plain(load(), load(), ["Abort"])],
  ["stack_underflow", "no result to return", () => ({ results: [u64], code: [ret] })],
  ["stack_underflow", "code that is never reached", plain(ret, ["Pop"], ret)],
  ["stack_underflow", "more elements than values", (m) => ({ code: [load(), ["VecPack", m.signature([u64]), 2n], ["Pop"], ret] })],
  ["accepted", "1,024 values at once", plain(...repeat(1024, load()), ...repeat(1024, ["Pop"]), ret)],
  ["stack_overflow", "1,025 values at once", plain(...repeat(1025, load()), ...repeat(1025, ["Pop"]), ret)],
  ["too_many_pushes", "10,001 pushes in a block", plain(...repeat(10_001, load(), ["Pop"]), ret)],
  ["count_out_of_range", "65,536 elements", (m) => ({ code: [["VecPack", m.signature([u64]), 65_536n], ["Pop"], ret] })],
  [
    "too_many_pushes",
    "65,535 elements",
    (m) => ({ parameters: [vector(u64)], code: [["MoveLoc", 0], ["VecUnpack", m.signature([u64]), 65_535n], ret] }),
  ],
];

describe("code that is wrong in control flow and on the operand stack", () => {
  it.each([...FLOW, ...STACK])("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });

  it("is told where it comes first in the code, in a loop and after it", () => {
    const useTwice: readonly Step[] = [["LdTrue"], ["BrTrue", 5], ["MoveLoc", 0], ["Pop"], ["Branch", 0], ["MoveLoc", 0], ["Pop"], ret];
    expect(faultOf(() => ({ locals: [u64], code: useTwice }))).toMatchObject({ fault: "local_unavailable", offset: 2 });
  });
});
