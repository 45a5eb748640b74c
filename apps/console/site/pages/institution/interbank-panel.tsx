import { Stack, Table, Text } from "@mantine/core";
import { collectFromBank, lendToBank, repayBank } from "@sycee/sdk";
import { ActForm, useIsActing } from "../../acting/act-form.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatDay } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { WideTable } from "../../components/wide-table.tsx";
import type { InterbankLoan } from "./bank-positions.ts";
import type { Institution } from "./institution-page.tsx";
import type { MarketPart } from "./market-panel.tsx";
import { marketTexts } from "./market-texts.ts";

/** What a bank has lent to others and owes them, and how it lends. */
export function InterbankPanel({ institution, positions }: MarketPart) {
  const t = marketTexts.use();
  const { interbank, otherBanks, lacksDebts } = positions;
  return (
    <Panel title={t("interbank")} text={t("interbankText")}>
      <Stack gap="sm">
        {interbank.length === 0 ? <Text size="sm">{t("noInterbank")}</Text> : <LoansTable institution={institution} loans={interbank} />}
        {lacksDebts ? (
          <Text size="sm" c="dimmed">
            {t("lacksDebts")}
          </Text>
        ) : null}
        <ActForm
          actor={institution.address}
          money={institution}
          button={t("lendButton")}
          fields={{
            borrower: {
              kind: "choice",
              label: t("borrower"),
              data: otherBanks.map(({ address, name }) => ({ value: address, label: name })),
            },
            amount: { kind: "amount", label: t("amount") },
            rate: { kind: "percent", label: t("rateYear"), initial: "1.8" },
            days: { kind: "whole", label: t("days"), initial: "7" },
          }}
          act={({ borrower, amount, rate, days }) => ({
            title: t("lend"),
            rows: [],
            others: otherBanks.flatMap(({ address }) => (address === borrower ? [address] : [])),
            calls: [lendToBank({ amountMinor: amount, rateBasisPoints: rate, days: Number(days) })],
          })}
        />
      </Stack>
    </Panel>
  );
}

function LoansTable({ institution, loans }: { readonly institution: Institution; readonly loans: readonly InterbankLoan[] }) {
  const t = marketTexts.use();
  return (
    <WideTable
      minWidth={760}
      caption={t("interbank")}
      columns={[
        { label: t("number") },
        { label: t("side") },
        { label: t("otherBank") },
        { label: t("principal"), isFigure: true },
        { label: t("rate"), isFigure: true },
        { label: t("matures") },
        { label: "" },
      ]}
    >
      <Table.Tbody>
        {loans.map((loan) => (
          <LoanRow key={`${loan.lender} ${loan.id}`} institution={institution} loan={loan} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function LoanRow({ institution, loan }: { readonly institution: Institution; readonly loan: InterbankLoan }) {
  const t = marketTexts.use();
  const language = useLanguage();
  const isActing = useIsActing(institution.address);
  const isLender = loan.lender === institution.address;
  const what = t(isLender ? "claimNumber" : "debtNumber", { number: `${loan.id}` });
  const act = useRowActs({
    actor: institution.address,
    money: institution,
    what,
    rows: [
      { name: t("otherBank"), value: <Holder address={isLender ? loan.borrower : loan.lender} what={t("address")} /> },
      { name: t("principal"), value: <Amount minor={loan.principal} {...institution} /> },
    ],
  });
  const acts = [
    isLender
      ? act({ label: t("collect"), calls: () => [collectFromBank({ borrower: loan.borrower, claim: loan.id })] })
      : act({ label: t("repay"), calls: () => [repayBank({ lender: loan.lender, claim: loan.id })] }),
  ];
  return (
    <Table.Tr>
      <Table.Td className="figures">{`${loan.id}`}</Table.Td>
      <Table.Td>{t(isLender ? "lent" : "borrowed")}</Table.Td>
      <Table.Td>
        <Holder address={isLender ? loan.borrower : loan.lender} what={t("address")} />
      </Table.Td>
      <Table.Td ta="right">
        <Amount minor={loan.principal} {...institution} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {formatPercent(Number(loan.accrual.rateBps), language)}
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{formatDay(loan.maturesOn)}</Table.Td>
      <Table.Td>{isActing ? <RowActs what={what} acts={acts} /> : null}</Table.Td>
    </Table.Tr>
  );
}
