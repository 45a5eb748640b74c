import { Badge, Button, Skeleton, Table } from "@mantine/core";
import type { LawsAnswer } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { Institution } from "./institution-page.tsx";
import { institutionTexts } from "./institution-texts.ts";

const RECOUNT_MS = 60_000;

/** What customers hold, counted one by one, beside the three other places that say how much it is. */
export function ReconciliationPanel({ institution }: { readonly institution: Institution }) {
  const t = institutionTexts.use();
  const laws = useQuery({ queryKey: ["laws"], queryFn: () => client.laws(), staleTime: RECOUNT_MS, refetchInterval: RECOUNT_MS });
  if (laws.isPending) return <Skeleton height={180} />;
  if (laws.isError) return <Failure error={laws.error} retry={() => void laws.refetch()} />;
  const rows = comparisonsOf(laws.data, institution);
  if (rows.length === 0) return <EmptyState title={t("noReconciliation")} text={t("noReconciliationText")} />;
  const amount = (minor: string | undefined) => (minor === undefined ? "–" : <Amount minor={minor} {...institution} />);
  return (
    <Panel
      title={t("reconciliation")}
      text={t("reconciliationText", { height: laws.data.height })}
      aside={
        <Button size="xs" variant="default" loading={laws.isFetching} onClick={() => void laws.refetch()}>
          {t("recount")}
        </Button>
      }
    >
      <WideTable
        minWidth={760}
        caption={t("reconciliation")}
        columns={[
          { label: t("instrument") },
          { label: t("sum"), isFigure: true },
          { label: t("pool"), isFigure: true },
          { label: t("liability"), isFigure: true },
          { label: t("outstanding"), isFigure: true },
          { label: t("state") },
        ]}
      >
        <Table.Tbody>
          {rows.map(({ instrument, sum, pool, liability, outstanding, holds }) => (
            <Table.Tr key={instrument}>
              <Table.Td>{instrument}</Table.Td>
              <Table.Td ta="right">{amount(sum)}</Table.Td>
              <Table.Td ta="right">{amount(pool)}</Table.Td>
              <Table.Td ta="right">{amount(liability)}</Table.Td>
              <Table.Td ta="right">{amount(outstanding)}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={holds ? "teal" : "red"}>
                  {t(holds ? "agrees" : "differs")}
                </Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

type Evidence = LawsAnswer["laws"][number]["evidence"][number];

/** What the recount found of an institution's customers: by instrument, the books of each added up. */
function comparisonsOf({ laws }: LawsAnswer, { address, symbols }: Institution) {
  const evidence = laws.flatMap((law) => law.evidence);
  const counted = evidence.filter((each) => each["institution"] === address && "balances" in each && "pool" in each);
  return [...new Set(counted.map(({ instrument }) => `${instrument}`))].map((instrument) => {
    const books = counted.filter((each) => each["instrument"] === instrument);
    const total = (field: string) => books.reduce((sum, book) => sum + BigInt(book[field] ?? 0), 0n).toString();
    const owed: Evidence | undefined = symbols.includes(instrument)
      ? evidence.find((each) => each["instrument"] === instrument && "liability" in each)
      : undefined;
    const text = (field: string) => (owed?.[field] === undefined ? undefined : `${owed[field]}`);
    const holds = [...books, ...(owed === undefined ? [] : [owed])].every((each) => each["holds"] === true);
    return {
      instrument,
      sum: total("balances"),
      pool: total("pool"),
      liability: text("liability"),
      outstanding: text("outstanding"),
      holds,
    };
  });
}
