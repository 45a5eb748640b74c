import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { MoveBuildError, type MoveBuildErrorCode } from "../move-build-error.ts";
import { buildPackage } from "./build-package.ts";

const data = fileURLToPath(new URL("../../test-data", import.meta.url));
const address = (digit: number) => `0x${digit.toString().padStart(64, "0")}`;

describe("buildPackage", () => {
  it("compiles a package whose dependencies share a dependency", async () => {
    const built = await buildPackage(join(data, "workspace/banking"));
    expect(built.name).toBe("banking");
    expect(built.modules.map((module) => [module.address, module.name])).toEqual([[address(4), "bank"]]);
    expect([...(built.modules[0]?.bytes.subarray(0, 4) ?? [])]).toEqual([0xa1, 0x1c, 0xeb, 0x0b]);
  });

  it("gives modules in the order in which they depend on each other", async () => {
    const { modules, warnings } = await buildPackage(join(data, "workspace/std"));
    expect(modules.map((module) => module.name)).toEqual(["numbers", "ledger"]);
    expect(warnings).toBe("");
  });

  it("keeps test code in test mode only, as ordinary bytecode", async () => {
    const { modules } = await buildPackage(join(data, "workspace/std"), { testMode: true });
    expect(modules.map((module) => module.name)).toEqual(["unit_test", "numbers", "ledger"]);
    for (const module of modules) expect(module.bytes[0]).toBe(0xa1);
    const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("latin1");
    expect(text(modules[2]?.bytes)).toContain("height_in_tests");
    const release = await buildPackage(join(data, "workspace/std"));
    expect(text(release.modules[1]?.bytes)).not.toContain("height_in_tests");
  });

  it("hands on the compiler's warnings as it prints them", async () => {
    const { warnings } = await buildPackage(join(data, "workspace/banking"));
    expect(warnings).toBe(`warning[W09002]: unused variable
  ┌─ sources/bank.move:7:9
  │
7 │     let unused = 3u64;
  │         ^^^^^^ Unused local variable 'unused'. Consider removing or prefixing with an underscore: '_unused'
  │
  = This warning can be suppressed with '#[allow(unused_variable)]' applied to the 'module' or module member ('const', 'fun', or 'struct')

`);
  });

  it("says so where the compiler ends in a fault of its own, and compiles others afterwards", async () => {
    const error = await buildError(join(data, "compiler_fault"));
    expect(error.code).toBe("compiler_fault");
    expect(error.message).toMatch(/^The Move compiler ended in a fault of its own while it compiled compiler_fault\. /);
    expect((await buildPackage(join(data, "workspace/std"))).modules).toHaveLength(2);
  });

  it("fails with the compiler's diagnostics as it prints them", async () => {
    const error = await buildError(join(data, "broken"));
    expect(error.code).toBe("compile_failed");
    expect(error.directory).toBe(join(data, "broken"));
    expect(error.message).toBe(`error[E04007]: incompatible types
  ┌─ sources/broken.move:4:5
  │
3 │ public fun answer(): bool {
  │                      ---- Expected: 'bool'
4 │     42u64
  │     ^^^^^
  │     │
  │     Invalid return expression
  │     Given: 'u64'

`);
  });
});

describe("a package that cannot be built", () => {
  const root = mkdtempSync(join(tmpdir(), "sycee-move-build-"));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const manifest = (name: string, dependencies = "") =>
    `[package]\nname = "${name}"\nedition = "2024"\n\n[dependencies]\n${dependencies}\n`;
  const cases: readonly [string, Readonly<Record<string, string>>, MoveBuildErrorCode, string][] = [
    ["no manifest", {}, "invalid_package", `No Move package at ${root}/a: ${root}/a/Move.toml cannot be read (ENOENT).`],
    ["not TOML", { "a/Move.toml": "[package\n" }, "invalid_package", `${root}/a/Move.toml: Invalid TOML document`],
    ["no name", { "a/Move.toml": "[package]\n" }, "invalid_package", `${root}/a/Move.toml: [package] needs a name`],
    [
      "an address that is no string",
      { "a/Move.toml": `${manifest("a")}\n[addresses]\na = 1\n` },
      "invalid_package",
      "Address a of package a must be a string.",
    ],
    [
      "a dependency from the network",
      { "a/Move.toml": manifest("a", 'b = { git = "https://example.com/b.git", rev = "main" }') },
      "invalid_package",
      'Dependency b of package a must be { local = "…" }.',
    ],
    [
      "a dependency that is not there",
      { "a/Move.toml": manifest("a", 'b = { local = "../b" }') },
      "dependency_not_found",
      `Package a depends on b, but there is no Move.toml in ${root}/b.`,
    ],
    [
      "a dependency of another name",
      { "a/Move.toml": manifest("a", 'b = { local = "../b" }'), "b/Move.toml": manifest("c") },
      "invalid_package",
      `Package a depends on b, but ${root}/b holds package c.`,
    ],
    [
      "packages in a circle",
      { "a/Move.toml": manifest("a", 'b = { local = "../b" }'), "b/Move.toml": manifest("b", 'a = { local = "../a" }') },
      "dependency_cycle",
      "Packages depend on each other: a -> b -> a.",
    ],
    [
      "two packages of one name",
      {
        "a/Move.toml": manifest("a", 'b = { local = "../b" }\nc = { local = "../c" }'),
        "b/Move.toml": manifest("b", 'c = { local = "../other" }'),
        "c/Move.toml": manifest("c"),
        "other/Move.toml": manifest("c"),
      },
      "invalid_package",
      `Two packages are named c: ${root}/other and ${root}/c.`,
    ],
  ];

  it.each(cases)("%s", async (_, files, code, message) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const error = await buildError(join(root, "a"));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
});

async function buildError(directory: string): Promise<MoveBuildError> {
  try {
    await buildPackage(directory);
  } catch (error) {
    if (error instanceof MoveBuildError) return error;
    throw error;
  }
  throw new Error("it was built");
}
