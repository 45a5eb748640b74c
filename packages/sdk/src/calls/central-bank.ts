import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { centralBank } from "./generated/banking.ts";

/** What stands on a central bank's books, by the number the ledger has for it. */
export const ASSET_KIND = { foreignExchange: 1, gold: 2, governmentBonds: 3, claimsOnBanks: 4, other: 5 } as const;

export type AssetKind = keyof typeof ASSET_KIND;

export interface Asset extends ActingSigner {
  readonly kind: AssetKind;
  readonly description: string;
  readonly bookValueMinor: bigint;
  /** Hundredths of a per cent taken off the book value where cover is counted: 0 to 10,000. */
  readonly haircutBasisPoints: number;
}

export interface Establishment extends ActingSigner {
  /** The unit's number. */
  readonly unit: number;
  readonly name: string;
  /** Symbol of its settlement money, e.g. `CZK.settlement`. */
  readonly settlementSymbol: string;
  /** Symbol of its digital cash, e.g. `CZK.cash`. */
  readonly cashSymbol: string;
}

/** `0x4::central_bank::establish`: the signer becomes a central bank and registers its two instruments. */
export function establishCentralBank(bank: Establishment): Call {
  const { signer = 0, unit, name, settlementSymbol, cashSymbol } = bank;
  return centralBank.establish({ centralBank: signer, unit, name, settlementSymbol, cashSymbol });
}

/** `0x4::central_bank::admit_operator`: opens a settlement account and a till for `operator`. */
export function admitOperator(admission: ActingSigner & { readonly operator: Address; readonly name: string }): Call {
  return centralBank.admitOperator({ centralBank: admission.signer ?? 0, operator: admission.operator, name: admission.name });
}

/** `0x4::central_bank::contribute_capital`: an asset enters the books against the bank's own capital. */
export function contributeCapital(asset: Asset): Call {
  return centralBank.contributeCapital(assetValues(asset));
}

/** `0x4::central_bank::issue`: buys the asset and credits the operator's settlement account with its book value; refused unless cover holds after it. */
export function issueSettlement(issue: Asset & { readonly operator: Address }): Call {
  return centralBank.issue({ ...assetValues(issue), operator: issue.operator });
}

/** Which asset, and which signers of the transaction the two are: the central bank the first and the operator the second if absent. */
interface Redemption extends ActingSigner {
  readonly operatorSigner?: number;
  readonly asset: bigint;
}

/** `0x4::central_bank::redeem`: sells the asset of that number back to the operator, who signs too, and destroys its settlement money. */
export function redeemSettlement({ signer = 0, operatorSigner: operator = 1, asset }: Redemption): Call {
  return centralBank.redeem({ centralBank: signer, operator, asset });
}

/** `0x4::central_bank::redeem_part`: sells a part of an asset's book value back. */
export function redeemSettlementPart(redemption: Redemption & { readonly amountMinor: bigint }): Call {
  const { signer = 0, operatorSigner: operator = 1, asset, amountMinor } = redemption;
  return centralBank.redeemPart({ centralBank: signer, operator, asset, amount: amountMinor });
}

/** `0x4::central_bank::set_performing`: records whether an asset still performs. */
export function setPerforming(state: ActingSigner & { readonly asset: bigint; readonly performing: boolean }): Call {
  return centralBank.setPerforming({ centralBank: state.signer ?? 0, asset: state.asset, performing: state.performing });
}

/** Limits of a tier in minor units; `undefined` is no limit. */
export interface TierLimits {
  readonly balanceMinor: bigint | undefined;
  readonly singleMinor: bigint | undefined;
  readonly dailyMinor: bigint | undefined;
  readonly yearlyMinor: bigint | undefined;
}

/** `0x4::central_bank::set_tier`: the limits of wallets of a tier (1 to 4) in the bank's digital cash. */
export function setTier(policy: ActingSigner & TierLimits & { readonly tier: number }): Call {
  const { signer = 0, tier, balanceMinor, singleMinor, dailyMinor, yearlyMinor } = policy;
  return centralBank.setTier({
    centralBank: signer,
    tier,
    balance: balanceMinor,
    single: singleMinor,
    daily: dailyMinor,
    yearly: yearlyMinor,
  });
}

function assetValues(asset: Asset) {
  return {
    centralBank: asset.signer ?? 0,
    kind: ASSET_KIND[asset.kind],
    description: asset.description,
    bookValue: asset.bookValueMinor,
    haircutBps: BigInt(asset.haircutBasisPoints),
  };
}
