import { grantAnnuity, grantLoan, repaymentPlan } from "@sycee/sdk";
import { ActForm } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { Panel } from "../../components/panel.tsx";
import { bankTexts } from "./bank-texts.ts";
import type { Institution } from "./institution-page.tsx";
import { RepaymentTable } from "./repayment-table.tsx";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** How a bank lends: what the borrower will pay when is shown before it is signed. */
export function LendForm({ institution }: { readonly institution: Institution }) {
  const t = bankTexts.use();
  const ways = [
    { value: "parts", label: t("equalParts") },
    { value: "annuity", label: t("equalInstalments") },
  ];
  return (
    <Panel title={t("lend")} text={t("lendText")}>
      <ActForm
        actor={institution.address}
        money={institution}
        button={t("lendButton")}
        fields={{
          account: { kind: "whole", label: t("account") },
          principal: { kind: "amount", label: t("amount") },
          rate: { kind: "percent", label: t("rate"), initial: "4.35" },
          way: { kind: "choice", label: t("repaidIn"), data: ways, initial: "parts" },
          instalments: { kind: "whole", label: t("instalments"), initial: "12" },
          periodDays: { kind: "whole", label: t("periodDays"), initial: "30" },
        }}
        act={async ({ account, principal, rate, way, instalments, periodDays }) => {
          const isAnnuity = way === "annuity";
          const terms = {
            principalMinor: principal,
            rateBasisPoints: rate,
            instalments: Number(instalments),
            periodDays: Number(periodDays),
          };
          const plan = repaymentPlan({ ...terms, isAnnuity });
          if (plan === undefined) throw new RangeError(t("noSuchTerms"));
          const interest = plan.reduce((sum, { interestMinor }) => sum + interestMinor, 0n);
          const amount = (minor: bigint | undefined) => <Amount minor={minor ?? 0n} {...institution} />;
          return {
            title: t("lendTo", { account: `${account}` }),
            rows: [
              ...(isAnnuity ? [{ name: t("eachPayment"), value: amount(plan[0]?.paymentMinor) }] : []),
              { name: t("interestInAll"), value: amount(interest) },
            ],
            details: <RepaymentTable plan={plan} lentOn={await ledgersDay(institution)} money={institution} />,
            calls: [(isAnnuity ? grantAnnuity : grantLoan)({ account: Number(account), ...terms })],
          };
        }}
      />
    </Panel>
  );
}

/** Today where the institution's unit has its days, in days since 1970. Throws `SyceeError`. */
async function ledgersDay({ symbols }: Institution): Promise<number> {
  const [{ timeMs }, instruments] = await Promise.all([client.status(), client.instruments()]);
  const zone = instruments.find(({ symbol }) => symbols.includes(symbol))?.zoneOffsetMinutes ?? 0;
  return Math.floor((Number(timeMs) + zone * MINUTE_MS) / DAY_MS);
}
