import { Anchor, Badge, Skeleton, Stack, Table } from "@mantine/core";
import { admitOperator } from "@sycee/sdk";
import { Link } from "@tanstack/react-router";
import { ActForm } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { LicenceBadge } from "../../components/licence-badge.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";

/** The operators of a central bank, and how another is admitted. */
export function OperatorsPanel({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  return (
    <Stack gap="md">
      <OperatorsTable bank={bank} />
      <Panel title={t("admit")} text={t("admitText")}>
        <ActForm
          actor={bank.address}
          money={bank}
          button={t("admitButton")}
          fields={{ operator: { kind: "holder", label: t("operator") }, name: { kind: "text", label: t("name") } }}
          act={({ operator, name }) => ({ title: t("admitName", { name }), rows: [], calls: [admitOperator({ operator, name })] })}
        />
      </Panel>
    </Stack>
  );
}

function OperatorsTable({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  const operators = useLive(["operators", bank.address], () => client.economy.operators(bank.address, { limit: 100 }));
  if (operators.isPending) return <Skeleton height={200} />;
  if (operators.isError) return <Failure error={operators.error} retry={() => void operators.refetch()} />;
  if (operators.data.operators.length === 0) return <EmptyState title={t("noOperators")} text={t("noOperatorsText")} />;
  return (
    <Panel title={t("operators")} text={t("operatorsText")}>
      <WideTable
        minWidth={760}
        caption={t("operators")}
        columns={[
          { label: t("name") },
          { label: t("operator") },
          { label: t("licence") },
          { label: t("settlement"), isFigure: true },
          { label: t("till"), isFigure: true },
        ]}
      >
        <Table.Tbody>
          {operators.data.operators.map(({ address, name, licence, settlementMinor, tillMinor, isBank }) => (
            <Table.Tr key={address}>
              <Table.Td>
                <Anchor component={Link} to={`/institutions/${address}`} hash="operator" inherit fw={600}>
                  {name}
                </Anchor>{" "}
                {isBank ? (
                  <Badge variant="light" color="gray">
                    {t("isBank")}
                  </Badge>
                ) : null}
              </Table.Td>
              <Table.Td>
                <Holder address={address} what={t("address")} />
              </Table.Td>
              <Table.Td>
                <LicenceBadge status={licence} />
              </Table.Td>
              <Table.Td ta="right">
                <Amount minor={settlementMinor} {...bank} />
              </Table.Td>
              <Table.Td ta="right">
                <Amount minor={tillMinor} {...bank} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
