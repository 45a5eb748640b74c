import { Badge, Skeleton, Stack, Table } from "@mantine/core";
import type { LoansJson } from "@sycee/protocol";
import { useState } from "react";
import { useIsActing } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { bankTexts } from "./bank-texts.ts";
import type { Institution } from "./institution-page.tsx";
import { LendForm } from "./lend-form.tsx";
import { LoanActs } from "./loan-acts.tsx";
import { PageButtons } from "./page-buttons.tsx";

const PAGE = 20;

/** A bank's loans, what it does with each, and how it lends. */
export function LoansPanel({ institution }: { readonly institution: Institution }) {
  return (
    <Stack gap="md">
      <LoansTable institution={institution} />
      <LendForm institution={institution} />
    </Stack>
  );
}

function LoansTable({ institution }: { readonly institution: Institution }) {
  const t = bankTexts.use();
  const [after, setAfter] = useState<string>();
  const loans = useLive(
    ["loans", institution.address, after],
    () => client.economy.loans(institution.address, { limit: PAGE, ...(after === undefined ? {} : { after }) }),
    2_000,
  );
  if (loans.isPending) return <Skeleton height={400} />;
  if (loans.isError) return <Failure error={loans.error} retry={() => void loans.refetch()} />;
  if (loans.data.loans.length === 0 && after === undefined) return <EmptyState title={t("noLoans")} text={t("noLoansText")} />;
  return (
    <Panel title={t("loans")} text={t("loansText")}>
      <WideTable
        minWidth={960}
        caption={t("loans")}
        columns={[
          { label: t("number") },
          { label: t("account") },
          { label: t("left"), isFigure: true },
          { label: t("granted"), isFigure: true },
          { label: t("rateHead"), isFigure: true },
          { label: t("due"), isFigure: true },
          { label: t("overdue"), isFigure: true },
          { label: t("provision"), isFigure: true },
          { label: t("last") },
          { label: t("state") },
          { label: "" },
        ]}
      >
        <Table.Tbody>
          {loans.data.loans.map((loan) => (
            <LoanRow key={loan.loan} institution={institution} loan={loan} />
          ))}
        </Table.Tbody>
      </WideTable>
      <PageButtons after={after} next={loans.data.next} go={setAfter} />
    </Panel>
  );
}

function LoanRow({ institution, loan }: { readonly institution: Institution; readonly loan: LoansJson["loans"][number] }) {
  const t = bankTexts.use();
  const language = useLanguage();
  const isActing = useIsActing(institution.address);
  const amount = (minor: string) => <Amount minor={minor} {...institution} />;
  return (
    <Table.Tr>
      <Table.Td className="figures">{loan.loan}</Table.Td>
      <Table.Td className="figures">{loan.account}</Table.Td>
      <Table.Td ta="right">{amount(loan.principalMinor)}</Table.Td>
      <Table.Td ta="right">{amount(loan.grantedMinor)}</Table.Td>
      <Table.Td ta="right" className="figures">
        {formatPercent(loan.rateBps, language)}
      </Table.Td>
      <Table.Td ta="right">{amount(loan.interestDueMinor)}</Table.Td>
      <Table.Td ta="right">{amount(loan.overdueMinor)}</Table.Td>
      <Table.Td ta="right">{amount(loan.provisionMinor)}</Table.Td>
      <Table.Td className="figures" style={{ whiteSpace: "nowrap" }}>
        {loan.lastInstalmentOn}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" miw="max-content" color={loan.performing ? "teal" : "red"}>
          {t(loan.performing ? "performing" : "notPerforming")}
        </Badge>
      </Table.Td>
      <Table.Td>{isActing ? <LoanActs institution={institution} loan={loan} /> : null}</Table.Td>
    </Table.Tr>
  );
}
