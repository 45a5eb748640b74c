import { BcsReader, BcsWriter } from "@sycee/bcs";
import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { decodeModule } from "../format/decode-module.ts";
import { STANDARD_NATIVES } from "../natives/standard-natives.ts";
import { MachineState } from "../state/machine-state.ts";
import { resourceKey } from "../state/state-key.ts";
import { operationsOf } from "../values/operations-of.ts";
import { createModuleLinker } from "./create-module-linker.ts";
import type { ExecutionContext } from "./execution-context.ts";
import { rememberLinker } from "./linker-of.ts";
import type { VirtualMachine, VirtualMachineOptions } from "./virtual-machine.ts";

const OBJECT_CACHE_SIZE = 1_000_000;

/**
 * Verifies modules, given in any order with all their dependencies, and loads them into a machine. Throws
 * `ModuleFormatError` if bytes are no module, `ModuleLinkError` if modules do not fit together and `VerificationError` if
 * one is not sound.
 */
export function createVirtualMachine(options: VirtualMachineOptions): VirtualMachine {
  const context: ExecutionContext = {
    gas: 0,
    depth: 0,
    slots: 0,
    memory: 0,
    transaction: undefined,
    schedule: options.gasSchedule ?? FIRST_GAS_SCHEDULE,
  };
  const linker = createModuleLinker(options.modules, STANDARD_NATIVES, context, {
    verify: options.modulesAreTrusted !== true,
    ...(options.verificationLimit === undefined ? {} : { verificationLimit: options.verificationLimit }),
  });
  const state = new MachineState(linker, options.objectCacheSize ?? OBJECT_CACHE_SIZE);
  const writer = new BcsWriter();
  const machine: VirtualMachine = {
    beginBlock: (store, height, timeMs) => state.beginBlock(store, height, timeMs),
    resolveType: (name) => linker.resolveType(name),
    typeName: (type) => linker.typeName(type),
    declaredTypes: () => linker.declaredTypes(),
    get typeCount() {
      return linker.typeCount;
    },
    resourceKey: (type, address) => resourceKey(type, address),
    describeKey: (store, key) => state.describeKey(store, key),
    encodeValue: (type, value) => {
      operationsOf(type).write(writer.clear(), value);
      return writer.toSharedBytes();
    },
    decodeValue: (type, bytes) => {
      const reader = new BcsReader(bytes);
      const value = operationsOf(type).read(reader);
      reader.finish();
      return value;
    },
    describeFunction: (address, module, name) => linker.describeFunction(address, module, name),
    loadModules: (modules) => state.load(modules.map(decodeModule)),
    modules: () => linker.modules(),
  };
  rememberLinker(machine, linker);
  return machine;
}
