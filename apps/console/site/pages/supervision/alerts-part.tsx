import { Button, Group, Select, Stack, Table, Text } from "@mantine/core";
import type { CaseJson } from "@sycee/protocol";
import { SyceeError } from "@sycee/sdk";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { ActAsRole } from "../../identity/act-as.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { type CurrentReadSession, useReadSession } from "../../identity/read-session.ts";
import { useLive } from "../../live/use-live.ts";
import { AlertParty } from "./alert-party.tsx";
import { AlertSentence } from "./alert-sentence.tsx";
import { alertTexts } from "./alert-texts.ts";
import { CaseState } from "./case-state.tsx";
import { CaseView } from "./case-view.tsx";
import { usePageParts } from "../../app/page-parts.ts";
import { supervisionTexts } from "./supervision-texts.ts";

const RULES = ["structuring", "rapid_pass_through", "fan_in", "fan_out", "dormant_then_active", "circular_flow"] as const;
const STATES = ["open", "dismissed", "referred"] as const;
const REFRESH_MS = 2_000;
const PAGE = 50;

/** Alerts with their cases, in a supervisor's read session. */
export function AlertsPart() {
  const t = alertTexts.use();
  const { identity } = useIdentity();
  const current = useReadSession();
  const { item } = usePageParts();
  const { session } = current;
  if (identity === undefined) {
    return (
      <EmptyState title={t("who")} text={t("whoText")}>
        <ActAsRole role="supervisor" />
      </EmptyState>
    );
  }
  if (session.isPending) return <PageSkeleton />;
  if (session.isError) return <Failure error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <EmptyState title={t("tooFew")} text={t("tooFewText")} />;
  if (!session.data.roles.includes("supervisor")) {
    return (
      <EmptyState title={t("notYours", { name: identity.name })} text={t("whoText")}>
        <ActAsRole role="supervisor" />
      </EmptyState>
    );
  }
  if (item !== undefined) return <CaseView key={item} id={item} current={current} />;
  return <Cases current={current} />;
}

function Cases({ current: { session, read } }: { readonly current: CurrentReadSession }) {
  const t = alertTexts.use();
  const [rule, setRule] = useState<(typeof RULES)[number]>();
  const [state, setState] = useState<CaseJson["state"]>();
  const [limit, setLimit] = useState(PAGE);
  const options = { limit, ...(rule === undefined ? {} : { rule }), ...(state === undefined ? {} : { state }) };
  const cases = useLive(["cases", session.data?.address, options], () => read((open) => open.cases(options)), REFRESH_MS);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t("help")}
      </Text>
      <Group align="flex-end">
        <Select
          label={t("rule")}
          placeholder={t("allRules")}
          clearable
          data={RULES.map((value) => ({ value, label: t(value) }))}
          value={rule ?? null}
          onChange={(value) => setRule(RULES.find((name) => name === value))}
        />
        <Select
          label={t("state")}
          placeholder={t("allStates")}
          clearable
          data={STATES.map((value) => ({ value, label: t(value) }))}
          value={state ?? null}
          onChange={(value) => setState(STATES.find((name) => name === value))}
        />
      </Group>
      {cases.isPending ? <PageSkeleton /> : null}
      {cases.isError ? <CasesFailure error={cases.error} retry={() => void cases.refetch()} /> : null}
      {cases.data === undefined || cases.isError ? null : (
        <CasesTable cases={cases.data.cases} isChosen={rule !== undefined || state !== undefined} />
      )}
      {cases.data === undefined || cases.data.passedOver === "0" ? null : (
        <Text size="sm" c="dimmed">
          {t("passedOver", { payments: cases.data.passedOver })}
        </Text>
      )}
      {cases.data?.next === null || cases.data === undefined || limit >= 200 ? null : (
        <Button variant="default" onClick={() => setLimit(Math.min(200, limit + PAGE))}>
          {t("more")}
        </Button>
      )}
    </Stack>
  );
}

function CasesFailure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const t = alertTexts.use();
  if (!(error instanceof SyceeError) || error.code !== "read_models_unavailable") return <Failure error={error} retry={retry} />;
  return <EmptyState title={t("starting")} text={`${t("startingText")} ${error.message}`} />;
}

function CasesTable({ cases, isChosen }: { readonly cases: readonly CaseJson[]; readonly isChosen: boolean }) {
  const t = alertTexts.use();
  const general = supervisionTexts.use();
  if (cases.length === 0 && !isChosen) return <EmptyState title={t("nothingYet")} text={t("nothingYetText")} />;
  if (cases.length === 0) return <EmptyState title={t("none")} text={t("noneText")} />;
  return (
    <Panel title={general("alerts")}>
      <WideTable
        minWidth={900}
        caption={general("alerts")}
        columns={[
          { label: t("rule") },
          { label: t("subjects") },
          { label: t("amount"), isFigure: true },
          { label: t("score"), isFigure: true, help: t("scoreHelp") },
          { label: t("state") },
          { label: "" },
        ]}
      >
        <Table.Tbody>
          {cases.map(({ id, state, alert }) =>
            alert === null ? null : (
              <Table.Tr key={id}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {t(alert.rule)}
                  </Text>
                  <AlertSentence alert={alert} />
                </Table.Td>
                <Table.Td>
                  <Stack gap={2}>
                    {alert.subjects.map((subject) => (
                      <AlertParty key={subject} party={subject} />
                    ))}
                  </Stack>
                </Table.Td>
                <Table.Td ta="right">
                  <Amount minor={alert.amountMinor} unit={alert.unit} decimals={alert.decimals} />
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {alert.score}
                </Table.Td>
                <Table.Td>
                  <CaseState state={state} />
                </Table.Td>
                <Table.Td>
                  <Button
                    component={Link}
                    to={`/supervision/alerts/${id}`}
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t("look")} ${id}`}
                  >
                    {t("look")}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
