import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { writeBindings } from "./write-bindings.ts";

const path = (relative: string): string => fileURLToPath(new URL(`../../../../${relative}`, import.meta.url));
const SHAPES = path("packages/move-build/test-data/bindings");

it.each(["money", "oversight", "banking"])("the SDK's bindings of %s are what the package says now", { timeout: 60_000 }, async (name) => {
  // Out of date? Run: npm run sycee -- move bindings move/NAME --sdk ../../arguments/bindings.ts --out packages/sdk/src/calls/generated/NAME.ts
  const written = await writeBindings(path(`move/${name}`), { sdk: "../../arguments/bindings.ts" });
  expect(written === readFileSync(path(`packages/sdk/src/calls/generated/${name}.ts`), "utf8")).toBe(true);
});

it("writes calls, structs, enums, generics and events", { timeout: 60_000 }, async () => {
  await expect(await writeBindings(SHAPES)).toMatchFileSnapshot("../../test-data/bindings/shapes.golden.ts.txt");
});
