import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { findChromium, NO_CHROMIUM } from "./find-chromium.ts";
import { type PageRequest, run } from "./payment-codes-page.ts";
import { runInBrowser } from "./run-in-browser.ts";

const chromium = findChromium();

const requests: readonly PageRequest[] = [
  { name: "湖心亭茶楼", amountMinor: "2580", from: "", to: "" },
  { name: "𠮷野家", amountMinor: "1", from: "", to: "" },
  { name: "湖心亭茶楼", amountMinor: "2580", from: "25.80", to: "15.80" },
  { name: "一二三四五六七八九十一二三四五六七八九十一二三四五六", amountMinor: "1", from: "", to: "" },
];

it("codes are written, drawn and read in a browser as in Node", { timeout: 120_000 }, async ({ skip }) => {
  if (chromium === undefined) return skip(NO_CHROMIUM);
  const inNode = run(requests);
  expect(inNode[0]).toContain(" 湖心亭茶楼 25.80 ");
  expect(inNode.slice(2)).toEqual(["checksum", "bad_value"]);
  const { result } = await runInBrowser(chromium, fileURLToPath(new URL("payment-codes-page.ts", import.meta.url)), requests);
  expect(result).toEqual(inNode);
});
