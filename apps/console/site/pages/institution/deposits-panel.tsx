import { Skeleton, Stack, Table } from "@mantine/core";
import type { TimeDepositsJson } from "@sycee/protocol";
import { accrueTimeDeposit, placeTimeDeposit, releaseTimeDeposit } from "@sycee/sdk";
import { useState } from "react";
import { ActForm, useIsActing } from "../../acting/act-form.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoney } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { bankTexts } from "./bank-texts.ts";
import type { Institution } from "./institution-page.tsx";
import { PageButtons } from "./page-buttons.tsx";

const PAGE = 20;

/** A bank's time deposits: what there is, how one is placed and paid back. */
export function DepositsPanel({ institution }: { readonly institution: Institution }) {
  const t = bankTexts.use();
  return (
    <Stack gap="md">
      <DepositsTable institution={institution} />
      <Panel title={t("place")}>
        <ActForm
          actor={institution.address}
          money={institution}
          button={t("placeButton")}
          fields={{
            account: { kind: "whole", label: t("account") },
            amount: { kind: "amount", label: t("amount") },
            rate: { kind: "percent", label: t("rate"), initial: "1.5" },
            earlyRate: { kind: "percent", label: t("earlyRate"), initial: "0" },
            days: { kind: "whole", label: t("days"), initial: "360" },
          }}
          act={({ account, amount, rate, earlyRate, days }) => ({
            title: t("place"),
            rows: [],
            calls: [
              placeTimeDeposit({
                account: Number(account),
                amountMinor: amount,
                rateBasisPoints: rate,
                earlyRateBasisPoints: earlyRate,
                days: Number(days),
              }),
            ],
          })}
        />
      </Panel>
    </Stack>
  );
}

function DepositsTable({ institution }: { readonly institution: Institution }) {
  const t = bankTexts.use();
  const language = useLanguage();
  const [after, setAfter] = useState<string>();
  const deposits = useLive(
    ["time-deposits", institution.address, after],
    () => client.economy.timeDeposits(institution.address, { limit: PAGE, ...(after === undefined ? {} : { after }) }),
    2_000,
  );
  if (deposits.isPending) return <Skeleton height={400} />;
  if (deposits.isError) return <Failure error={deposits.error} retry={() => void deposits.refetch()} />;
  if (deposits.data.deposits.length === 0 && after === undefined) return <EmptyState title={t("noDeposits")} text={t("noDepositsText")} />;
  return (
    <Panel title={t("deposits")} text={t("depositsText", { total: formatMoney(deposits.data.totalMinor, institution, language) })}>
      <WideTable
        minWidth={820}
        caption={t("deposits")}
        columns={[
          { label: t("number") },
          { label: t("account") },
          { label: t("amount"), isFigure: true },
          { label: t("rateHead"), isFigure: true },
          { label: t("earlyRate"), isFigure: true },
          { label: t("interest"), isFigure: true },
          { label: t("placed") },
          { label: t("matures") },
          { label: "" },
        ]}
      >
        <Table.Tbody>
          {deposits.data.deposits.map((deposit) => (
            <DepositRow key={deposit.deposit} institution={institution} deposit={deposit} />
          ))}
        </Table.Tbody>
      </WideTable>
      <PageButtons after={after} next={deposits.data.next} go={setAfter} />
    </Panel>
  );
}

function DepositRow({
  institution,
  deposit,
}: {
  readonly institution: Institution;
  readonly deposit: TimeDepositsJson["deposits"][number];
}) {
  const t = bankTexts.use();
  const language = useLanguage();
  const isActing = useIsActing(institution.address);
  const number = deposit.deposit;
  const what = t("deposit", { number });
  const amount = (minor: string) => <Amount minor={minor} {...institution} />;
  const rows = [
    { name: t("account"), value: `${deposit.account}` },
    { name: t("amount"), value: amount(deposit.principalMinor) },
    { name: t("matures"), value: deposit.maturesOn },
  ];
  const act = useRowActs({ actor: institution.address, money: institution, what, rows });
  const name = { deposit: BigInt(number) };
  const acts = [
    act({ label: t("reckon"), calls: () => [accrueTimeDeposit(name)] }),
    act({ label: t("release"), danger: t("releaseDanger"), calls: () => [releaseTimeDeposit(name)] }),
  ];
  return (
    <Table.Tr>
      <Table.Td className="figures">{number}</Table.Td>
      <Table.Td className="figures">{deposit.account}</Table.Td>
      <Table.Td ta="right">{amount(deposit.principalMinor)}</Table.Td>
      <Table.Td ta="right" className="figures">
        {formatPercent(deposit.rateBps, language)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {formatPercent(deposit.earlyRateBps, language)}
      </Table.Td>
      <Table.Td ta="right">{amount(deposit.interestDueMinor)}</Table.Td>
      <Table.Td className="figures">{deposit.placedOn}</Table.Td>
      <Table.Td className="figures">{deposit.maturesOn}</Table.Td>
      <Table.Td>{isActing ? <RowActs what={what} acts={acts} /> : null}</Table.Td>
    </Table.Tr>
  );
}
