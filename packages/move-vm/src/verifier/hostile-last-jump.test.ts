import { describe, expect, it } from "vitest";
import { type CodeCase, load, outcomeOf, repeat, ret, type Make } from "../../test-data/hostile-code.ts";
import { VERIFICATION_LIMIT } from "./verification-meter.ts";
import type { Step } from "../../test-data/module-editor.ts";

/** Instructions of the longest code there is: the index of each fits 16 bits. */
const LONGEST = 65_536;

/** Units of the verifier's meter for it: ten times as many as a module may take. */
const ENOUGH = 10 * VERIFICATION_LIMIT;

/** Code of so many instructions that jumps over those in the middle to its end. */
function jumpingTo(end: (at: number) => readonly Step[], length: number): readonly Step[] {
  const steps = end(0).length;
  const at = length - steps;
  return [["Branch", at], ...repeat(at - 1, ["Nop"]), ...end(at)];
}

const longCode =
  (make: (...given: Parameters<Make>) => (at: number) => readonly Step[]): Make =>
  (m) => ({ locals: [m.type("Coin")], code: jumpingTo(make(m), LONGEST) });

const LAST: readonly CodeCase[] = [
  ["accepted", "a return as the last of 65,536 instructions", longCode(() => () => [ret])],
  ["accepted", "a jump to itself as the last", longCode(() => (at) => [["Branch", at]])],
  [
    "value_destroyed",
    "a coin stored over in each round of a loop whose jump is the last",
    longCode((m) => (at) => [load(), ["Call", m.function("mint")], ["StLoc", 0], ["Branch", at]]),
  ],
  [
    "value_destroyed",
    "a coin left at a return that is the last",
    longCode((m) => () => [load(), ["Call", m.function("mint")], ["StLoc", 0], ret]),
  ],
  [
    "local_unavailable",
    "a local without a value used before a jump that is the last",
    longCode((m) => (at) => [["MoveLoc", 0], ["Call", m.function("burn")], ["Pop"], ["Branch", at]]),
  ],
  ["stack_not_empty", "a value left at a jump that is the last", longCode(() => (at) => [load(), ["Branch", at]])],
  ["falls_off_end", "a conditional jump as the last", longCode(() => (at) => [["LdTrue"], ["BrTrue", at]])],
];

describe("code as long as there may be", () => {
  it.each(LAST)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make, ENOUGH)).toBe(fault);
    if (fault !== "falls_off_end") expect(outcomeOf(make)).toBe("too_complex");
  });
});
