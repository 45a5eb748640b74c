import { Select, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import type { InstrumentJson } from "@sycee/protocol";
import { useMemo, useState } from "react";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { ChartWithTable } from "../../components/chart-with-table.tsx";
import { Failure } from "../../components/failure.tsx";
import { ModelPanel } from "../../components/model-panel.tsx";
import { formatMoney } from "../../components/money.ts";
import { formatPercent } from "../../components/percent.ts";
import { StatTile } from "../../components/stat-tile.tsx";
import { useLive } from "../../live/use-live.ts";
import { concentrationTexts } from "./concentration-texts.ts";
import { DilutionPanel } from "./dilution-panel.tsx";

type Shares = Awaited<ReturnType<typeof client.models.holderShares>>;

const REFRESH_MS = 5_000;
const PERSONAL = new Set(["digital cash", "e-money", "deposit", "token"]);

/** How unevenly an instrument is held, and what an issue does to a share of it. */
export function ConcentrationPart() {
  const t = concentrationTexts.use();
  const [chosen, setChosen] = useState<string>();
  const instruments = useLive(["instruments"], () => client.instruments(), REFRESH_MS);
  if (instruments.isPending) return <Skeleton height={400} />;
  if (instruments.isError) return <Failure error={instruments.error} retry={() => void instruments.refetch()} />;
  const shown = instruments.data.filter(({ kind }) => PERSONAL.has(kind));
  const instrument = shown.find((one) => `${one.instrument}` === chosen) ?? shown[0];
  return (
    <Stack gap="md">
      <Select
        label={t("instrument")}
        data={shown.map((one) => ({ value: `${one.instrument}`, label: one.symbol }))}
        value={instrument === undefined ? null : `${instrument.instrument}`}
        onChange={(value) => setChosen(value ?? undefined)}
        allowDeselect={false}
        maw={320}
      />
      {instrument === undefined ? null : <Concentration key={instrument.instrument} instrument={instrument} />}
    </Stack>
  );
}

function Concentration({ instrument }: { readonly instrument: InstrumentJson }) {
  const shares = useLive(["holder-shares", instrument.instrument], () => client.models.holderShares(instrument.instrument), REFRESH_MS);
  return (
    <>
      <ModelPanel query={shares} height={480}>
        {(data) => <SharesView shares={data} instrument={instrument} />}
      </ModelPanel>
      <DilutionPanel instrument={instrument} />
    </>
  );
}

function SharesView({ shares, instrument }: { readonly shares: Shares; readonly instrument: InstrumentJson }) {
  const t = concentrationTexts.use();
  const language = useLanguage();
  const percent = (bps: number) => formatPercent(bps, language);
  const labels = useMemo(() => shares.deciles.map((_, place) => `${place + 1}`), [shares]);
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis" },
      xAxis: { type: "category", data: labels },
      yAxis: { type: "value", axisLabel: { formatter: "{value}%" } },
      series: [{ type: "bar", data: shares.deciles.map((bps) => bps / 100) }],
    }),
    [shares, labels],
  );
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        <StatTile name={t("outstanding")} value={formatMoney(instrument.outstandingMinor, instrument, language)} />
        <StatTile name={t("institutions")} value={formatMoney(shares.institutionsMinor, instrument, language)} />
        <StatTile name={t("holders")} value={shares.holders} />
        <StatTile
          name={t("gini")}
          value={
            shares.giniBps === null ? "—" : new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(shares.giniBps / 10_000)
          }
          note={t("giniHelp")}
        />
      </SimpleGrid>
      {shares.deciles.length === 0 ? (
        <Text c="dimmed">{t("fewHolders")}</Text>
      ) : (
        <ChartWithTable
          title={t("deciles")}
          file={`shares-${instrument.symbol}`}
          option={option}
          columns={[t("deciles"), t("share")]}
          rows={shares.deciles.map((bps, place) => [t("decile", { number: place + 1 }), percent(bps)])}
        />
      )}
      {shares.top.map(({ holdersBps, shareBps }) => (
        <Text key={holdersBps}>{t("top", { percent: percent(holdersBps), share: percent(shareBps) })}</Text>
      ))}
    </Stack>
  );
}
