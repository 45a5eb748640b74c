import type { WalletLimitsJson } from "@sycee/protocol";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useLanguage } from "../../app/texts.ts";
import { formatMoney } from "../../components/money.ts";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { checkTexts } from "./check-texts.ts";
import { ifTold } from "./if-told.ts";
import { type PaymentFault, paymentFault, type ToldWallet, type WantedPayment } from "./payment-fault.ts";
import type { Balance } from "./wallet-page.tsx";

/** Why a payment would be refused, in words. */
export interface ToldFault {
  readonly why: PaymentFault["why"];
  readonly about: PaymentFault["about"];
  readonly text: string;
}

/** Asks the ledger whether it would refuse a payment of the current identity; `undefined` if nothing that it tells says so. */
export function usePaymentCheck() {
  const t = checkTexts.use();
  const language = useLanguage();
  const { identity } = useIdentity();
  return async (
    to: Identity["address"],
    amountMinor: bigint,
    instrument: Pick<Balance, "instrument" | "unit" | "decimals">,
    way: Pick<WantedPayment, "takenInstrument" | "overflows"> = {},
  ): Promise<ToldFault | undefined> => {
    if (identity === undefined) return undefined;
    const from = identity.address;
    const [payer, payee] = await Promise.all([walletAt(from), walletAt(to)]);
    const fault = paymentFault({ from, to, payer, payee, instrument: instrument.instrument, amountMinor, ...way });
    if (fault === undefined) return undefined;
    const most = "mostMinor" in fault ? formatMoney(fault.mostMinor, instrument, language) : "";
    return { why: fault.why, about: fault.about, text: t(fault.why, { most }) };
  };
}

/** A node that keeps accounts private tells nobody of another's wallet. */
export async function walletAt(address: Identity["address"]): Promise<ToldWallet> {
  return await ifTold(ifKnown<WalletLimitsJson, null>(client.economy.walletLimits(address), null));
}
