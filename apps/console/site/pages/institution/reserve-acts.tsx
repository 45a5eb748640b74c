import type { Call, PaymentInstitutionJson } from "@sycee/protocol";
import {
  closePaymentInstitutionPeriod,
  enterSecondMode,
  grantEMoney,
  payOut,
  replenishReserve,
  reportDeposits,
  sweepSurplus,
} from "@sycee/sdk";
import { ActForm } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import type { Institution } from "./institution-page.tsx";
import { reserveTexts } from "./reserve-texts.ts";

/** What a payment institution does with its reserve, its own funds and its e-money. */
export function ReserveActs({ institution, mode }: { readonly institution: Institution } & Pick<PaymentInstitutionJson, "mode">) {
  const t = reserveTexts.use();
  const perform = usePerform();
  const common = { actor: institution.address, money: institution, button: t("goOn") };
  const amount = { kind: "amount", label: t("amount") } as const;
  const account = { kind: "whole", label: t("account") } as const;
  const ofAmount = (label: string, title: string, call: (values: { readonly amountMinor: bigint }) => Call): RowAct => ({
    label,
    form: (close) => (
      <ActForm
        {...common}
        done={close}
        fields={{ amount }}
        act={(values) => ({ title, rows: [], calls: [call({ amountMinor: values.amount })] })}
      />
    ),
  });
  const grant: RowAct = {
    label: t("grant"),
    form: (close) => (
      <ActForm
        {...common}
        done={close}
        fields={{ account, amount }}
        act={(values) => ({
          title: t("grantTitle"),
          rows: [],
          calls: [grantEMoney({ account: Number(values.account), amountMinor: values.amount })],
        })}
      />
    ),
  };
  const out: RowAct = {
    label: t("payOut"),
    form: (close) => (
      <ActForm
        {...common}
        done={close}
        fields={{ account, owner: { kind: "holder", label: t("wallet") }, amount }}
        act={({ owner, ...values }) => ({
          title: t("payOutTitle"),
          rows: [],
          calls: [payOut({ account: Number(values.account), owner, amountMinor: values.amount })],
        })}
      />
    ),
  };
  const now = (label: string, danger: string, call: Call): RowAct => ({
    label,
    perform: () => void perform({ title: label, rows: [], danger, calls: [call] }),
  });
  const acts = [
    ofAmount(t("replenish"), t("replenishTitle"), replenishReserve),
    ofAmount(t("sweep"), t("sweepTitle"), sweepSurplus),
    grant,
    out,
    ...(mode === "first"
      ? [
          ofAmount(t("fileReport"), t("fileReportTitle"), ({ amountMinor }) => reportDeposits({ atBanksMinor: amountMinor })),
          now(t("enterSecond"), t("secondDanger"), enterSecondMode()),
        ]
      : []),
    now(t("closePeriod"), t("closePeriodDanger"), closePaymentInstitutionPeriod()),
  ];
  return <RowActs what={t("acts")} acts={acts} />;
}
