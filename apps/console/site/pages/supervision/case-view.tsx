import { Anchor, Group, Paper, Skeleton, Stack, Table, Text, Timeline, Title } from "@mantine/core";
import type { CaseJson } from "@sycee/protocol";
import { Link } from "@tanstack/react-router";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoment } from "../../components/moment.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { CurrentReadSession } from "../../identity/read-session.ts";
import { useLive } from "../../live/use-live.ts";
import { addressOf, AlertParty } from "./alert-party.tsx";
import { AlertSentence } from "./alert-sentence.tsx";
import { alertTexts } from "./alert-texts.ts";
import { CaseState } from "./case-state.tsx";
import { CaseForm } from "./case-form.tsx";
import { supervisionTexts } from "./supervision-texts.ts";

const REFRESH_MS = 2_000;

/** One case: its alert in words, the payments, what was done, and what can be. */
export function CaseView({ id, current }: { readonly id: string; readonly current: CurrentReadSession }) {
  const t = alertTexts.use();
  const { read } = current;
  const found = useLive(["case", id], () => read((session) => session.case(id)), REFRESH_MS);
  if (found.isPending) return <PageSkeleton />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { state, alert, warrant, history } = found.data;
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/supervision/alerts" size="sm">
        ← {t("back")}
      </Anchor>
      <Paper withBorder p="md" component="section">
        <Group justify="space-between" mb="xs">
          <Title order={3} size="h4">
            {t("caseTitle", { rule: alert === null ? id : t(alert.rule) })}
          </Title>
          <CaseState state={state} />
        </Group>
        {alert === null ? <Text size="sm">{t("gone")}</Text> : <AlertSentence alert={alert} />}
        {alert === null ? null : (
          <Stack gap={2} mt="sm">
            <Text size="sm" c="dimmed">
              {t("subjects")}
            </Text>
            {alert.subjects.map((subject) => (
              <Group key={subject} gap="sm">
                <AlertParty party={subject} />
                <Anchor component={Link} to={`/explorer/accounts/${addressOf(subject)}`} size="sm">
                  {t("explore")}
                </Anchor>
              </Group>
            ))}
          </Stack>
        )}
        {warrant === null ? null : (
          <Anchor component={Link} to={`/supervision/warrants/${warrant.party}`} size="sm">
            {t("warrant", { number: warrant.number })}
          </Anchor>
        )}
      </Paper>
      <CaseForm file={found.data} current={current} changed={() => void found.refetch()} />
      <History history={history} />
      <PatternPayments id={id} current={current} />
    </Stack>
  );
}

function History({ history }: Pick<CaseJson, "history">) {
  const t = alertTexts.use();
  const general = supervisionTexts.use();
  return (
    <Panel title={t("history")}>
      <Timeline active={history.length} bulletSize={14} lineWidth={2}>
        {history.map(({ act, by, timeMs, text }, place) => (
          <Timeline.Item key={`${place} ${act}`} title={t(`act_${act}`)}>
            <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {text}
            </Text>
            <Text size="xs" c="dimmed" component="div">
              {formatMoment(timeMs)} · {by === null ? t("rules") : <Holder address={by} what={general("address")} />}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}

function PatternPayments({ id, current: { read } }: { readonly id: string; readonly current: CurrentReadSession }) {
  const t = alertTexts.use();
  const found = useLive(["alert", id], () => read((session) => session.alert(id)), REFRESH_MS);
  if (found.isPending) return <Skeleton height={180} />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { payments, unit, decimals } = found.data.alert;
  return (
    <Panel title={t("payments")}>
      <WideTable
        minWidth={760}
        caption={t("payments")}
        columns={[
          { label: t("time") },
          { label: t("block") },
          { label: t("from") },
          { label: t("to") },
          { label: t("amount"), isFigure: true },
        ]}
      >
        <Table.Tbody>
          {payments.map(({ place, timeMs, amountMinor, from, to }) => (
            <Table.Tr key={place}>
              <Table.Td>{formatMoment(timeMs)}</Table.Td>
              <Table.Td>
                <Anchor component={Link} to={`/explorer/blocks/${place.split(".")[0] ?? ""}`} size="sm">
                  {place.split(".")[0]}
                </Anchor>
              </Table.Td>
              {[from, to].map((party, side) => (
                <Table.Td key={side === 0 ? "from" : "to"}>{party === null ? "–" : <AlertParty party={party} />}</Table.Td>
              ))}
              <Table.Td ta="right">
                <Amount minor={amountMinor} unit={unit} decimals={decimals} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
