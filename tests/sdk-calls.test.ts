import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));
const CALLS = `${REPOSITORY}packages/sdk/src/calls`;
/** Entry functions are declared so in the sources; a name may have type parameters. */
const ENTRY = /\bentry fun (\w+)/g;

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every entry function of a framework package, as `module::function`. */
function entryFunctions(package_: string): string[] {
  const directory = `${REPOSITORY}move/${package_}/sources`;
  return readdirSync(directory).flatMap((file) => {
    const source = readFileSync(`${directory}/${file}`, "utf8");
    return [...source.matchAll(ENTRY)].map(([, name]) => `${file.replace(/\.move$/, "")}::${name}`);
  });
}

const sources = readdirSync(CALLS)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(`${CALLS}/${file}`, "utf8"))
  .join("\n");

test.each(["money", "oversight", "banking"])("every entry function of %s has a call in the SDK that says what it does", (package_) => {
  const functions = entryFunctions(package_);
  expect(functions.length).toBeGreaterThan(5);
  const missing = functions.filter((each) => {
    const [module = "", name = ""] = each.split("::");
    const isCalled = new RegExp(`\\b(?:${camel(module)}|${module})\\.${camel(name)}\\(`).test(sources);
    return !isCalled || !sources.includes(`::${each}\``);
  });
  expect(missing).toEqual([]);
});
