import type { Address } from "@sycee/protocol";
import {
  banking,
  cashToDeposit,
  closeWallet,
  dayOf,
  giveRedPacket,
  handBack,
  openEscrow,
  ORDER_PERIOD,
  type OrderPeriod,
  orderPayments,
  randomNonces,
  takeRedPacket,
  topUp,
} from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { client } from "../../app/client.ts";
import { useBankMoneyActs, useDrawActs } from "./bank-money-acts.ts";
import { tradeTexts } from "./trade-texts.ts";
import type { WalletMoney } from "./wallet-money.ts";
import type { Balance } from "./wallet-page.tsx";

const DAY_MS = 86_400_000n;
const PERIODS = Object.keys(ORDER_PERIOD) as OrderPeriod[];

interface WalletActsOptions {
  readonly actor: Address;
  /** What the wallet holds; nothing can be paid without. */
  readonly balances: readonly Balance[];
  readonly money: WalletMoney;
}

/** What a holder does with a wallet beside paying at once: pay in escrow, by order, to many; take a share; change the form of money. */
export function WalletActs({ actor, balances, money: walletMoney }: WalletActsOptions) {
  const t = tradeTexts.use();
  const [first] = balances;
  const money = { unit: first?.unit ?? "", decimals: first?.decimals ?? 2 };
  const act = useRowActs({ actor, money, what: t("thisWallet") });
  const take = act({
    label: t("take"),
    fields: { packet: { kind: "holder", label: t("packet") } },
    calls: ({ packet }) => [takeRedPacket({ packet })],
  });
  const close = act({ label: t("close"), danger: t("closeDanger"), calls: () => [closeWallet()] });
  const trades = useTrades(actor, balances);
  const changes = useChanges(actor, money);
  const ofBank = useBankMoneyActs({ actor, money: walletMoney, balances });
  const draws = useDrawActs({ actor, money: walletMoney, balances });
  const acts = first === undefined ? [take, ...draws, close] : [...trades, take, ...draws, ...changes, ...ofBank, close];
  return <PanelActs what={t("thisWallet")} acts={acts} />;
}

function useTrades(actor: Address, balances: readonly Balance[]): readonly RowAct[] {
  const t = tradeTexts.use();
  const [first] = balances;
  const act = useRowActs({ actor, money: { unit: first?.unit ?? "", decimals: first?.decimals ?? 2 }, what: t("thisWallet") });
  const data = balances.map(({ instrument, symbol }) => ({ value: `${instrument}`, label: symbol }));
  const instrument = { kind: "choice", label: t("instrument"), data, initial: data[0]?.value ?? "" } as const;
  const amount = { kind: "amount", label: t("amount") } as const;
  const whole = (label: string, initial: string) => ({ kind: "whole", label, initial }) as const;
  const order = act({
    label: t("order"),
    fields: {
      payee: { kind: "holder", label: t("payee") },
      instrument,
      amount,
      period: { kind: "choice", label: t("every"), data: PERIODS.map((value) => ({ value, label: t(value) })), initial: "months" },
      every: whole(t("periods"), "1"),
      firstDay: { kind: "text", label: t("firstDay"), description: t("dayHelp") },
    },
    calls: (values) => {
      const period = PERIODS.find((name) => name === values.period) ?? "months";
      const terms = { payee: values.payee, amountMinor: values.amount, period, every: values.every, firstDay: dayOf(values.firstDay) };
      return [orderPayments({ ...terms, number: randomNonces()(), instrument: Number(values.instrument) })];
    },
  });
  const give = act({
    label: t("give"),
    fields: { instrument, amount, shares: whole(t("shares"), "5"), days: whole(t("daysValid"), "1") },
    calls: async (values) => {
      const expiresMs = BigInt((await client.status()).timeMs) + values.days * DAY_MS;
      const seed = crypto.getRandomValues(new Uint8Array(32));
      const gift = { amountMinor: values.amount, shares: values.shares, seed, expiresMs };
      return [giveRedPacket({ ...gift, number: randomNonces()(), instrument: Number(values.instrument) })];
    },
  });
  const buy = act({
    label: t("buy"),
    fields: {
      seller: { kind: "holder", label: t("seller") },
      instrument,
      amount,
      arbiter: { kind: "holder", label: t("arbiter") },
      shipDays: whole(t("shipDays"), "7"),
      inspectDays: whole(t("inspectDays"), "7"),
      decideDays: whole(t("decideDays"), "14"),
      silentShare: { kind: "percent", label: t("silentShare"), initial: "50" },
    },
    calls: (values) => [
      openEscrow({
        number: randomNonces()(),
        seller: values.seller,
        arbiter: values.arbiter,
        instrument: Number(values.instrument),
        amountMinor: values.amount,
        shipWithinMs: values.shipDays * DAY_MS,
        inspectWithinMs: values.inspectDays * DAY_MS,
        decideWithinMs: values.decideDays * DAY_MS,
        silentShareBasisPoints: BigInt(values.silentShare),
      }),
    ],
  });
  return [buy, order, give];
}

/** Digital cash becomes e-money, a deposit, or the operator's. */
function useChanges(actor: Address, money: { readonly unit: string; readonly decimals: number }): readonly RowAct[] {
  const t = tradeTexts.use();
  const act = useRowActs({ actor, money, what: t("thisWallet") });
  const amount = { kind: "amount", label: t("amount") } as const;
  const account = { kind: "whole", label: t("account") } as const;
  return [
    act({
      label: t("topUp"),
      fields: { institution: { kind: "holder", label: t("institution") }, account, amount },
      calls: (values) => [topUp({ institution: values.institution, account: Number(values.account), amountMinor: values.amount })],
    }),
    act({
      label: t("deposit"),
      fields: { bank: { kind: "holder", label: t("bank") }, account, amount },
      calls: (values) => [cashToDeposit({ bank: values.bank, account: Number(values.account), amountMinor: values.amount })],
    }),
    act({
      label: t("handBack"),
      danger: t("handBackDanger"),
      fields: { amount },
      calls: (values) => [handBack({ amountMinor: values.amount })],
    }),
    act({
      label: t("link"),
      fields: { bank: { kind: "holder", label: t("bank"), description: t("linkHelp") }, account },
      others: ({ bank }) => [bank],
      calls: (values) => [
        banking.linkedDeposit.link({ owner: 0, bank: 1, account: Number(values.account), takesOverflow: true, coversPayments: true }),
      ],
    }),
    act({ label: t("unlink"), calls: () => [banking.linkedDeposit.unlink({})] }),
  ];
}
