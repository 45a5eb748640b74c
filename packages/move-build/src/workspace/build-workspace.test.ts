import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildWorkspace } from "./build-workspace.ts";
import { loadBuiltModules } from "./load-built-modules.ts";

const data = fileURLToPath(new URL("../../test-data", import.meta.url));

describe("buildWorkspace", () => {
  let move: string;
  let build: string;
  beforeEach(() => {
    move = mkdtempSync(join(tmpdir(), "sycee-move-"));
    build = join(move, "build");
    cpSync(join(data, "workspace"), move, { recursive: true });
  });
  afterEach(() => rmSync(move, { recursive: true, force: true }));

  const actions = async () => (await buildWorkspace(move, build)).steps.map((step) => `${step.package} ${step.action}`);
  const loaded = () => loadBuiltModules(build).map((module) => `${module.package}::${module.name}`);

  it("compiles packages in the order in which they depend on each other", async () => {
    const reported: string[] = [];
    const { steps, pruned } = await buildWorkspace(move, build, (step) => reported.push(step.package));
    expect(steps.map((step) => [step.package, step.action, step.moduleCount])).toEqual([
      ["std", "compiled", 2],
      ["money", "compiled", 1],
      ["banking", "compiled", 1],
    ]);
    expect(reported).toEqual(["std", "money", "banking"]);
    expect(pruned).toEqual([]);
    expect(loaded()).toEqual(["std::numbers", "std::ledger", "money::unit", "banking::bank"]);
    for (const module of loadBuiltModules(build)) expect([...module.bytes.subarray(0, 4)]).toEqual([0xa1, 0x1c, 0xeb, 0x0b]);
    expect(readdirSync(build).sort()).toEqual(["banking", "manifest.json", "money", "std"]);
  });

  it("leaves alone what has not changed, and still tells its warnings", async () => {
    await buildWorkspace(move, build);
    const before = readFileSync(join(build, "manifest.json"), "utf8");
    const { steps } = await buildWorkspace(move, build);
    expect(steps.map((step) => step.action)).toEqual(["unchanged", "unchanged", "unchanged"]);
    expect(steps.map((step) => step.warnings.startsWith("warning[W09002]: unused variable"))).toEqual([false, false, true]);
    expect(readFileSync(join(build, "manifest.json"), "utf8")).toBe(before);
  });

  it("compiles again what changed and what depends on it", async () => {
    await buildWorkspace(move, build);
    appendFileSync(join(move, "money/sources/unit.move"), "\npublic fun added(): u64 { 5 }\n");
    expect(await actions()).toEqual(["std unchanged", "money compiled", "banking compiled"]);
    expect(await actions()).toEqual(["std unchanged", "money unchanged", "banking unchanged"]);
    appendFileSync(join(move, "banking/Move.toml"), 'other = "0x5"\n');
    expect(await actions()).toEqual(["std unchanged", "money unchanged", "banking compiled"]);
  });

  it("compiles again what somebody removed from the build or whose manifest is broken", async () => {
    await buildWorkspace(move, build);
    rmSync(join(build, "money/unit.mv"));
    expect(await actions()).toEqual(["std unchanged", "money compiled", "banking unchanged"]);
    writeFileSync(join(build, "manifest.json"), '{"version":1,"packages":[{}]}');
    expect(await actions()).toEqual(["std compiled", "money compiled", "banking compiled"]);
  });

  it("removes modules and packages that are gone", async () => {
    await buildWorkspace(move, build);
    rmSync(join(move, "banking"), { recursive: true });
    appendFileSync(join(move, "std/sources/numbers.move"), "\n");
    rmSync(join(move, "std/sources/ledger.move"));
    writeFileSync(join(move, "money/sources/unit.move"), "module money::unit;\npublic fun decimals(): u64 { std::numbers::one() }\n");
    const { pruned } = await buildWorkspace(move, build);
    expect(pruned.slice().sort()).toEqual(["banking/bank.mv", "std/ledger.mv"]);
    expect(loaded()).toEqual(["std::numbers", "money::unit"]);
    expect(readdirSync(build).sort()).toEqual(["manifest.json", "money", "std"]);
  });

  it("keeps what it had built when a package fails", async () => {
    await buildWorkspace(move, build);
    const before = loaded();
    appendFileSync(join(move, "money/sources/unit.move"), "\nfun wrong(): bool { 1u64 }\n");
    await expect(buildWorkspace(move, build)).rejects.toMatchObject({ code: "compile_failed", directory: join(move, "money") });
    expect(loaded()).toEqual(before);
  });

  it("says so when nothing was built", () => {
    expect(() => loadBuiltModules(build)).toThrow(`There are no compiled Move modules in ${build}. Run: npm run build`);
  });
});
