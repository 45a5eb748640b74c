import { Accordion, Badge, Button, Code, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { useNames } from "../../identity/names.ts";
import { CHINESE_LAW_NAMES, useLedgerName } from "./ledger-names.ts";
import { overviewTexts } from "./overview-texts.ts";

/** A recount reads the whole state; it is asked for once a minute, and when somebody presses the button. */
const RECOUNT_MS = 60_000;

type Evidence = Awaited<ReturnType<typeof client.laws>>["laws"][number]["evidence"];

/** Each law with a green or red mark, and what was counted. */
export function LawsPanel() {
  const t = overviewTexts.use();
  const names = useNames();
  const lawOf = useLedgerName(CHINESE_LAW_NAMES);
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
          <Accordion variant="contained" chevronPosition="left">
            {laws.data.laws.map(({ law, name, holds, evidence }) => (
              <Accordion.Item key={`${law} ${name}`} value={`${law} ${name}`}>
                <Accordion.Control>
                  <Group justify="space-between" wrap="nowrap">
                    <div>
                      <Text size="sm">{t("law", { number: law, name: lawOf(name) })}</Text>
                      <Text size="xs" c="dimmed" lineClamp={1}>
                        {countedOf(evidence, (address) => names.of(address) ?? address).join(", ")}
                      </Text>
                    </div>
                    <Badge color={holds ? "teal" : "red"} variant="light" miw="max-content">
                      {t(holds ? "holds" : "broken")}
                    </Badge>
                  </Group>
                </Accordion.Control>
                <Accordion.Panel>
                  <Code block mah={300} style={{ overflow: "auto" }} tabIndex={0}>
                    {JSON.stringify(evidence, undefined, 2)}
                  </Code>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </>
      )}
    </Panel>
  );
}

/** What a line was counted for, each once: instruments by symbol, and whose books by name. */
function countedOf(evidence: Evidence, nameOf: (address: string) => string): readonly string[] {
  const all = evidence.map(({ instrument, institution, centralBank }) =>
    [institution ?? centralBank, instrument]
      .flatMap((each, place) => (each === undefined ? [] : place === 0 ? nameOf(`${each}`) : `${each}`))
      .join(" "),
  );
  return [...new Set(all)];
}
