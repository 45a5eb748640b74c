import type { LoansJson } from "@sycee/protocol";
import { accrueLoan, collectLoan, provideForLoan, repayLoan, setLoanPerforming, writeOffLoan } from "@sycee/sdk";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { bankTexts } from "./bank-texts.ts";
import type { Institution } from "./institution-page.tsx";

/** What a bank does with one of its loans. */
export function LoanActs({ institution, loan }: { readonly institution: Institution; readonly loan: LoansJson["loans"][number] }) {
  const t = bankTexts.use();
  const name = { loan: BigInt(loan.loan) };
  const what = t("loan", { number: loan.loan });
  const act = useRowActs({
    actor: institution.address,
    money: institution,
    what,
    rows: [
      { name: t("account"), value: `${loan.account}` },
      { name: t("left"), value: <Amount minor={loan.principalMinor} {...institution} /> },
    ],
  });
  const acts = [
    act({
      label: t("repay"),
      fields: { amount: { kind: "amount", label: t("amount") } },
      calls: ({ amount }) => [repayLoan({ ...name, amountMinor: amount })],
    }),
    act({ label: t("collect"), calls: () => [collectLoan(name)] }),
    act({ label: t("accrue"), calls: () => [accrueLoan(name)] }),
    act({
      label: t("provide"),
      fields: { provision: { kind: "amount", label: t("provideAmount") } },
      calls: ({ provision }) => [provideForLoan({ ...name, provisionMinor: provision })],
    }),
    loan.performing
      ? act({ label: t("markNot"), danger: t("markNotDanger"), calls: () => [setLoanPerforming({ ...name, performing: false })] })
      : act({ label: t("markPerforming"), calls: () => [setLoanPerforming({ ...name, performing: true })] }),
    ...(loan.performing ? [] : [act({ label: t("writeOff"), danger: t("writeOffDanger"), calls: () => [writeOffLoan(name)] })]),
  ];
  return <RowActs what={what} acts={acts} />;
}
