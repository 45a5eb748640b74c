import { Group, Select, SimpleGrid, Stack, Title } from "@mantine/core";
import type { StatisticsJson } from "@sycee/protocol";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoney, formatMoneyShort } from "../../components/money.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { FirstStepsCard } from "../../first-steps/first-steps-card.tsx";
import { useFirstSteps } from "../../first-steps/use-first-steps.ts";
import { useLive } from "../../live/use-live.ts";
import { ActivityChart } from "./activity-chart.tsx";
import { type ChartRange, ChartRangeChoice } from "./chart-range.tsx";
import { FlowsPanel } from "./flows-panel.tsx";
import { InstrumentsTable } from "./instruments-table.tsx";
import { LawsPanel } from "./laws-panel.tsx";
import { overviewTexts } from "./overview-texts.ts";
import { SupplyChart } from "./supply-chart.tsx";

type Unit = StatisticsJson["units"][number];

/** The whole economy at a glance. */
export function Page() {
  const t = overviewTexts.use();
  const statistics = useLive(["statistics"], () => client.statistics());
  const steps = useFirstSteps();
  const [chosen, setChosen] = useState<string>();
  if (statistics.isPending || steps === undefined) return <PageSkeleton />;
  if (statistics.isError) return <Failure error={statistics.error} retry={() => void statistics.refetch()} />;
  const { units } = statistics.data;
  const unit = units.find((candidate) => candidate.unit === chosen) ?? units[0];
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>{t("title")}</Title>
        {units.length < 2 ? null : (
          <Select
            aria-label={t("unit")}
            data={units.map((candidate) => candidate.unit)}
            value={unit?.unit ?? null}
            onChange={(value) => setChosen(value ?? undefined)}
            allowDeselect={false}
            w={120}
          />
        )}
      </Group>
      {steps.length === 0 ? null : <FirstStepsCard steps={steps} />}
      {unit === undefined ? <EmptyState title={t("noUnit")} text={t("noUnitText")} /> : <Economy unit={unit} />}
      <LawsPanel />
      <InstrumentsTable />
    </Stack>
  );
}

function Economy({ unit }: { readonly unit: Unit }) {
  const [range, setRange] = useState<ChartRange>("hour");
  return (
    <>
      <SupplyTiles unit={unit} />
      <ChartRangeChoice range={range} choose={setRange} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <SupplyChart unit={unit} range={range} />
        <ActivityChart unit={unit} range={range} />
      </SimpleGrid>
      <FlowsPanel unit={unit} />
    </>
  );
}

function SupplyTiles({ unit }: { readonly unit: Unit }) {
  const t = overviewTexts.use();
  const language = useLanguage();
  const tiles = [
    { name: "m0", minor: unit.m0Minor },
    { name: "m1", minor: unit.m1Minor },
    { name: "m2", minor: unit.m2Minor },
    { name: "base", minor: unit.baseMinor },
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
      {tiles.map(({ name, minor }) => (
        <StatTile
          key={name}
          name={t(name)}
          value={<span title={formatMoney(minor, unit, language)}>{formatMoneyShort(minor, unit, language)}</span>}
          note={t(`${name}Note`)}
        />
      ))}
    </SimpleGrid>
  );
}
