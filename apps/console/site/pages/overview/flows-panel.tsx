import { Group, ScrollArea, SegmentedControl, Skeleton, Text } from "@mantine/core";
import type { StatisticsJson } from "@sycee/protocol";
import { lazy, Suspense, useCallback, useState } from "react";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { FiguresTable } from "../../components/chart-with-table.tsx";
import { shortened } from "../../components/copyable.tsx";
import { ModelPanel } from "../../components/model-panel.tsx";
import { formatMoney } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import { FLOW_COLOURS } from "./flow-colours.ts";
import type { Flows } from "./flow-graph.tsx";
import { overviewTexts } from "./overview-texts.ts";

const FlowGraph = lazy(async () => ({ default: (await import("./flow-graph.tsx")).FlowGraph }));
const REFRESH_MS = 5_000;
/** In pixels. */
const NARROW = 640;

/** Who owes what to whom, as a graph or a table. */
export function FlowsPanel({ unit }: { readonly unit: Pick<StatisticsJson["units"][number], "unit"> }) {
  const flows = useLive(["flows", unit.unit], () => client.models.flows(unit.unit), REFRESH_MS);
  return (
    <ModelPanel query={flows} height={760}>
      {(data) => <Flows flows={data} />}
    </ModelPanel>
  );
}

function Flows({ flows }: { readonly flows: Flows }) {
  const t = overviewTexts.use();
  const language = useLanguage();
  // On a phone the graph is too small to read at first sight.
  const [view, setView] = useState(globalThis.innerWidth < NARROW ? "table" : "graph");
  const names = useNames();
  const publicName = t("public");
  const nameOf = useCallback(
    (id: string) => {
      const own = flows.nodes.find((node) => node.id === id)?.name ?? "";
      return id === "public" ? publicName : (names.of(id) ?? (own === "" ? shortened(id) : own));
    },
    [flows, names, publicName],
  );
  return (
    <Panel
      title={t("flows")}
      text={t("owesHint")}
      aside={
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          data={[
            { value: "graph", label: t("graph") },
            { value: "table", label: t("table") },
          ]}
        />
      }
    >
      {view === "graph" ? (
        <>
          <Group gap="lg" mb="xs">
            {(["centralBank", "others"] as const).map((of) => (
              <Group key={of} gap={6} wrap="nowrap">
                <span className="sheet-swatch" style={{ background: FLOW_COLOURS[of] }} aria-hidden="true" />
                <Text size="sm">{t(of === "centralBank" ? "centralBankMoney" : "otherClaims")}</Text>
              </Group>
            ))}
          </Group>
          <Suspense fallback={<Skeleton height={640} />}>
            <FlowGraph flows={flows} nameOf={nameOf} />
          </Suspense>
        </>
      ) : (
        <ScrollArea h={640} viewportProps={{ tabIndex: 0 }}>
          <FiguresTable
            columns={[t("debtor"), t("creditor"), t("instrument"), t("amount")]}
            rows={flows.edges.map(({ debtor, creditor, symbol, amountMinor }) => [
              nameOf(debtor),
              nameOf(creditor),
              symbol,
              formatMoney(amountMinor, flows, language),
            ])}
          />
        </ScrollArea>
      )}
    </Panel>
  );
}
