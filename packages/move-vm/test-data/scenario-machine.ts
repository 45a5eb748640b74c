import { FIRST_GAS_SCHEDULE } from "../src/gas/gas-schedule.ts";
import { STANDARD_NATIVES } from "../src/natives/standard-natives.ts";
import { createModuleLinker } from "../src/runtime/create-module-linker.ts";
import type { ExecutionContext } from "../src/runtime/execution-context.ts";
import { ExecutionError, type MoveLocation } from "../src/runtime/execution-error.ts";
import type { ModuleLinker } from "../src/runtime/module-linker.ts";
import type { RuntimeType } from "../src/runtime/runtime-type.ts";
import { SCENARIO_ADDRESS } from "./compile-scenarios.ts";

/** How a call ended, in a form that tests compare. */
export type CallEnd =
  | { readonly value: unknown; readonly gas: number }
  | { readonly code: string; readonly abortCode?: bigint; readonly location: MoveLocation | undefined };

/** Calls functions of linked modules, each on a fresh stack. */
export class ScenarioMachine {
  readonly linker: ModuleLinker;
  readonly context: ExecutionContext = { gas: 0, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };

  constructor(modules: readonly Uint8Array[], alwaysDispatch = false) {
    this.linker = createModuleLinker(modules, STANDARD_NATIVES, this.context, { alwaysDispatch });
  }

  call(name: string, values: readonly unknown[], typeArguments: readonly RuntimeType[] = [], gas = 1e9): CallEnd {
    const [module = "", called = ""] = name.split("::");
    const linked = this.linker.findFunction(SCENARIO_ADDRESS, module, called);
    const instantiated = linked === undefined ? undefined : this.linker.instantiate(linked, typeArguments);
    if (instantiated === undefined) throw new Error(`no function ${name}`);
    Object.assign(this.context, { gas, depth: 0, slots: 0, memory: 0 });
    try {
      const value = instantiated.invoke(...values);
      if (this.context.depth !== 0 || this.context.slots !== 0) throw new Error("frames are not balanced");
      return { value, gas: gas - this.context.gas };
    } catch (error) {
      if (!(error instanceof ExecutionError)) throw error;
      const { code, abortCode, location } = error;
      return abortCode === undefined ? { code, location } : { code, abortCode, location };
    }
  }

  /** The value of a call that must succeed. */
  value(name: string, ...values: unknown[]): unknown {
    const end = this.call(name, values);
    if (!("value" in end)) throw new Error(`${name} ended with ${end.code} at ${end.location?.function}:${end.location?.offset}`);
    return end.value;
  }

  /** `code` and `module::function` of the place of a call that must fail. */
  fault(name: string, ...values: unknown[]): string {
    const end = this.call(name, values);
    if ("value" in end) throw new Error(`${name} did not fail but gave ${String(end.value)}`);
    return `${end.code} in ${end.location?.module}::${end.location?.function}`;
  }
}
