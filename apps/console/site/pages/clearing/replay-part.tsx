import { Anchor, Button, Group, Paper, SegmentedControl, Select, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ClearingHouseJson } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, lazy, Suspense, useMemo, useState } from "react";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { ModelPanel } from "../../components/model-panel.tsx";
import { formatMoney } from "../../components/money.ts";
import { formatPercent } from "../../components/percent.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import { NettingMatrix } from "./netting-matrix.tsx";
import { nettingReplay, type NettingReplay, type Obligation } from "./netting-replay.ts";
import { lastSettledCycle, obligationsOf, type SettledCycle } from "./replay-source.ts";
import { GRAPH_HEIGHT, NETTING_STEPS, type NettingStep } from "./replay-steps.ts";
import { replayTexts } from "./replay-texts.ts";

const NettingGraph = lazy(async () => ({ default: (await import("./netting-graph.tsx")).NettingGraph }));

/** So often the read models are asked again while they are not where the ledger is. */
const TRAIL_MS = 2_000;
/** And so often where they know of no cycle at all, which takes more looking. */
const NONE_MS = 15_000;

type Source = "net" | "closed" | "gross" | "settled";

/** How payments are netted, step by step: those that wait, those that are closed, or those that settled last. */
export function ReplayPart({ house }: { readonly house: ClearingHouseJson }) {
  const t = replayTexts.use();
  const { queues } = house;
  const [source, setSource] = useState<Source>(queues.closed.length > 0 ? "closed" : queues.net.length > 0 ? "net" : "settled");
  return (
    <Stack gap="md">
      <Select
        label={t("source")}
        data={[
          { value: "net", label: `${t("sourceNet")} (${queues.net.length})` },
          { value: "closed", label: `${t("sourceClosed")} (${queues.closed.length})` },
          { value: "gross", label: `${t("sourceGross")} (${queues.gross.length})` },
          { value: "settled", label: t("sourceSettled") },
        ]}
        value={source}
        onChange={(value) => value !== null && setSource(value)}
        allowDeselect={false}
        maw={320}
      />
      {source === "settled" ? (
        <SettledReplay house={house} />
      ) : (
        <Replay key={source} house={house} payments={obligationsOf(queues[source])} />
      )}
    </Stack>
  );
}

function SettledReplay({ house }: { readonly house: ClearingHouseJson }) {
  const t = replayTexts.use();
  const { address, cycle } = house;
  const settled = useQuery({
    queryKey: ["settled-cycle", address, cycle.number],
    // No answer at all is no data to a query.
    queryFn: async () => (await lastSettledCycle(client, address)) ?? null,
    // The read models trail the ledger: until they know the cycle before this one, they are asked again.
    refetchInterval: ({ state: { data } }) =>
      data === null ? NONE_MS : data !== undefined && BigInt(data.number) + 1n >= BigInt(cycle.number) ? false : TRAIL_MS,
  });
  return (
    <ModelPanel query={settled} height={GRAPH_HEIGHT}>
      {(found) => (found === null ? <EmptyState title={t("empty")} text={t("emptyText")} /> : <OfCycle house={house} cycle={found} />)}
    </ModelPanel>
  );
}

function OfCycle({ house, cycle }: { readonly house: ClearingHouseJson; readonly cycle: SettledCycle }) {
  const t = replayTexts.use();
  const { number, height, transaction, payments } = cycle;
  return (
    <Stack gap="xs">
      <Anchor component={Link} to={`/explorer/transactions/${transaction}`} size="sm">
        {t("settledCycle", { number, height })}
      </Anchor>
      <Replay key={number} house={house} payments={payments} />
    </Stack>
  );
}

function Replay({ house, payments }: { readonly house: ClearingHouseJson; readonly payments: readonly Obligation[] }) {
  const t = replayTexts.use();
  const language = useLanguage();
  const nameOf = useInstitutionNames();
  // What is replayed stays as it was while one steps through it, though others enter the queue meanwhile.
  const [replayed, setReplayed] = useState(payments);
  const replay = useMemo(() => nettingReplay(replayed), [replayed]);
  const [step, setStep] = useState<NettingStep>("gross");
  const place = NETTING_STEPS.indexOf(step);
  const go = (by: number) => setStep(NETTING_STEPS[place + by] ?? step);
  const byKey = (event: KeyboardEvent) => {
    // Within the choice of steps the arrows do so already.
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "ArrowRight") go(1);
    if (event.key === "ArrowLeft") go(-1);
  };
  if (replayed.length === 0 && payments.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} />;
  const money = (minor: bigint) => formatMoney(minor, house, language);
  return (
    <Paper withBorder p="md" component="section" aria-label={t("title")} onKeyDown={byKey}>
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t("title")}
        </Title>
        <Group gap="sm">
          <SegmentedControl
            aria-label={t("steps")}
            value={step}
            onChange={(value) => setStep(value)}
            data={NETTING_STEPS.map((value) => ({ value, label: t(value) }))}
            styles={{ root: { flexWrap: "wrap" } }}
          />
          <Group gap="xs">
            <Button variant="default" onClick={() => go(-1)} disabled={place === 0}>
              {t("previous")}
            </Button>
            <Button onClick={() => go(1)} disabled={place === NETTING_STEPS.length - 1}>
              {t("next")}
            </Button>
            {isSame(payments, replayed) ? null : (
              <Button
                variant="subtle"
                onClick={() => {
                  setReplayed(payments);
                  setStep("gross");
                }}
              >
                {t("renew", { count: payments.length })}
              </Button>
            )}
          </Group>
        </Group>
        <div aria-live="polite">
          <Text size="sm" c="dimmed">
            {t("step", { number: place + 1 })}
          </Text>
          <Text mih={48}>{useStepText(step, replay, money)}</Text>
        </div>
        <Suspense fallback={<Skeleton height={GRAPH_HEIGHT} />}>
          <NettingGraph replay={replay} step={step} nameOf={nameOf} money={money} />
        </Suspense>
        <NettingMatrix replay={replay} step={step} nameOf={nameOf} money={money} />
      </Stack>
    </Paper>
  );
}

function isSame(some: readonly Obligation[], others: readonly Obligation[]): boolean {
  const isOther = ({ payer, payee, amountMinor }: Obligation, place: number) => {
    const other = others[place];
    return payer !== other?.payer || payee !== other.payee || amountMinor !== other.amountMinor;
  };
  return some.length === others.length && !some.some(isOther);
}

function useStepText(step: NettingStep, { movedMinor }: NettingReplay, money: (minor: bigint) => string): string {
  const t = replayTexts.use();
  const language = useLanguage();
  const { gross, bilateral, multilateral } = movedMinor;
  const savedBps = gross === 0n ? 0 : Number(((gross - multilateral) * 10_000n) / gross);
  switch (step) {
    case "gross":
      return t("grossText", { amount: money(gross) });
    case "bilateral":
      return t("bilateralText", { amount: money(bilateral) });
    case "multilateral":
      return t("multilateralText", { amount: money(multilateral) });
    case "settlement":
      return t("settlementText", {
        amount: money(multilateral),
        saved: formatPercent(savedBps, language),
      });
  }
}
