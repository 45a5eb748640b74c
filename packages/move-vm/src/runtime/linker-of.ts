import type { ModuleLinker } from "./module-linker.ts";
import type { VirtualMachine } from "./virtual-machine.ts";

const linkers = new WeakMap<VirtualMachine, ModuleLinker>();

/** Notes the linker inside a machine, for functions of this package that take a machine and need more than it shows. */
export function rememberLinker(machine: VirtualMachine, linker: ModuleLinker): void {
  linkers.set(machine, linker);
}

/** The linker inside a machine that this package made; throws for any other. */
export function linkerOf(machine: VirtualMachine): ModuleLinker {
  const linker = linkers.get(machine);
  if (linker === undefined) throw new Error("not a machine of createVirtualMachine");
  return linker;
}
