import { Anchor, Badge, Paper, Grid, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { client } from "../../app/client.ts";
import { Copyable } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoment } from "../../components/moment.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { useHead } from "../../live/head.ts";
import { useLive } from "../../live/use-live.ts";
import { explorerTexts } from "./explorer-texts.ts";
import { ModulesList } from "./modules-list.tsx";
import { Search } from "./search.tsx";

const SHOWN_BLOCKS = 15n;

/** Finds blocks, transactions, accounts and code. */
export function Page() {
  const t = explorerTexts.use();
  return (
    <Stack gap="md">
      <Title order={2}>{t("title")}</Title>
      <Search />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <LatestBlocks />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <ModulesList />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function LatestBlocks() {
  const t = explorerTexts.use();
  const { block } = useHead();
  const height = BigInt(block?.height ?? 0);
  const from = height < SHOWN_BLOCKS ? 0n : height - SHOWN_BLOCKS + 1n;
  const blocks = useLive(["blocks"], () => client.blocks(from, Number(SHOWN_BLOCKS)));
  return (
    <Paper withBorder p="md" component="section">
      <Title order={3} size="h5" mb="sm">
        {t("latest")}
      </Title>
      {blocks.isPending ? <Skeleton height={400} /> : null}
      {blocks.isError ? <Failure error={blocks.error} retry={() => void blocks.refetch()} /> : null}
      {blocks.data === undefined ? null : (
        <WideTable
          minWidth={420}
          caption={t("latest")}
          columns={[{ label: t("height") }, { label: t("time") }, { label: t("transactions"), isFigure: true }, { label: t("hash") }]}
        >
          <Table.Tbody>
            {/* A row is its place, so that a new block changes what the rows say and moves none. */}
            {blocks.data.toReversed().map((one, place) => (
              <Table.Tr key={`${place}`}>
                <Table.Td>
                  <Anchor component={Link} to={`/explorer/blocks/${one.height}`} size="sm">
                    {one.height}
                  </Anchor>
                </Table.Td>
                <Table.Td className="figures" style={{ whiteSpace: "nowrap" }}>
                  {formatMoment(one.timeMs)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {one.transactionCount}
                </Table.Td>
                <Table.Td>
                  <Copyable text={one.hash} what={t("hash")} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Paper>
  );
}

/** How an entry of a block ended. */
export function StatusBadge({ status }: { readonly status: "executed" | "aborted" | "failed" | "duplicate" | "rejected" }) {
  const t = explorerTexts.use();
  return (
    <Badge color={status === "executed" ? "teal" : "red"} variant="light">
      <Text span inherit>
        {t(status)}
      </Text>
    </Badge>
  );
}
