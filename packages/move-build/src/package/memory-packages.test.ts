import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildPackage } from "../compile/build-package.ts";
import { compilePackage } from "../compile/compile-package.ts";
import { type PackageFiles, memoryPackages } from "./memory-packages.ts";
import { packageTemplate } from "./package-template.ts";
import { readMoveManifest } from "./read-manifest.ts";
import { readMoveSources } from "./read-sources.ts";

const std = fileURLToPath(new URL("../../../../move/std", import.meta.url));
const { packageFields } = readMoveManifest(std);
const stdFiles: PackageFiles = {
  ...Object.fromEntries(readMoveSources(std, "sources").map(({ path, text }) => [path, text])),
  "Move.toml": `[package]\n${Object.entries(packageFields)
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
    .join("\n")}\n[addresses]\nstd = "0x1"\n`,
};
const libraries = new Map([["std", stdFiles]]);

test("a package in memory compiles to the very bytes that the same files on disk do", async () => {
  const directory = mkdtempSync(join(tmpdir(), "sycee-memory-"));
  try {
    const files = packageTemplate("counted", "0x100", std);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const { graph, readSources } = memoryPackages(files, libraries);
    expect(graph.map(({ name }) => name)).toEqual(["std", "counted"]);
    const built = await compilePackage(graph, { readSources });
    expect(built.modules).toEqual((await buildPackage(directory)).modules);
    expect(built.modules.map(({ name }) => name)).toEqual(["counter"]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test.each([
  ["no manifest", {}, "invalid_package", "A package needs a Move.toml."],
  [
    "a dependency that is not among the libraries",
    { "Move.toml": '[package]\nname = "a"\n[dependencies]\nb = { local = "../b" }' },
    "dependency_not_found",
    "Package a depends on b; there are only std.",
  ],
  [
    "a dependency from the network",
    { "Move.toml": '[package]\nname = "a"\n[dependencies]\nb = { git = "https://example.org" }' },
    "invalid_package",
    'Dependency b of package a must be { local = "…" }.',
  ],
])("%s is refused", (_what, files, code, message) => {
  expect(() => memoryPackages(files, libraries)).toThrow(expect.objectContaining({ code, message }));
});
