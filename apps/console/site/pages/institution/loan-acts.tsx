import type { Call, LoansJson } from "@sycee/protocol";
import { accrueLoan, collectLoan, provideForLoan, repayLoan, setLoanPerforming, writeOffLoan } from "@sycee/sdk";
import { ActForm } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { bankTexts } from "./bank-texts.ts";
import type { Institution } from "./institution-page.tsx";

/** What a bank does with one of its loans. */
export function LoanActs({ institution, loan }: { readonly institution: Institution; readonly loan: LoansJson["loans"][number] }) {
  const t = bankTexts.use();
  const perform = usePerform();
  const number = loan.loan;
  const name = { loan: BigInt(number) };
  const rows = [
    { name: t("account"), value: `${loan.account}` },
    { name: t("left"), value: <Amount minor={loan.principalMinor} {...institution} /> },
  ];
  const now = (label: string, call: Call, danger?: string): RowAct => ({
    label,
    perform: () =>
      void perform({ title: `${label}: ${t("loan", { number })}`, rows, calls: [call], ...(danger === undefined ? {} : { danger }) }),
  });
  const asked = (label: string, title: string, field: string, call: (amountMinor: bigint) => Call): RowAct => ({
    label,
    form: (close) => (
      <ActForm
        actor={institution.address}
        money={institution}
        button={t("goOn")}
        done={close}
        fields={{ amount: { kind: "amount", label: field } }}
        act={({ amount }) => ({ title, rows, calls: [call(amount)] })}
      />
    ),
  });
  const acts = [
    asked(t("repay"), t("repayTitle", { number }), t("amount"), (amountMinor) => repayLoan({ ...name, amountMinor })),
    now(t("collect"), collectLoan(name)),
    now(t("accrue"), accrueLoan(name)),
    asked(t("provide"), t("provideTitle", { number }), t("provideAmount"), (provisionMinor) => provideForLoan({ ...name, provisionMinor })),
    loan.performing
      ? now(t("markNot"), setLoanPerforming({ ...name, performing: false }), t("markNotDanger"))
      : now(t("markPerforming"), setLoanPerforming({ ...name, performing: true })),
    ...(loan.performing ? [] : [now(t("writeOff"), writeOffLoan(name), t("writeOffDanger"))]),
  ];
  return <RowActs what={t("loan", { number })} acts={acts} />;
}
