import type { Call } from "@sycee/protocol";
import { signer } from "../arguments/move-type.ts";
import { frameworkCall } from "./framework-call.ts";

/**
 * `0x2::account::rotate_key`: the owner's account is from now on held by the keys that the other signer's address derives from.
 * Both sign: the account (by its present keys) and the new keys' own address, in proof of possession.
 */
export function rotateKey(rotation: { readonly owner?: number; readonly newKey?: number } = {}): Call {
  return frameworkCall("money", "account", "rotate_key", [signer(rotation.owner ?? 0), signer(rotation.newKey ?? 1)]);
}
