import type { Call, PaymentInstitutionJson } from "@sycee/protocol";
import {
  closePaymentInstitutionPeriod,
  enterSecondMode,
  grantEMoney,
  moveToReserve,
  payOut,
  portCustomers,
  replenishReserve,
  reportDeposits,
  sweepSurplus,
  useDeposits as depositsUsed,
} from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import type { Institution } from "./institution-page.tsx";
import { reserveTexts } from "./reserve-texts.ts";

/** What a payment institution does with its reserve, its own funds and its e-money. */
export function ReserveActs({ institution, mode }: { readonly institution: Institution } & Pick<PaymentInstitutionJson, "mode">) {
  const t = reserveTexts.use();
  const act = useRowActs({ actor: institution.address, money: institution });
  const amount = { kind: "amount", label: t("amount") } as const;
  const account = { kind: "whole", label: t("account") } as const;
  const ofAmount = (label: string, call: (values: { readonly amountMinor: bigint }) => Call): RowAct =>
    act({ label, fields: { amount }, calls: (values) => [call({ amountMinor: values.amount })] });
  const acts: readonly RowAct[] = [
    ofAmount(t("replenish"), replenishReserve),
    ofAmount(t("sweep"), sweepSurplus),
    act({
      label: t("grant"),
      fields: { account, amount },
      calls: (values) => [grantEMoney({ account: Number(values.account), amountMinor: values.amount })],
    }),
    act({
      label: t("payOut"),
      fields: { account, owner: { kind: "holder", label: t("wallet") }, amount },
      calls: ({ owner, ...values }) => [payOut({ account: Number(values.account), owner, amountMinor: values.amount })],
    }),
    ...useFirstModeActs(institution, mode),
    act({
      label: t("port"),
      danger: t("portDanger"),
      fields: {
        successor: { kind: "holder", label: t("successor") },
        first: { kind: "whole", label: t("firstAccount"), initial: "1" },
        count: { kind: "whole", label: t("accounts") },
      },
      others: ({ successor }) => [successor],
      calls: ({ first, count }) => [portCustomers({ first: Number(first), count: Number(count) })],
    }),
    act({ label: t("closePeriod"), danger: t("closePeriodDanger"), calls: () => [closePaymentInstitutionPeriod()] }),
  ];
  return <PanelActs what={t("acts")} acts={acts} />;
}

/** What it does while banks keep a part of its customers' money. */
function useFirstModeActs(institution: Institution, mode: PaymentInstitutionJson["mode"]): readonly RowAct[] {
  const t = reserveTexts.use();
  const act = useRowActs({ actor: institution.address, money: institution });
  const amount = { kind: "amount", label: t("amount") } as const;
  if (mode !== "first") return [];
  return [
    act({ label: t("fileReport"), fields: { amount }, calls: (values) => [reportDeposits({ atBanksMinor: values.amount })] }),
    act({
      label: t("moveToReserve"),
      fields: { bank: { kind: "holder", label: t("bank") }, account: { kind: "whole", label: t("accountAtBank") }, amount },
      others: ({ bank }) => [bank],
      calls: (values) => [moveToReserve({ account: Number(values.account), amountMinor: values.amount })],
    }),
    act({ label: t("useDeposits"), fields: { amount }, calls: (values) => [depositsUsed({ amountMinor: values.amount })] }),
    act({ label: t("enterSecond"), danger: t("secondDanger"), calls: () => [enterSecondMode()] }),
  ];
}
