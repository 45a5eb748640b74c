import { FIRST_GAS_SCHEDULE } from "../../src/gas/gas-schedule.ts";
import type { CompiledModule } from "../../src/format/compiled-module.ts";
import { decodeModule } from "../../src/format/decode-module.ts";
import { STANDARD_NATIVES } from "../../src/natives/standard-natives.ts";
import { createModuleLinker } from "../../src/runtime/create-module-linker.ts";
import type { ExecutionContext } from "../../src/runtime/execution-context.ts";
import { ExecutionError, type MoveLocation } from "../../src/runtime/execution-error.ts";
import type { ModuleLinker } from "../../src/runtime/module-linker.ts";
import type { ProgramEnd } from "../programs/emit-test.ts";
import { minorStatus } from "./minor-status.ts";

export const ADDRESS = `0x${"42".padStart(64, "0")}`;
export const GAS = 50_000_000;

/** Runs generated programs on our machine. */
export class ProgramRunner {
  readonly linker: ModuleLinker;
  readonly context: ExecutionContext = { gas: 0, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
  readonly #modules: readonly CompiledModule[];

  constructor(modules: readonly Uint8Array[], alwaysDispatch: boolean) {
    this.#modules = modules.map(decodeModule);
    this.linker = createModuleLinker(modules, STANDARD_NATIVES, this.context, { alwaysDispatch });
  }

  run(module: string, name: string, gas = GAS): ProgramEnd {
    const linked = this.linker.findFunction(ADDRESS, module, name);
    const instantiated = linked === undefined ? undefined : this.linker.instantiate(linked, []);
    if (instantiated === undefined) throw new Error(`no function ${module}::${name}`);
    Object.assign(this.context, { gas, depth: 0, slots: 0, memory: 0 });
    try {
      const result = instantiated.invoke();
      if (this.context.depth !== 0 || this.context.slots !== 0) throw new Error("frames are not balanced");
      const values = instantiated.resultTypes.length === 1 ? [result] : Array.isArray(result) ? result : [];
      return { kind: "values", values, gasUsed: gas - this.context.gas };
    } catch (error) {
      if (!(error instanceof ExecutionError) || error.location === undefined) throw error;
      const { abortCode, code, location } = error;
      const gasUsed = gas - this.context.gas;
      if (abortCode === undefined) return { kind: "fault", code, subStatus: this.#subStatus(location), location, gasUsed };
      const constant = this.linker.errorConstant(location.address, location.module, abortCode)?.name;
      return { kind: "abort", code: abortCode, constant, location, gasUsed };
    }
  }

  #subStatus({ module, function: name, offset }: MoveLocation): number | undefined {
    const compiled = this.#modules.find((each) => each.identifiers[each.moduleHandles[each.selfModule]?.name ?? -1] === module);
    return compiled === undefined ? undefined : minorStatus(compiled, name, offset);
  }
}
