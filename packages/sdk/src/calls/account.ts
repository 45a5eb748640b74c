import type { Call } from "@sycee/protocol";
import { account } from "./generated/money.ts";

/**
 * `0x2::account::rotate_key`: the owner's account is from now on held by the keys that the other signer's address derives from.
 * Both sign: the account (by its present keys) and the new keys' own address, in proof of possession.
 */
export function rotateKey(rotation: { readonly owner?: number; readonly newKey?: number } = {}): Call {
  return account.rotateKey(rotation);
}
