import { describe, expect, test } from "vitest";
import { csvLine } from "./csv-line.ts";

describe("a line of CSV", () => {
  const cells: readonly (readonly [name: string, cell: string | number | bigint, written: string])[] = [
    ["nothing", "", ""],
    ["plain text", "Tea House", "Tea House"],
    ["Chinese text", "茶馆", "茶馆"],
    ["a number", -5, "-5"],
    ["a large number", 12_345_678_901_234_567_890n, "12345678901234567890"],
    ["an amount", "12.50", "12.50"],
    ["an amount that was paid", "-12.50", "-12.50"],
    ["an amount that came in", "+12.50", "+12.50"],
    ["a comma", "one, two", '"one, two"'],
    ["quotation marks", 'the "best"', '"the ""best"""'],
    ["lines", "one\ntwo", '"one\ntwo"'],
    ["a separator of other settings", "one;=1+1", '"one;=1+1"'],
    ["a formula", "=1+1", "'=1+1"],
    ["a formula with quotation marks", '=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["a plus sign", "+1+1", "'+1+1"],
    ["a minus sign", "-1+1", "'-1+1"],
    ["a minus sign before a name", "-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
    ["a tab", "\t=1+1", `"'\t=1+1"`],
    ["the end of a line", "\r=1+1", `"'\r=1+1"`],
    ["wide signs", "＝1+1", "'＝1+1"],
    ["a telephone number", "+86 138", "'+86 138"],
    ["half a number", "-12.", "'-12."],
    ["a hash", "0x12", "0x12"],
  ];

  for (const [name, cell, written] of cells) {
    test(`has ${name}`, () => {
      expect(csvLine(["a", cell, "b"])).toBe(`a,${written},b`);
    });
  }

  test("begins no cell with a sign that spreadsheets run, whatever text it is given", () => {
    const signs = ["=", "+", "-", "@", "\t", "\r", "\n", '"', "'", ",", ";", "1", ".", "a", "＝"];
    for (const first of signs) {
      for (const second of signs) {
        for (const third of signs) {
          const text = first + second + third;
          // As a spreadsheet reads it: without the quotation marks around it.
          const written = csvLine([text]);
          const cell = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
          expect(cell === text || cell === `'${text}`).toBe(true);
          if (/^[=+\-@\t\r\n＝]/.test(cell)) expect(Number.isFinite(Number(cell)), JSON.stringify(text)).toBe(true);
        }
      }
    }
  });
});
