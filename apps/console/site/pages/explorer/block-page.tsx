import { Anchor, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../../app/client.ts";
import { usePathParameters } from "../../app/path-parameters.ts";
import { Copyable } from "../../components/copyable.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoment } from "../../components/moment.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { ProofCheck } from "../../components/proof-check.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { StatusBadge } from "./explorer-page.tsx";
import { explorerTexts } from "./explorer-texts.ts";

/** A block: its header, and how each of its entries ended. */
export function Page() {
  const t = explorerTexts.use();
  const { height = "0" } = usePathParameters();
  const block = useQuery({
    queryKey: ["block", height],
    queryFn: () => client.block(/^\d{1,20}$/.test(height) ? BigInt(height) : "latest"),
  });
  if (block.isPending) return <PageSkeleton />;
  if (block.isError) return <Failure error={block.error} retry={() => void block.refetch()} />;
  const { data } = block;
  const roots = [
    { name: t("hash"), value: data.hash },
    { name: t("parent"), value: data.parentHash },
    { name: t("stateRoot"), value: data.stateRoot },
    { name: t("transactionsRoot"), value: data.transactionsRoot },
    { name: t("receiptsRoot"), value: data.receiptsRoot },
  ];
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>{t("block", { height: data.height })}</Title>
        <Group>
          {data.height === "0" ? null : (
            <Anchor component={Link} to={`/explorer/blocks/${BigInt(data.height) - 1n}`}>
              ← {BigInt(data.height) - 1n}
            </Anchor>
          )}
          <Anchor component={Link} to={`/explorer/blocks/${BigInt(data.height) + 1n}`}>
            {BigInt(data.height) + 1n} →
          </Anchor>
        </Group>
      </Group>
      <Text c="dimmed">{formatMoment(data.timeMs)}</Text>
      <Paper withBorder p="md">
        <Table variant="vertical">
          <Table.Tbody>
            {roots.map(({ name, value }) => (
              <Table.Tr key={name}>
                <Table.Th w={160}>{name}</Table.Th>
                <Table.Td>
                  <Copyable text={value} what={name} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group mt="sm">
          <ProofCheck
            question={{ kind: "block", height: BigInt(data.height) }}
            say={({ trusted }) => t("provedBlock", { trusted: `${trusted.header.height}` })}
          />
        </Group>
      </Paper>
      {data.transactions.length === 0 ? (
        <EmptyState title={t("transactions")} text={t("emptyBlock")} />
      ) : (
        <Entries entries={data.transactions} />
      )}
    </Stack>
  );
}

type Entry = Awaited<ReturnType<typeof client.block>>["transactions"][number];

/** A block may have thousands; so many are shown. */
const SHOWN_ENTRIES = 500;

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const t = explorerTexts.use();
  return (
    <Paper withBorder p="md" component="section">
      <Title order={3} size="h5" mb="sm">
        {t("transactions")} ({entries.length})
      </Title>
      <WideTable
        minWidth={310}
        caption={t("transactions")}
        columns={[{ label: t("place") }, { label: t("outcome") }, { label: t("transaction") }]}
      >
        <Table.Tbody>
          {entries.slice(0, SHOWN_ENTRIES).map(({ index, status, id, code }) => (
            <Table.Tr key={index}>
              <Table.Td w={50} className="figures">
                {index}
              </Table.Td>
              <Table.Td w={110}>
                <StatusBadge status={status} />
              </Table.Td>
              <Table.Td>
                {id === undefined ? (
                  (code ?? t("idHidden"))
                ) : (
                  <Group gap={4} wrap="nowrap">
                    <Anchor component={Link} to={`/explorer/transactions/${id}`} className="identifier" size="sm">
                      {id.slice(0, 14)}…
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {code}
                    </Text>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Paper>
  );
}
