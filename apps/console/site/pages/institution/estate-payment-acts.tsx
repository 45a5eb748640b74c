import { payEstateDeposits, payEstateLender, payInsurer, payOwners, restoreEstate, restoreLenders } from "@sycee/sdk";
import { ActButtons } from "../../acting/act-buttons.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import type { EstatePart } from "./estate-panel.tsx";
import { estateTexts } from "./estate-texts.ts";

/** What creditors of a failed bank are paid out of its estate, and its owners at last. */
export function PaymentActs({ institution, estate }: EstatePart) {
  const t = estateTexts.use();
  const bank = institution.address;
  const act = useRowActs({ actor: estate.administrator, money: institution, what: institution.name });
  const amount = { kind: "amount", label: t("amount") } as const;
  const receiving = { kind: "holder", label: t("receiving") } as const;
  const numbers = (label: string) => ({ kind: "wholes", label, description: t("listHelp") }) as const;
  const main: readonly RowAct[] = [
    act({
      label: t("payInsurer"),
      fields: { amount },
      calls: (values) => [payInsurer({ bank, amountMinor: values.amount })],
    }),
    act({
      label: t("payDeposits"),
      fields: { receiving, accounts: numbers(t("accounts")), to: numbers(t("to")) },
      others: (values) => [values.receiving],
      calls: ({ accounts, to }) => [payEstateDeposits({ bank, accounts: accounts.map(Number), to: to.map(Number) })],
    }),
    act({
      label: t("payLender"),
      fields: { lender: { kind: "holder", label: t("lender") }, amount },
      calls: (values) => [payEstateLender({ bank, lender: values.lender, amountMinor: values.amount })],
    }),
    act({
      label: t("payOwners"),
      fields: { receiving, to: { kind: "whole", label: t("ownersAccount") }, amount },
      others: (values) => [values.receiving],
      calls: (values) => [payOwners({ bank, to: Number(values.to), amountMinor: values.amount })],
    }),
  ];
  const others: readonly RowAct[] = [
    act({ label: t("restore"), calls: () => [restoreEstate({ bank })] }),
    act({ label: t("restoreLenders"), calls: () => [restoreLenders({ bank })] }),
  ];
  return <ActButtons main={main} others={others} othersLabel={t("others")} />;
}
