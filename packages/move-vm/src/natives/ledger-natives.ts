import type { RuntimeType } from "../runtime/runtime-type.ts";
import { canonicalU64 } from "../values/u64.ts";
import type { NativeEnvironment, NativeFactory } from "./native-function.ts";
import { onlyTypeArgument } from "./type-arguments.ts";
import { runningTransaction } from "./running-transaction.ts";

/** `std::ledger`: resources at addresses, and facts of the block. */
export const LEDGER_NATIVES: Record<string, NativeFactory> = {
  publish: resource(({ context }, type) => (_: unknown, address: string, value: never) => {
    runningTransaction(context).publish(type, address, value);
  }),
  exists: resource(
    ({ context }, type) =>
      (_: unknown, address: string) =>
        runningTransaction(context).exists(type, address),
  ),
  borrow: resource(
    ({ context }, type) =>
      (_: unknown, address: string) =>
        runningTransaction(context).borrow(type, address),
  ),
  borrow_mut: resource(
    ({ context }, type) =>
      (_: unknown, address: string) =>
        runningTransaction(context).borrowMut(type, address),
  ),
  take: resource(
    ({ context }, type) =>
      (_: unknown, address: string) =>
        runningTransaction(context).take(type, address),
  ),
  height:
    ({ context }) =>
    () =>
      canonicalU64(runningTransaction(context).height),
  time_ms:
    ({ context }) =>
    () =>
      canonicalU64(runningTransaction(context).timeMs),
};

function resource(make: (environment: NativeEnvironment, type: RuntimeType) => (...values: never[]) => unknown): NativeFactory {
  return (environment, typeArguments) => make(environment, onlyTypeArgument(typeArguments));
}
