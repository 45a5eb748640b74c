import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** A module that code names: `from "…"`, `import "…"` or `import("…")`. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;
/** Names that only Node has. That code asks whether one is there (`typeof process`) is no use of it. */
const NODE_ONLY = /(?<!typeof |\.|["'\w])(?:Buffer|process|__dirname|__filename|require|setImmediate)\b(?=[.([])/g;

const entry = fileURLToPath(new URL("../../dist/index.js", import.meta.url));

/** Every file that a browser would load for the package, with what each imports that is not a file. */
function moduleGraph(): { files: string[]; builtins: string[] } {
  const files = new Set([entry]);
  const builtins: string[] = [];
  for (const file of files) {
    for (const [, name = ""] of withoutComments(readFileSync(file, "utf8")).matchAll(IMPORT)) {
      if (isBuiltin(name)) builtins.push(`${name} in ${file}`);
      else files.add(name.startsWith(".") ? join(dirname(file), name) : resolveForBrowser(name, file));
    }
  }
  return { files: [...files], builtins };
}

function resolveForBrowser(name: string, from: string): string {
  const resolved = createRequire(from).resolve(name);
  // Bundlers and browsers take the module form of a package that has both.
  return name === "hash-wasm" ? join(dirname(resolved), "index.esm.js") : resolved;
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

describe("the package in a browser", () => {
  it("imports nothing of Node and uses no global of Node", () => {
    const { files, builtins } = moduleGraph();
    expect(files.length).toBeGreaterThan(100);
    expect(builtins).toEqual([]);
    const own = files.filter((file) => !file.includes("node_modules"));
    const uses = own.flatMap((file) =>
      [...withoutComments(readFileSync(file, "utf8")).matchAll(NODE_ONLY)].map(([use]) => `${use} in ${file}`),
    );
    expect(uses).toEqual([]);
  });
});
