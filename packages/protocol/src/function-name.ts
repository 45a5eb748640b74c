import type { Call } from "./transaction.ts";
import { shortAddress } from "./type-tag.ts";

/** `0x2::wallet::pay`. */
export function printFunction(call: Pick<Call, "address" | "module" | "function">): string {
  return `${shortAddress(call.address)}::${call.module}::${call.function}`;
}
