import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { operator } from "./generated/banking.ts";

export interface WalletOpening extends ActingSigner {
  readonly tier: number;
  /** Each with the 32-byte commitment by which its holder is known. */
  readonly wallets: readonly { readonly owner: Address; readonly commitment: Uint8Array }[];
}

/** `0x4::operator::open_wallets`: wallets for customers of the signing operator, all of one tier; at most 500. */
export function openWallets(opening: WalletOpening): Call {
  return operator.openWallets({
    operator: opening.signer ?? 0,
    owners: opening.wallets.map(({ owner }) => owner),
    commitments: opening.wallets.map(({ commitment }) => commitment),
    tier: opening.tier,
  });
}

/** `0x4::operator::change_tier`: how much is known of a customer's holder, and so the wallet's limits. */
export function changeTier(change: ActingSigner & { readonly owner: Address; readonly tier: number }): Call {
  return operator.changeTier({ operator: change.signer ?? 0, owner: change.owner, tier: change.tier });
}

/** `0x4::operator::hand_out`: settlement money becomes digital cash in the wallet of one of the operator's customers. Aborts with `EBalanceLimit` above the wallet's cap. */
export function handOut(handing: ActingSigner & { readonly to: Address; readonly amountMinor: bigint }): Call {
  return operator.handOut({ operator: handing.signer ?? 0, to: handing.to, amount: handing.amountMinor });
}

/** `0x4::operator::hand_back`: the signer's digital cash is redeemed by its operator, whose settlement account is credited. What it gives for the cash may be anybody's, so the limits of a payment hold. */
export function handBack(handing: ActingSigner & { readonly amountMinor: bigint }): Call {
  return operator.handBack({ owner: handing.signer ?? 0, amount: handing.amountMinor });
}

/** `0x4::operator::to_till`: settlement money of the signing operator becomes digital cash in its till. */
export function toTill(exchange: ActingSigner & { readonly amountMinor: bigint }): Call {
  return operator.toTill({ operator: exchange.signer ?? 0, amount: exchange.amountMinor });
}

/** `0x4::operator::from_till`: digital cash in the signing operator's till becomes settlement money. */
export function fromTill(exchange: ActingSigner & { readonly amountMinor: bigint }): Call {
  return operator.fromTill({ operator: exchange.signer ?? 0, amount: exchange.amountMinor });
}

/** `0x4::operator::recover`: what a holder's lost wallet has goes to another wallet of the same holder at the signing operator. */
export function recoverWallet(recovery: ActingSigner & { readonly from: Address; readonly to: Address }): Call {
  return operator.recover({ operator: recovery.signer ?? 0, from: recovery.from, to: recovery.to });
}
