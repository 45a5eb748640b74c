import { expect, test } from "vitest";
import { rowsText } from "./put-rows.ts";

test("texts that PostgreSQL could not take stop nobody: a zero character becomes the mark of what is missing", () => {
  const text = rowsText([{ fields: { name: "a\0b", deep: ["\0"] }, amount: 2n ** 64n }]);
  expect(JSON.parse(text)).toEqual([{ fields: { name: "a\uFFFDb", deep: ["\uFFFD"] }, amount: "18446744073709551616" }]);
});
