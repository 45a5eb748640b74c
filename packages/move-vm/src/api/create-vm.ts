import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { STANDARD_NATIVES } from "../natives/standard-natives.ts";
import { createModuleLinker } from "../runtime/create-module-linker.ts";
import { createMemoryStore } from "./memory-store.ts";
import { VmCalls } from "./vm-calls.ts";
import type { Vm, VmOptions } from "./vm.ts";
import { VmOptionError } from "./vm-option-error.ts";
import { VmStorage } from "./vm-storage.ts";

const DEFAULT_GAS = 40_000_000;

/**
 * Verifies modules, links them and makes a machine that calls their functions. Throws `VmOptionError` for options that are
 * not of their form, `ModuleFormatError` if bytes are no module, `VerificationError` if a module is not sound and
 * `ModuleLinkError` if modules do not fit together.
 *
 * @example
 * const vm = createVm({ modules: [bytecode] });
 * const result = vm.call("0x42::maths::add", { arguments: [2n, 3n] });
 * if (result.status === "ok") console.log(result.values[0]?.value); // 5n
 */
export function createVm(options: VmOptions): Vm {
  const { modules, store = createMemoryStore(), gas = DEFAULT_GAS } = options;
  if (!Array.isArray(modules) || !modules.every((module) => module instanceof Uint8Array)) {
    throw new VmOptionError("modules must be an array of Uint8Array");
  }
  if (!Number.isSafeInteger(gas) || gas < 0) throw new VmOptionError("gas must be a whole number from 0 to 2^53 - 1");
  for (const method of ["get", "set", "delete"] as const) {
    if (typeof store[method] !== "function") throw new VmOptionError(`store must have a method ${method}`);
  }
  const context = { gas: 0, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
  const linker = createModuleLinker(modules, STANDARD_NATIVES, context, { verify: true });
  const calls = new VmCalls(linker, new VmStorage(linker, store), gas);
  return { call: (name, callOptions) => calls.call(name, callOptions) };
}
