import type { NativeFactory } from "./native-function.ts";
import { runningTransaction } from "./running-transaction.ts";

/** `std::package`. */
export const PACKAGE_NATIVES: Record<string, NativeFactory> = {
  publish_modules:
    ({ context }) =>
    (_: unknown, at: string, modules: readonly (readonly number[])[]) => [
      ...runningTransaction(context).publishModules(at, modules.map(asBytes), undefined),
    ],
  upgrade_modules:
    ({ context }) =>
    (_: unknown, at: string, modules: readonly (readonly number[])[], additive: boolean) => [
      ...runningTransaction(context).publishModules(at, modules.map(asBytes), additive ? "additive" : "compatible"),
    ],
};

function asBytes(bytes: readonly number[]): Uint8Array {
  return Uint8Array.from(bytes);
}
