import { describe, expect, it } from "vitest";
import { amountFault, minorOf } from "./money.ts";

describe("an amount that is typed", () => {
  it.each([
    ["12.50", 1_250n],
    ["1,234.5", 123_450n],
    [" 7 ", 700n],
    ["7.", 700n],
    ["１２．５０", 1_250n],
    ["１，２３４．５", 123_450n],
    ["0.01", 1n],
  ])("%s is read to the minor unit", (text, minor) => {
    expect(minorOf(text, 2)).toBe(minor);
    expect(amountFault(text, 2)).toBeUndefined();
  });

  it.each([
    ["", "amountMissing"],
    ["  ", "amountMissing"],
    ["0", "amountNotPositive"],
    ["0.000", "amountNotPositive"],
    ["-5", "amountNotPositive"],
    ["－５", "amountNotPositive"],
    ["−5.001", "amountNotPositive"],
    ["1.234", "amountTooFine"],
    ["１．２３４", "amountTooFine"],
    ["1e9", "amountNoNumber"],
    ["abc", "amountNoNumber"],
    ["12,50", "amountNoNumber"],
    ["1.2.3", "amountNoNumber"],
    ["--5", "amountNoNumber"],
    ["1²", "amountNoNumber"],
    ["-", "amountNoNumber"],
  ])("%j is refused: %s", (text, fault) => {
    expect(amountFault(text, 2)).toBe(fault);
  });

  it("of a unit without decimals is whole", () => {
    expect(minorOf("3", 0)).toBe(3n);
    expect(amountFault("3", 0)).toBeUndefined();
    expect(amountFault("3.5", 0)).toBe("amountTooFine");
  });
});
