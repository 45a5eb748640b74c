import type { WalletLimitsJson } from "@sycee/protocol";

/** What the ledger tells of a wallet: `null` where there is none, `undefined` where whoever reads is not told. */
export type ToldWallet = WalletLimitsJson | null | undefined;

/** A payment that is about to be shown to its payer. The wallets are those at the two addresses. */
export interface WantedPayment {
  readonly from: string;
  readonly to: string;
  readonly payer: ToldWallet;
  readonly payee: ToldWallet;
  readonly instrument: number;
  /** In which it comes to the payee, where that is another instrument. */
  readonly takenInstrument?: number;
  /** What the payee's wallet may not hold has a deposit to go to. */
  readonly overflows?: boolean;
  readonly amountMinor: bigint;
}

/** Why the ledger would refuse a payment. Of a limit, `mostMinor` is what it leaves, in minor units. */
export type PaymentFault =
  | { readonly about: "payee"; readonly why: "payeeSelf" | "payeeNoWallet" | "payeeMoved" | "payeeTier" }
  | { readonly about: "amount"; readonly why: "payerNoWallet" | "payerMoved" | "payerTier" | "payerFrozen" }
  | { readonly about: "amount"; readonly why: "payeeFull" | "limitOfOne" | "limitOfDay" | "limitOfYear"; readonly mostMinor: bigint };

/** Why the ledger would refuse a payment as things stood when the wallets were read, beyond what the payer holds; `undefined` if nothing told says so. */
export function paymentFault(wanted: WantedPayment): PaymentFault | undefined {
  const { from, to, payer, payee, instrument, takenInstrument = instrument, overflows = false, amountMinor } = wanted;
  if (from === to) return { about: "payee", why: "payeeSelf" };
  if (payer === null) return { about: "amount", why: "payerNoWallet" };
  if (payee === null) return { about: "payee", why: "payeeNoWallet" };
  if (payer !== undefined && payer.movedTo !== null) return { about: "amount", why: "payerMoved" };
  if (payee !== undefined && payee.movedTo !== null) return { about: "payee", why: "payeeMoved" };
  const paying = payer?.instruments.find((each) => each.instrument === instrument);
  const taking = payee?.instruments.find((each) => each.instrument === takenInstrument);
  if (paying?.usable === false) return { about: "amount", why: "payerTier" };
  // What a wallet neither holds nor may use is not listed; days are counted only where a policy stands.
  const isBarred = payee !== undefined && taking === undefined && typeof paying?.today === "string";
  if (taking?.usable === false || isBarred) return { about: "payee", why: "payeeTier" };
  const isOwn = payer !== undefined && payee !== undefined && payer.holder === payee.holder;
  const limits = [
    { why: "payeeFull", most: overflows ? null : taking?.left.toReceiveMinor },
    { why: "limitOfOne", most: paying?.limits?.singleMinor },
    // Between wallets of one holder nothing is counted.
    { why: "limitOfDay", most: isOwn ? null : paying?.left.todayMinor },
    { why: "limitOfYear", most: isOwn ? null : paying?.left.thisYearMinor },
  ] as const;
  for (const { why, most } of limits) {
    if (most !== undefined && most !== null && BigInt(most) < amountMinor) return { about: "amount", why, mostMinor: BigInt(most) };
  }
  // Money that nobody issues is paid from a frozen wallet too: of the rest it can pay nothing.
  const isFrozen = typeof payer?.frozenUntilMs === "string" && paying?.mostInOnePaymentMinor === "0";
  return isFrozen && !isOwn ? { about: "amount", why: "payerFrozen" } : undefined;
}
