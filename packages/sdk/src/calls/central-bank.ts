import type { Address, Call } from "@sycee/protocol";
import { address, bool, literal, option, signer, string, u32, u64, u8 } from "../arguments/move-type.ts";
import { type ActingSigner, frameworkCall } from "./framework-call.ts";

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
  return frameworkCall("banking", "central_bank", "establish", [
    signer(bank.signer ?? 0),
    literal(u32, bank.unit),
    literal(string, bank.name),
    literal(string, bank.settlementSymbol),
    literal(string, bank.cashSymbol),
  ]);
}

/** `0x4::central_bank::admit_operator`: opens a settlement account and a till for `operator`. */
export function admitOperator(admission: ActingSigner & { readonly operator: Address; readonly name: string }): Call {
  return frameworkCall("banking", "central_bank", "admit_operator", [
    signer(admission.signer ?? 0),
    literal(address, admission.operator),
    literal(string, admission.name),
  ]);
}

/** `0x4::central_bank::contribute_capital`: an asset enters the books against the bank's own capital. */
export function contributeCapital(asset: Asset): Call {
  return frameworkCall("banking", "central_bank", "contribute_capital", [signer(asset.signer ?? 0), ...assetArguments(asset)]);
}

/** `0x4::central_bank::issue`: buys the asset and credits the operator's settlement account with its book value; refused unless cover holds after it. */
export function issueSettlement(issue: Asset & { readonly operator: Address }): Call {
  return frameworkCall("banking", "central_bank", "issue", [
    signer(issue.signer ?? 0),
    literal(address, issue.operator),
    ...assetArguments(issue),
  ]);
}

/** `0x4::central_bank::redeem`: sells the asset of that number back to the operator and destroys its settlement money. */
export function redeemSettlement(redemption: ActingSigner & { readonly operator: Address; readonly asset: bigint }): Call {
  return frameworkCall("banking", "central_bank", "redeem", [
    signer(redemption.signer ?? 0),
    literal(address, redemption.operator),
    literal(u64, redemption.asset),
  ]);
}

/** `0x4::central_bank::redeem_part`: sells a part of an asset's book value back. */
export function redeemSettlementPart(
  redemption: ActingSigner & { readonly operator: Address; readonly asset: bigint; readonly amountMinor: bigint },
): Call {
  return frameworkCall("banking", "central_bank", "redeem_part", [
    signer(redemption.signer ?? 0),
    literal(address, redemption.operator),
    literal(u64, redemption.asset),
    literal(u64, redemption.amountMinor),
  ]);
}

/** `0x4::central_bank::set_operator_licensed`: withdraws an operator's licence or gives it back. */
export function setOperatorLicensed(licence: ActingSigner & { readonly operator: Address; readonly licensed: boolean }): Call {
  return frameworkCall("banking", "central_bank", "set_operator_licensed", [
    signer(licence.signer ?? 0),
    literal(address, licence.operator),
    literal(bool, licence.licensed),
  ]);
}

/** `0x4::central_bank::set_performing`: records whether an asset still performs. */
export function setPerforming(state: ActingSigner & { readonly asset: bigint; readonly performing: boolean }): Call {
  return frameworkCall("banking", "central_bank", "set_performing", [
    signer(state.signer ?? 0),
    literal(u64, state.asset),
    literal(bool, state.performing),
  ]);
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
  const limit = option(u64);
  return frameworkCall("banking", "central_bank", "set_tier", [
    signer(policy.signer ?? 0),
    literal(u8, policy.tier),
    literal(limit, policy.balanceMinor),
    literal(limit, policy.singleMinor),
    literal(limit, policy.dailyMinor),
    literal(limit, policy.yearlyMinor),
  ]);
}

function assetArguments(asset: Asset) {
  return [
    literal(u8, ASSET_KIND[asset.kind]),
    literal(string, asset.description),
    literal(u64, asset.bookValueMinor),
    literal(u64, BigInt(asset.haircutBasisPoints)),
  ];
}
