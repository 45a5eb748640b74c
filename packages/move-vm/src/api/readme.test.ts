import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const README = new URL("../../README.md", import.meta.url);

it("the example of the README compiles a counter and runs it, in ten lines", () => {
  const [, code = ""] = /```js\n(.*?)```/s.exec(readFileSync(README, "utf8")) ?? [];
  expect(code.trim().split("\n")).toHaveLength(10);
  const script = fileURLToPath(new URL(`../../dist/readme-example-${process.pid}.mjs`, import.meta.url));
  writeFileSync(script, code);
  try {
    expect(execFileSync(process.execPath, [script], { encoding: "utf8" })).toBe("{ value: 42n }\n");
  } finally {
    rmSync(script);
  }
});
