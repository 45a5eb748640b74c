import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findChromium, NO_CHROMIUM } from "./find-chromium.ts";
import { run as runFramework } from "./framework-page.ts";
import { runInBrowser } from "./run-in-browser.ts";

const machine = new URL("../../packages/move-vm/", import.meta.url);
const build = new URL("../../move/build/", import.meta.url);
const chromium = findChromium();

describe("the virtual machine in a browser", { timeout: 120_000 }, () => {
  it("compiles and runs the counter of its README", async ({ skip }) => {
    if (chromium === undefined) return skip(NO_CHROMIUM);
    const [, code = ""] = /```js\n(.*?)```/s.exec(readFileSync(new URL("README.md", machine), "utf8")) ?? [];
    const entry = fileURLToPath(new URL(`dist/readme-page-${process.pid}.mjs`, machine));
    writeFileSync(entry, code);
    try {
      const { lines } = await runInBrowser(chromium, entry);
      expect(lines).toEqual(["{value: 42n}"]);
    } finally {
      rmSync(entry);
    }
  });

  it("verifies the whole framework and answers what it answers in Node, to the gas", async ({ skip }) => {
    if (chromium === undefined) return skip(NO_CHROMIUM);
    const modules = readdirSync(build, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".mv"))
      .map((path) => readFileSync(new URL(path, build)).toString("base64"));
    const { result } = await runInBrowser(chromium, fileURLToPath(new URL("framework-page.ts", import.meta.url)), modules);
    const inNode = await runFramework(modules);
    expect(inNode.join("\n")).toContain('"status":"ok"');
    expect(result).toEqual(inNode);
  });
});
