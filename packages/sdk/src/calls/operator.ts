import type { Address, Call } from "@sycee/protocol";
import { address, bytes, literal, signer, u64, u8, vector } from "../arguments/move-type.ts";
import { type ActingSigner, frameworkCall } from "./framework-call.ts";

export interface WalletOpening extends ActingSigner {
  readonly tier: number;
  /** Each with the 32-byte commitment by which its holder is known. */
  readonly wallets: readonly { readonly owner: Address; readonly commitment: Uint8Array }[];
}

/** `0x4::operator::open_wallets`: wallets for customers of the signing operator, all of one tier; at most 500. */
export function openWallets(opening: WalletOpening): Call {
  return frameworkCall("banking", "operator", "open_wallets", [
    signer(opening.signer ?? 0),
    literal(
      vector(address),
      opening.wallets.map(({ owner }) => owner),
    ),
    literal(
      vector(bytes),
      opening.wallets.map(({ commitment }) => commitment),
    ),
    literal(u8, opening.tier),
  ]);
}

/** `0x4::operator::change_tier`: how much is known of a customer's holder, and so the wallet's limits. */
export function changeTier(change: ActingSigner & { readonly owner: Address; readonly tier: number }): Call {
  return frameworkCall("banking", "operator", "change_tier", [
    signer(change.signer ?? 0),
    literal(address, change.owner),
    literal(u8, change.tier),
  ]);
}

/** `0x4::operator::hand_out`: settlement money becomes digital cash in the wallet of one of the operator's customers. Aborts with `EBalanceLimit` above the wallet's cap. */
export function handOut(handing: ActingSigner & { readonly to: Address; readonly amountMinor: bigint }): Call {
  return frameworkCall("banking", "operator", "hand_out", [
    signer(handing.signer ?? 0),
    literal(address, handing.to),
    literal(u64, handing.amountMinor),
  ]);
}

/** `0x4::operator::hand_back`: the signer's digital cash is redeemed by its operator, whose settlement account is credited. Counts towards no limit. */
export function handBack(handing: ActingSigner & { readonly amountMinor: bigint }): Call {
  return frameworkCall("banking", "operator", "hand_back", [signer(handing.signer ?? 0), literal(u64, handing.amountMinor)]);
}

/** `0x4::operator::to_till`: settlement money of the signing operator becomes digital cash in its till. */
export function toTill(exchange: ActingSigner & { readonly amountMinor: bigint }): Call {
  return frameworkCall("banking", "operator", "to_till", [signer(exchange.signer ?? 0), literal(u64, exchange.amountMinor)]);
}

/** `0x4::operator::from_till`: digital cash in the signing operator's till becomes settlement money. */
export function fromTill(exchange: ActingSigner & { readonly amountMinor: bigint }): Call {
  return frameworkCall("banking", "operator", "from_till", [signer(exchange.signer ?? 0), literal(u64, exchange.amountMinor)]);
}

/** `0x4::operator::recover`: what a holder's lost wallet has goes to another wallet of the same holder at the signing operator. */
export function recoverWallet(recovery: ActingSigner & { readonly from: Address; readonly to: Address }): Call {
  return frameworkCall("banking", "operator", "recover", [
    signer(recovery.signer ?? 0),
    literal(address, recovery.from),
    literal(address, recovery.to),
  ]);
}
