import type { Opcode } from "../../src/format/opcodes.ts";
import { linkModules } from "../../src/runtime/link-modules.ts";
import { type LinkedModule, moduleKey } from "../../src/runtime/linked-module.ts";
import type { ModuleLinker } from "../../src/runtime/module-linker.ts";
import { TypeRegistry } from "../../src/runtime/type-registry.ts";
import { type Run, runChecked, Stop } from "../interpreter/checked-interpreter.ts";
import { Reference, representation } from "../interpreter/value.ts";
import type { ProgramEnd } from "../programs/emit-test.ts";
import { ADDRESS } from "./run-programs.ts";
import { minorStatus } from "./minor-status.ts";

/** Runs generated programs in the checked interpreter. */
export class InterpretedPrograms {
  readonly opcodesRun = new Set<Opcode>();
  readonly #modules: ReadonlyMap<string, LinkedModule>;
  readonly #types = new TypeRegistry();
  readonly #linker: ModuleLinker;

  /** `linker` only names error constants. */
  constructor(modules: readonly Uint8Array[], linker: ModuleLinker) {
    this.#modules = linkModules(modules);
    this.#linker = linker;
  }

  run(module: string, name: string, fuel: number): ProgramEnd {
    const called = this.#modules.get(moduleKey(ADDRESS, module))?.functions.get(name);
    if (called === undefined) throw new Error(`no function ${module}::${name}`);
    const run: Run = { types: this.#types, clock: { now: 0 }, fuel, gas: 0, depth: 0, opcodes: this.opcodesRun };
    try {
      const values = runChecked(called, [], [], run).map((operand) => {
        if (operand instanceof Reference) throw new Error("a program answers a reference");
        return representation(operand);
      });
      return { kind: "values", values, gasUsed: run.gas };
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      const location = { address: error.address, module: error.module, function: error.function, offset: error.offset };
      if (error.abortCode === undefined) {
        const compiled = this.#modules.get(moduleKey(error.address, error.module))?.compiled;
        return { kind: "fault", code: error.code, subStatus: compiled && minorStatus(compiled, error.function, error.offset), location };
      }
      const constant = this.#linker.errorConstant(error.address, error.module, error.abortCode)?.name;
      return { kind: "abort", code: error.abortCode, constant, location };
    }
  }
}
