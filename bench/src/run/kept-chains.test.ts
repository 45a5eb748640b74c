import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { KeptChains } from "./kept-chains.ts";

const POPULATION = { accounts: 10, keyed: 2, customers: 0 };

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-kept-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function empty(name: string): string {
  const path = join(directory, name);
  mkdirSync(path);
  return path;
}

function chainOf(text: string): string {
  const path = empty(`made ${text}`);
  mkdirSync(join(path, "state"));
  writeFileSync(join(path, "state/data.mdb"), text);
  return path;
}

it("a chain is copied for its population alone, as often as it is asked for, and its copies are nobody else's", async () => {
  const chains = new KeptChains(join(directory, "kept"), "code");
  expect(await chains.copyTo(empty("none"), POPULATION)).toBeUndefined();
  await chains.keep(chainOf("first"), POPULATION, { seconds: 7 }, empty("work"));
  expect(existsSync(join(directory, "work"))).toBe(false);
  const copy = empty("copy");
  expect(await chains.copyTo(copy, POPULATION)).toEqual({ seconds: 7 });
  writeFileSync(join(copy, "state/data.mdb"), "written by a node");
  const again = empty("again");
  expect(await chains.copyTo(again, POPULATION)).toEqual({ seconds: 7 });
  expect(readFileSync(join(again, "state/data.mdb"), "utf8")).toBe("first");
  expect(await chains.copyTo(empty("other"), { ...POPULATION, customers: 1 })).toBeUndefined();
});

it("other code has none, and what it keeps takes the place of what the code before kept", async () => {
  const kept = join(directory, "kept");
  const before = new KeptChains(kept, "before");
  await before.keep(chainOf("first"), POPULATION, { seconds: 1 }, empty("work"));
  const after = new KeptChains(kept, "after");
  expect(await after.copyTo(empty("none"), POPULATION)).toBeUndefined();
  await after.keep(chainOf("second"), POPULATION, { seconds: 2 }, empty("work again"));
  expect(readdirSync(kept)).toEqual(["after-10-2-0"]);
});

it("two runs that keep the same chain at once keep one of them", async () => {
  const chains = new KeptChains(join(directory, "kept"), "code");
  const works = [empty("one"), empty("two")];
  await Promise.all(works.map((work) => chains.keep(chainOf(work.slice(-3)), POPULATION, { seconds: 1 }, work)));
  expect(readdirSync(join(directory, "kept"))).toEqual(["code-10-2-0"]);
});
