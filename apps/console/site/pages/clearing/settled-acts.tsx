import type { Address, ClearingHouseJson, SettledPaymentsJson } from "@sycee/protocol";
import {
  CLEARING_MODE,
  CLEARING_PRIORITY,
  type ClearingMode,
  type ClearingPriority,
  giveBackPayment,
  recallPayment,
  refuseRecall,
} from "@sycee/sdk";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { formatMoment } from "../../components/moment.ts";
import type { Identity } from "../../identity/identity.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import { settledTexts } from "./settled-texts.ts";

const MODES = Object.keys(CLEARING_MODE) as readonly ClearingMode[];
const PRIORITIES = Object.keys(CLEARING_PRIORITY) as readonly ClearingPriority[];

interface SettledOptions {
  readonly house: ClearingHouseJson;
  readonly payment: SettledPaymentsJson["payments"][number];
  /** The institution as which one acts: the payer's or the payee's. */
  readonly actor: Identity["address"];
}

/** What an institution can do with a settled payment: ask for what it sent, and answer for what it got. */
export function SettledActs({ house, payment, actor }: SettledOptions) {
  const t = settledTexts.use();
  const nameOf = useInstitutionNames();
  const { number, payer, payee, state, fromAccount, toAccount } = payment;
  const what = t("payment", { number });
  const accountOf = (institution: string, account: number) => t("accountOf", { name: nameOf(institution), number: account });
  const act = useRowActs({
    actor,
    money: house,
    what,
    rows: [
      { name: t("payer"), value: accountOf(payer, fromAccount) },
      { name: t("payee"), value: accountOf(payee, toAccount) },
      { name: t("amount"), value: <Amount minor={payment.amountMinor} unit={house.unit} decimals={house.decimals} /> },
    ],
  });
  const acting = { house: house.address as Address, number: BigInt(number) };
  const reason = { kind: "text", label: t("reason"), description: t("reasonHelp") } as const;
  const until = formatMoment(payment.recallableUntilMs);
  const rule = (text: string) => [{ name: t("rule"), value: text }];
  const recall = act({
    label: t("recall"),
    fields: { reason },
    rows: rule(t("recallRule", { name: nameOf(payee) })),
    calls: (values) => [recallPayment({ ...acting, reason: values.reason })],
  });
  const refuse = act({
    label: t("refuse"),
    fields: { reason },
    rows: rule(t("refuseRule", { time: until })),
    calls: (values) => [refuseRecall({ ...acting, reason: values.reason })],
  });
  const giveBack = act({
    label: t("giveBack"),
    fields: {
      mode: { kind: "choice", label: t("mode"), initial: "gross", data: MODES.map((value) => ({ value, label: t(value) })) },
      priority: { kind: "choice", label: t("priority"), initial: "normal", data: PRIORITIES.map((value) => ({ value, label: t(value) })) },
    },
    rows: rule(t("giveBackRule", { from: toAccount, to: fromAccount, name: nameOf(payer) })),
    calls: ({ mode, priority }) => [
      giveBackPayment({ ...acting, mode: chosen(MODES, mode, "gross"), priority: chosen(PRIORITIES, priority, "normal") }),
    ],
  });
  const acts: readonly RowAct[] = actor === payer ? (state === "settled" ? [recall] : []) : ANSWERS[state]({ refuse, giveBack });
  return acts.length === 0 ? null : <RowActs what={what} acts={acts} />;
}

interface Answers {
  readonly refuse: RowAct;
  readonly giveBack: RowAct;
}

/** What its receiver can do with a payment in each state. */
const ANSWERS: Readonly<Record<SettledOptions["payment"]["state"], (answers: Answers) => readonly RowAct[]>> = {
  settled: ({ giveBack }) => [giveBack],
  recalled: ({ refuse, giveBack }) => [giveBack, refuse],
  refused: ({ giveBack }) => [giveBack],
  returned: () => [],
};

/** What was chosen of a list that was offered. */
function chosen<T extends string>(offered: readonly T[], text: string, otherwise: T): T {
  return offered.find((each) => each === text) ?? otherwise;
}
