import type { NativeTable } from "../natives/native-function.ts";
import type { LinkedModule } from "./linked-module.ts";

/** Full name of a native function that the module declares and the machine does not have; `undefined` if it has all. */
export function missingNative(module: LinkedModule, natives: NativeTable): string | undefined {
  for (const declared of module.functions.values()) {
    const name = `${declared.address}::${declared.module}::${declared.name}`;
    if (declared.isNative && !natives.has(name)) return name;
  }
  return undefined;
}
