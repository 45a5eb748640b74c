import { Accordion, Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { useNames } from "../../identity/names.ts";
import { FirstModeReports } from "./first-mode-reports.tsx";
import { type EvidenceRow, isBeyondLedger } from "./law-columns.ts";
import { LawEvidence } from "./law-evidence.tsx";
import { lawTexts } from "./law-texts.ts";
import { CHINESE_LAW_NAMES, useLedgerName } from "./ledger-names.ts";
import { overviewTexts } from "./overview-texts.ts";

/** A recount reads the whole state; it is asked for once a minute, and when somebody presses the button. */
const RECOUNT_MS = 60_000;

/** Each law with a green or red mark, and what was counted. */
export function LawsPanel() {
  const t = overviewTexts.use();
  const [opened, setOpened] = useState<string | null>(null);
  const laws = useQuery({ queryKey: ["laws"], queryFn: () => client.laws(), refetchInterval: RECOUNT_MS, staleTime: RECOUNT_MS });
  return (
    <Panel
      title={t("laws")}
      text={t("lawsText")}
      aside={
        <Button size="xs" variant="default" loading={laws.isFetching} onClick={() => void laws.refetch()}>
          {t("recount")}
        </Button>
      }
    >
      {laws.isPending ? <Skeleton height={160} /> : null}
      {laws.isError ? <Failure error={laws.error} retry={() => void laws.refetch()} /> : null}
      {laws.data === undefined ? null : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t("recounted", { height: laws.data.height })}
          </Text>
          <Accordion variant="contained" chevronPosition="left" value={opened} onChange={setOpened}>
            {laws.data.laws.map((law) => (
              <LawItem key={`${law.law} ${law.name}`} law={law} isOpen={opened === `${law.law} ${law.name}`} />
            ))}
          </Accordion>
        </>
      )}
    </Panel>
  );
}

type Law = Awaited<ReturnType<typeof client.laws>>["laws"][number];

function LawItem({ law: { law, name, holds, evidence }, isOpen }: { readonly law: Law; readonly isOpen: boolean }) {
  const t = overviewTexts.use();
  const laws = lawTexts.use();
  const names = useNames();
  const lawOf = useLedgerName(CHINESE_LAW_NAMES);
  const isChinese = useLanguage() === "zh";
  const beyond = evidence.filter(isBeyondLedger);
  const list = (rows: readonly EvidenceRow[]) => countedOf(rows, (address) => names.of(address) ?? address).join(isChinese ? "、" : ", ");
  return (
    <Accordion.Item value={`${law} ${name}`}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text size="sm">{t("law", { number: law, name: lawOf(name) })}</Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {list(evidence.filter((row) => !isBeyondLedger(row)))}
            </Text>
            {beyond.length === 0 ? null : (
              <Text size="xs" c="dimmed" lineClamp={1}>
                {laws("beyondLedgerHead", { names: list(beyond) })}
              </Text>
            )}
          </div>
          <Badge color={holds ? "teal" : "red"} variant="light" miw="max-content">
            {t(holds ? "holds" : "broken")}
          </Badge>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        {isOpen && beyond.length > 0 ? <FirstModeReports rows={beyond} /> : null}
        {isOpen ? <LawEvidence rows={evidence} caption={lawOf(name)} /> : null}
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** What a line was counted for, each once: instruments by symbol, and whose books by name. */
function countedOf(evidence: readonly EvidenceRow[], nameOf: (address: string) => string): readonly string[] {
  const all = evidence.map(({ instrument, institution, centralBank }) =>
    [institution ?? centralBank, instrument]
      .flatMap((each, place) => (each === undefined ? [] : place === 0 ? nameOf(`${each}`) : `${each}`))
      .join(" "),
  );
  return [...new Set(all)];
}
