import {
  countDeposits,
  cutDeposits,
  cutLenders,
  endRedPacketInInsolvency,
  endTimeDepositInInsolvency,
  haltWallets,
  payInsured,
  reopenInsolvency,
  restoreDeposits,
  takeInDeposit,
  takeInWallets,
} from "@sycee/sdk";
import { ActButtons } from "../../acting/act-buttons.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import type { EstatePart } from "./estate-panel.tsx";
import { estateTexts } from "./estate-texts.ts";

/** How losses of a failed bank are established and shared: the next step, and what may come before or beside it. */
export function LossActs(part: EstatePart) {
  const t = estateTexts.use();
  const { institution, estate } = part;
  const next = useNextStep(part);
  const before = useActsBefore(part);
  const bank = institution.address;
  const act = useRowActs({ actor: estate.administrator, money: institution, what: institution.name });
  const numbers = (label: string) => ({ kind: "wholes", label, description: t("listHelp") }) as const;
  const insured = act({
    label: t("payInsured"),
    fields: { receiving: { kind: "holder", label: t("receiving") }, accounts: numbers(t("accounts")), to: numbers(t("to")) },
    others: ({ receiving }) => [receiving],
    calls: ({ accounts, to }) => [payInsured({ bank, accounts: accounts.map(Number), to: to.map(Number) })],
  });
  return <ActButtons main={[next]} others={[insured, ...before]} othersLabel={t("others")} />;
}

function useNextStep({ institution, estate }: EstatePart): RowAct {
  const t = estateTexts.use();
  const bank = institution.address;
  const { interbank } = estate.positions;
  const act = useRowActs({ actor: estate.administrator, money: institution, what: institution.name });
  const fields = {
    accounts: { kind: "whole", label: t("accountsAtMost"), initial: "1000" },
  } as const;
  switch (estate.stage) {
    case "losses":
      return act({
        label: t("cutLenders"),
        danger: t("cutLendersDanger"),
        fields: { frozenWallets: { kind: "holders", label: t("frozenWallets"), description: t("frozenHelp") } },
        calls: ({ frozenWallets }) => {
          const lenders = [...new Set(interbank.filter(({ borrower }) => borrower === bank).map(({ lender }) => lender))];
          return [cutLenders({ bank, lenders, frozenWallets })];
        },
      });
    case "counting":
      return act({ label: t("count"), fields, calls: ({ accounts }) => [countDeposits({ bank, accounts })] });
    case "cutting":
      return act({ label: t("cut"), danger: t("cutDanger"), fields, calls: ({ accounts }) => [cutDeposits({ bank, accounts })] });
    case "borne":
      return act({ label: t("reopen"), danger: t("reopenDanger"), calls: () => [reopenInsolvency({ bank })] });
    case "restoring":
      return act({ label: t("restoreDeposits"), fields, calls: ({ accounts }) => [restoreDeposits({ bank, accounts })] });
  }
}

/** What brings all that customers have at the bank onto their accounts, so that it is counted. */
function useActsBefore({ institution, estate }: EstatePart): readonly RowAct[] {
  const t = estateTexts.use();
  const bank = institution.address;
  const act = useRowActs({ actor: estate.administrator, money: institution, what: institution.name });
  const whole = (label: string) => ({ kind: "whole", label }) as const;
  return [
    act({
      label: t("endTimeDeposit"),
      fields: { deposit: whole(t("deposit")) },
      calls: ({ deposit }) => [endTimeDepositInInsolvency({ bank, deposit })],
    }),
    act({
      label: t("takeInDeposit"),
      fields: { account: whole(t("institutionsAccount")), customer: whole(t("customer")) },
      calls: ({ account, customer }) => [takeInDeposit({ bank, account: Number(account), customer: Number(customer) })],
    }),
    act({
      label: t("endRedPacket"),
      fields: { number: whole(t("redPacket")), account: whole(t("backTo")) },
      calls: ({ number, account }) => [endRedPacketInInsolvency({ bank, number, account: Number(account) })],
    }),
    act({ label: t("haltWallets"), danger: t("haltDanger"), calls: () => [haltWallets({ bank })] }),
    act({
      label: t("takeInWallets"),
      fields: { owners: { kind: "holders", label: t("walletOwners"), description: t("ownersHelp") } },
      calls: ({ owners }) => {
        if (owners.length === 0) throw new RangeError(t("ownersWrong"));
        return [takeInWallets({ bank, owners })];
      },
    }),
  ];
}
