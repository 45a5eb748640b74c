import type { NativeFactory } from "./native-function.ts";
import { runningTransaction } from "./running-transaction.ts";

/** `std::test_ledger`: exists only in packages compiled for their unit tests; each test runs above an empty ledger of its own. */
export const TEST_LEDGER_NATIVES: Record<string, NativeFactory> = {
  // A struct without fields has one hidden boolean.
  new_ledger: () => () => ({ f0: false }),
  destroy: () => () => undefined,
  set_time_ms:
    ({ context }) =>
    (_: unknown, timeMs: number | bigint) => {
      runningTransaction(context).timeMs = BigInt(timeMs);
    },
  new_signer: () => (address: string) => address,
};
