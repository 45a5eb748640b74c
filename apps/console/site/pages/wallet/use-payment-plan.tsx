import type { Address, Call, InstrumentJson } from "@sycee/protocol";
import { pay, payLinked, payWalletDeposit } from "@sycee/sdk";
import type { Act } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoney } from "../../components/money.ts";
import { bankMoneyTexts } from "./bank-money-texts.ts";
import { ifTold } from "./if-told.ts";
import { type ToldFault, usePaymentCheck, walletAt } from "./use-payment-check.ts";
import { linkOf, moneyOfOperator, type WalletMoney } from "./wallet-money.ts";
import type { Balance } from "./wallet-page.tsx";

/** By which act a payment goes, and what of it is shown besides; or why it would be refused. */
export type PaymentPlan =
  | { readonly fault: Pick<ToldFault, "about" | "text"> }
  | { readonly fault?: never; readonly calls: readonly Call[]; readonly rows: Act["rows"] };

/**
 * Chooses by which act the current identity pays: money of its bank by the bank's, cash that draws on a linked deposit or flows over to the payee's by
 * that of links, everything else by the wallet's own. `money` is that of its wallet.
 */
export function usePaymentPlan({ bankMoney, link }: WalletMoney) {
  const t = bankMoneyTexts.use();
  const language = useLanguage();
  const check = usePaymentCheck();
  const drawRows = (minor: bigint, balance: Balance): Act["rows"] =>
    minor === 0n || link === undefined
      ? []
      : [
          { name: t("drawn"), value: <Amount minor={minor} {...balance} /> },
          { name: t("drawnFrom"), value: <Holder address={link.bank} what={t("account", { account: link.account })} /> },
        ];
  return async (payee: Address, amountMinor: bigint, balance: Balance): Promise<PaymentPlan> => {
    const { instrument } = balance;
    const drawn = amountMinor > BigInt(balance.amountMinor) ? amountMinor - BigInt(balance.amountMinor) : 0n;
    if (bankMoney?.instrument === instrument) {
      const fault = await check(payee, amountMinor, balance, { takenInstrument: await takenInstrument(payee, bankMoney) });
      return fault === undefined ? { calls: [payWalletDeposit({ payee, amountMinor })], rows: [] } : { fault };
    }
    if (drawn > 0n) {
      const deposit = await depositOf(link);
      const fault = { about: "amount", text: t("depositLacks", { most: formatMoney(deposit ?? 0n, balance, language) }) } as const;
      if (deposit !== undefined && deposit < drawn) return { fault };
    }
    const fault = await check(payee, amountMinor, balance);
    const overflows = fault?.why === "payeeFull" && (await linkOf(payee))?.takesOverflow === true;
    const refused = overflows ? await check(payee, amountMinor, balance, { overflows }) : fault;
    if (refused !== undefined) return { fault: refused };
    if (drawn === 0n && !overflows) return { calls: [pay({ payee, instrument, amountMinor })], rows: [] };
    const centralBank = await issuerOf(instrument);
    return { calls: [payLinked({ centralBank, payee, amountMinor })], rows: drawRows(drawn, balance) };
  };
}

/** What is on the linked deposit, in minor units; `undefined` where there is none or the node does not tell. */
async function depositOf(link: WalletMoney["link"]): Promise<bigint | undefined> {
  if (link === undefined) return undefined;
  const account = await ifTold(client.customerAccount(link.bank, link.account));
  if (account === undefined) return undefined;
  return BigInt(account.balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
}

/** In which instrument money of a bank comes to a payee: the bank's own, that of the payee's bank, or digital cash. */
async function takenInstrument(payee: Address, bankMoney: Pick<InstrumentJson, "instrument" | "unit">): Promise<number> {
  const [wallet, instruments] = await Promise.all([walletAt(payee), client.instruments()]);
  if (wallet === undefined || wallet === null) return bankMoney.instrument;
  const own = moneyOfOperator(wallet, instruments);
  const cash = instruments.find(({ kind, unit }) => kind === "digital cash" && unit === bankMoney.unit);
  return (own ?? cash ?? bankMoney).instrument;
}

async function issuerOf(number: number): Promise<Address> {
  const found = (await client.instruments()).find(({ instrument }) => instrument === number);
  if (found === undefined || found.issuer === null) throw new Error(`instrument ${number} has no issuer`);
  return found.issuer as Address;
}
