import { Accordion, Badge, Button, Code, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { overviewTexts } from "./overview-texts.ts";

/** A recount reads the whole state; it is asked for once a minute, and when somebody presses the button. */
const RECOUNT_MS = 60_000;

/** Each law with a green or red mark, and what was counted. */
export function LawsPanel() {
  const t = overviewTexts.use();
  const laws = useQuery({ queryKey: ["laws"], queryFn: () => client.laws(), refetchInterval: RECOUNT_MS, staleTime: RECOUNT_MS });
  return (
    <Panel
      title={t("laws")}
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
              <Accordion.Item key={law} value={`${law}`}>
                <Accordion.Control>
                  <Group justify="space-between" wrap="nowrap">
                    <Text size="sm">{t("law", { number: law, name })}</Text>
                    <Badge color={holds ? "teal" : "red"} variant="light">
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
