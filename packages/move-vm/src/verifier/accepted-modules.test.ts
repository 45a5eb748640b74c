import { describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { ModuleEditor } from "../../test-data/module-editor.ts";
import { decodeModule } from "../format/decode-module.ts";
import { OPCODES } from "../format/opcodes.ts";
import { VERIFICATION_LIMIT, VerificationMeter } from "./verification-meter.ts";
import { verifyModule, verifyPackage } from "./verify-package.ts";

/** Instructions that the compiler never writes; the tables of hostile code have sound uses of them. */
const NEVER_WRITTEN = new Set(["BrTrue", "Or", "And", "Nop"]);

/** Of modules with much of each pass: what changes one of these changes what publishing costs on every ledger. */
const UNITS = { parts: 15_571, user: 452, option: 5_054, table: 1_988 };

describe("what the standard compiler makes is accepted", () => {
  it.each([
    ["verified", "release"],
    ["programs", "release"],
    ["programs", "test"],
    ["scenarios", "release"],
  ] as const)("package %s, built for %s", async (name, mode) => {
    const modules = (await compileTestPackage(name, mode)).map(decodeModule);
    expect(modules.length).toBeGreaterThan(15);
    verifyPackage(modules, [], new VerificationMeter(VERIFICATION_LIMIT * modules.length));
  });

  it("every instruction it knows among them, at a tenth of the limit at most", async () => {
    const modules = (await compileTestPackage("verified")).map(decodeModule);
    const used = new Set(
      modules.flatMap(({ functionDefinitions }) => functionDefinitions).flatMap(({ code }) => code?.instructions.map(({ op }) => op)),
    );
    expect(Object.keys(OPCODES).filter((op) => !used.has(op as keyof typeof OPCODES) && !NEVER_WRITTEN.has(op))).toEqual([]);
    for (const module of modules) {
      const meter = new VerificationMeter();
      verifyModule(module, meter);
      expect(meter.spent).toBeLessThan(VERIFICATION_LIMIT / 10);
    }
  });

  it("for as many units as ever: publishing is paid by them", async () => {
    const units = (await compileTestPackage("verified")).map(decodeModule).map((module) => {
      const meter = new VerificationMeter();
      verifyModule(module, meter);
      return [module.identifiers[module.moduleHandles[module.selfModule]?.name ?? -1], meter.spent];
    });
    expect(Object.fromEntries(units)).toMatchObject(UNITS);
  });

  it("a copy through the editor that the hostile tests change", async () => {
    for (const module of (await compileTestPackage("verified")).map(decodeModule)) {
      const editor = new ModuleEditor(module);
      expect(editor.module).toEqual(module);
      verifyModule(editor.module);
    }
  });
});
