import type { Address, Call } from "@sycee/protocol";
import { ASSET_KIND, type AssetKind } from "./central-bank.ts";
import type { ActingSigner } from "./framework-call.ts";
import { commercialBank, timeDeposits } from "./generated/banking.ts";

/** An amount of an account at the signing bank. */
export interface BankAccountAmount extends ActingSigner {
  readonly account: number;
  readonly amountMinor: bigint;
}

/** `0x4::commercial_bank::establish`: the signer, who is licensed as a bank, opens with an account at a central bank and registers its deposits under a symbol, e.g. `NORTH.deposit`. */
export function establishBank(
  bank: ActingSigner & { readonly centralBank: Address; readonly name: string; readonly symbol: string },
): Call {
  const { signer = 0, centralBank, name, symbol } = bank;
  return commercialBank.establish({ bank: signer, centralBank, name, symbol });
}

/** `0x4::commercial_bank::open_accounts`: so many customers' accounts, numbered in order from 0. */
export function openDepositAccounts(opening: ActingSigner & { readonly count: bigint }): Call {
  return commercialBank.openAccounts({ bank: opening.signer ?? 0, count: opening.count });
}

/** `0x4::commercial_bank::contribute_security`: owners give a security as capital. The custodian, a licensed one, signs that it is there: the second signer if not said otherwise. */
export function contributeSecurity(
  contribution: ActingSigner & {
    readonly custodianSigner?: number;
    readonly kind: Exclude<AssetKind, "claimsOnBanks">;
    readonly description: string;
    readonly bookValueMinor: bigint;
  },
): Call {
  const { signer = 0, custodianSigner = 1, kind, description, bookValueMinor } = contribution;
  return commercialBank.contributeSecurity({
    bank: signer,
    custodian: custodianSigner,
    kind: ASSET_KIND[kind],
    description,
    bookValue: bookValueMinor,
  });
}

/** `0x4::commercial_bank::pay_in_capital`: an owner's deposit becomes capital. */
export function payInCapital(payment: BankAccountAmount): Call {
  return commercialBank.payInCapital({ bank: payment.signer ?? 0, account: payment.account, amount: payment.amountMinor });
}

/** `0x4::commercial_bank::pay_dividend`: retained earnings become an owner's deposit. Aborts with `ENotEarned` above what closed periods earned. */
export function payDividend(payment: BankAccountAmount): Call {
  return commercialBank.payDividend({ bank: payment.signer ?? 0, account: payment.account, amount: payment.amountMinor });
}

/** `0x4::commercial_bank::charge_fee`: a customer's deposit becomes the bank's income. */
export function chargeFee(fee: BankAccountAmount): Call {
  return commercialBank.chargeFee({ bank: fee.signer ?? 0, account: fee.account, amount: fee.amountMinor });
}

/** `0x4::commercial_bank::close_period`: income and expense go into retained earnings. */
export function closeBankPeriod(acting: ActingSigner = {}): Call {
  return commercialBank.closePeriod({ bank: acting.signer ?? 0 });
}

/** `0x4::time_deposits::place`: money of an account until a day, for interest (hundredths of a per cent a year, actual/365). */
export function placeTimeDeposit(
  placing: BankAccountAmount & { readonly rateBasisPoints: number; readonly earlyRateBasisPoints?: number; readonly days: number },
): Call {
  const { signer = 0, account, amountMinor, rateBasisPoints, earlyRateBasisPoints = 0, days } = placing;
  return timeDeposits.place({
    bank: signer,
    account,
    amount: amountMinor,
    rateBps: BigInt(rateBasisPoints),
    earlyRateBps: BigInt(earlyRateBasisPoints),
    days: BigInt(days),
  });
}

/** `0x4::time_deposits::release`: a time deposit and its interest, back onto the customer's account; before its day with the lower rate. */
export function releaseTimeDeposit(releasing: ActingSigner & { readonly deposit: bigint }): Call {
  return timeDeposits.release({ bank: releasing.signer ?? 0, deposit: releasing.deposit });
}
