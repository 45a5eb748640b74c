import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { NOT_OFFERED } from "./acts-not-offered.ts";
import { entryFunctions, offeredActs } from "./offered-acts.ts";
import { listedActs } from "./pressed-acts.ts";

const offered = [...offeredActs().keys()];

test("every entry function is offered by a page of the console, or it is said why not", () => {
  const notOffered = NOT_OFFERED.flatMap(({ acts }) => acts);
  expect([...offered, ...notOffered].sort()).toEqual(entryFunctions().sort());
});

test("every entry function that a page offers is pressed by a test that has a list", () => {
  const pressed = new Set([...listedActs().values()].flat());
  expect([...pressed].sort()).toEqual(offered.sort());
});

test("each list is of a test that there is", () => {
  const tests = [...listedActs().keys()];
  expect(tests).not.toEqual([]);
  expect(tests.filter((name) => !existsSync(fileURLToPath(new URL(`${name}.test.ts`, import.meta.url))))).toEqual([]);
});
