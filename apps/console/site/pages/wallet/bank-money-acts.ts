import type { Address } from "@sycee/protocol";
import { defundWallet, depositToCash, exchangeCash, payOut } from "@sycee/sdk";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { bankMoneyTexts } from "./bank-money-texts.ts";
import { tradeTexts } from "./trade-texts.ts";
import type { WalletMoney } from "./wallet-money.ts";
import type { Balance } from "./wallet-page.tsx";

interface BankMoneyOptions {
  readonly actor: Address;
  readonly money: WalletMoney;
  readonly balances: readonly Balance[];
}

/** What is done with money of the bank that serves a wallet: cash becomes it, and it goes back onto a deposit. */
export function useBankMoneyActs({ actor, money: { bankMoney, link }, balances }: BankMoneyOptions): readonly RowAct[] {
  const t = bankMoneyTexts.use();
  const trade = tradeTexts.use();
  const act = useRowActs({ actor, money: moneyOf(bankMoney ?? balances[0]), what: trade("thisWallet") });
  const amount = { kind: "amount", label: trade("amount") } as const;
  const account = { kind: "whole", label: t("accountAtBank"), initial: link === undefined ? "" : `${link.account}` } as const;
  const symbol = bankMoney?.symbol ?? "";
  const exchange = act({
    label: t("exchangeCash", { symbol }),
    danger: t("exchangeDanger"),
    fields: { amount },
    calls: (values) => [exchangeCash({ amountMinor: values.amount })],
  });
  const defund = act({
    label: t("defund", { symbol }),
    fields: { account: { ...account, description: t("defundHelp") }, amount },
    calls: (values) => [defundWallet({ account: Number(values.account), amountMinor: values.amount })],
  });
  const holds = balances.some(({ instrument }) => instrument === bankMoney?.instrument);
  const holdsCash = balances.some(({ instrument }) => instrument !== bankMoney?.instrument);
  if (bankMoney === undefined) return [];
  return [...(holdsCash ? [exchange] : []), ...(holds ? [defund] : [])];
}

/** What brings money into a wallet from an account of its holder's: whoever keeps the account signs too, for it alone knows whose the account is. */
export function useDrawActs({ actor, money: { bankMoney, link }, balances }: BankMoneyOptions): readonly RowAct[] {
  const t = bankMoneyTexts.use();
  const trade = tradeTexts.use();
  const act = useRowActs({ actor, money: moneyOf(balances[0] ?? bankMoney), what: trade("thisWallet") });
  const amount = { kind: "amount", label: trade("amount") } as const;
  const account = { kind: "whole", label: trade("account") } as const;
  return [
    act({
      label: t("fromDeposit"),
      fields: {
        bank: { kind: "holder", label: trade("bank"), description: t("bankSigns"), initial: link?.bank ?? "" },
        account: { ...account, initial: link === undefined ? "" : `${link.account}` },
        amount,
      },
      others: ({ bank }) => [bank],
      calls: (values) => [depositToCash({ signer: 1, account: Number(values.account), owner: actor, amountMinor: values.amount })],
    }),
    act({
      label: t("fromEMoney"),
      fields: { institution: { kind: "holder", label: trade("institution"), description: t("institutionSigns") }, account, amount },
      others: ({ institution }) => [institution],
      calls: (values) => [payOut({ signer: 1, account: Number(values.account), owner: actor, amountMinor: values.amount })],
    }),
  ];
}

function moneyOf(of: { readonly unit: string; readonly decimals: number } | undefined) {
  return { unit: of?.unit ?? "", decimals: of?.decimals ?? 2 };
}
