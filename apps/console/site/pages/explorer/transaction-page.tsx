import { Accordion, Anchor, Code, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import type { InstrumentJson, ReceiptJson } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../../app/client.ts";
import { usePathParameters } from "../../app/path-parameters.ts";
import { Copyable } from "../../components/copyable.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoment } from "../../components/moment.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { ReceiptProof } from "../../components/receipt-proof.tsx";
import { StatusBadge } from "./explorer-page.tsx";
import { explorerTexts } from "./explorer-texts.ts";
import { MovementsTable } from "./movements-table.tsx";
import { useSentences } from "./sentences.ts";

/** A transaction explained: what happened in sentences, what moved, what was called and told, and the proof of it. */
export function Page() {
  const t = explorerTexts.use();
  const { id = "" } = usePathParameters();
  const answer = useQuery({ queryKey: ["transaction", id], queryFn: () => client.transaction(id) });
  const instruments = useQuery({ queryKey: ["instruments-known"], queryFn: () => client.instruments(), staleTime: 60_000 });
  if (answer.isPending || instruments.isPending) return <PageSkeleton />;
  if (answer.isError) return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  if (instruments.isError) return <Failure error={instruments.error} retry={() => void instruments.refetch()} />;
  const { data } = answer;
  if (data.status !== "final") return <EmptyState title={t("transaction")} text={t(data.status === "pending" ? "pending" : "never")} />;
  return <Receipt receipt={data.receipt} instruments={instruments.data} />;
}

function Receipt({ receipt, instruments }: { readonly receipt: ReceiptJson; readonly instruments: readonly InstrumentJson[] }) {
  const t = explorerTexts.use();
  const sentences = useSentences(receipt, instruments);
  const facts = [
    { name: t("id"), value: <Copyable text={receipt.id} what={t("id")} /> },
    {
      name: t("inBlock"),
      value: (
        <Anchor component={Link} to={`/explorer/blocks/${receipt.height}`}>
          {receipt.height}
        </Anchor>
      ),
    },
    { name: t("time"), value: formatMoment(receipt.blockTimeMs) },
    { name: t("signers"), value: receipt.signers.map((address) => <Holder key={address} address={address} what={t("address")} />) },
    { name: t("gas"), value: receipt.gasUsed },
  ];
  return (
    <Stack gap="md">
      <Group>
        <Title order={2}>{t("transaction")}</Title>
        <StatusBadge status={receipt.status} />
      </Group>
      <Paper withBorder p="md">
        {sentences.map((sentence) => (
          <Text key={sentence} size="lg">
            {sentence}
          </Text>
        ))}
      </Paper>
      <Paper withBorder p="md">
        <Table variant="vertical">
          <Table.Tbody>
            {facts.map(({ name, value }) => (
              <Table.Tr key={name}>
                <Table.Th w={140}>{name}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {receipt.isPart ? (
          <Text size="sm" c="dimmed" mt="sm">
            {t("isPart")}
          </Text>
        ) : (
          <Group mt="sm">
            <ReceiptProof receipt={receipt} />
          </Group>
        )}
      </Paper>
      {receipt.movements.length === 0 ? null : <MovementsTable movements={receipt.movements} instruments={instruments} />}
      <Accordion variant="contained" multiple defaultValue={["calls"]}>
        <Accordion.Item value="calls">
          <Accordion.Control>{t("calls")}</Accordion.Control>
          <Accordion.Panel>
            {receipt.calls.map(({ description }, place) => (
              <Code block key={`${place} ${description}`} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }} mb={4}>
                {description}
              </Code>
            ))}
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="events">
          <Accordion.Control>
            {t("events")} ({receipt.events.length})
          </Accordion.Control>
          <Accordion.Panel>
            {receipt.events.length === 0 ? <Text>{t("noEvents")}</Text> : null}
            {receipt.events.slice(0, 100).map(({ type, fields, call }, place) => (
              <Stack key={`${place} ${call}`} gap={2} mb="xs">
                <Text size="sm" className="identifier" fw={600}>
                  {type}
                </Text>
                <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  {JSON.stringify(fields, undefined, 2)}
                </Code>
              </Stack>
            ))}
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}
