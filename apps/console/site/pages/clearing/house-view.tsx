import { Group, ScrollArea, SimpleGrid, Stack, Tabs, Text } from "@mantine/core";
import type { Address, ClearingHouseJson } from "@sycee/protocol";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Copyable } from "../../components/copyable.tsx";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { useHead } from "../../live/head.ts";
import { useLive } from "../../live/use-live.ts";
import { clearingTexts } from "./clearing-texts.ts";
import { durationText } from "./durations.ts";
import { HouseActs } from "./house-acts.tsx";
import { MeasuresTable } from "./measures-table.tsx";
import { ParticipantsPart } from "./participants-part.tsx";
import { QueuesPart } from "./queues-part.tsx";
import { ReplayPart } from "./replay-part.tsx";
import { SettledPart } from "./settled-part.tsx";
import { SubmitForm } from "./submit-form.tsx";

const PARTS = ["queues", "submit", "settled", "replay", "participants", "measures"] as const;

/** All of one clearing house. */
export function HouseView({ address }: { readonly address: string }) {
  const t = clearingTexts.use();
  const answer = useLive(["clearing-house", address], () => client.clearingHouse(address as Address));
  if (answer.isPending) return <PageSkeleton />;
  if (answer.isError) return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  const house = answer.data;
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Text fw={600}>{house.name}</Text>
        <Copyable text={address} what={t("address")} />
      </Group>
      <HouseTiles house={house} />
      <HouseActs house={house} />
      <Tabs defaultValue="queues" keepMounted={false}>
        <ScrollArea type="never">
          <Tabs.List style={{ flexWrap: "nowrap" }} aria-label={t("parts")}>
            {PARTS.map((part) => (
              <Tabs.Tab key={part} value={part} style={{ whiteSpace: "nowrap" }}>
                {t(part)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </ScrollArea>
        {PARTS.map((part) => (
          <Tabs.Panel key={part} value={part} pt="md">
            <Part part={part} house={house} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function Part({ part, house }: { readonly part: (typeof PARTS)[number]; readonly house: ClearingHouseJson }) {
  switch (part) {
    case "queues":
      return <QueuesPart house={house} />;
    case "submit":
      return <SubmitForm house={house} />;
    case "settled":
      return <SettledPart house={house} />;
    case "replay":
      return <ReplayPart house={house} />;
    case "participants":
      return <ParticipantsPart house={house} />;
    case "measures":
      return <MeasuresTable house={house} />;
  }
}

function HouseTiles({ house }: { readonly house: ClearingHouseJson }) {
  const t = clearingTexts.use();
  const { gross, net, closed } = house.queues;
  const { unit, decimals, cycle } = house;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing={{ base: "xs", sm: "md" }}>
      <StatTile name={t("cycle")} value={t("cycleNumber", { number: cycle.number })} note={useCycleState(house)} />
      <StatTile
        name={t("waiting")}
        value={gross.length + net.length + closed.length}
        note={t("waitingNote", { gross: gross.length, net: net.length, closed: closed.length })}
      />
      <StatTile name={t("capital")} value={<Amount minor={house.capitalMinor} unit={unit} decimals={decimals} />} />
      <StatTile name={t("fund")} value={<Amount minor={house.fundMinor} unit={unit} decimals={decimals} />} />
    </SimpleGrid>
  );
}

function useCycleState({ cycle, rules }: ClearingHouseJson): string {
  const t = clearingTexts.use();
  const language = useLanguage();
  const nowMs = Number(useHead().block?.timeMs ?? 0);
  if (cycle.closedAtMs === null) return t("cycleOpen");
  const leftMs = Number(cycle.closedAtMs) + Number(rules.graceMs) - nowMs;
  return leftMs > 0 ? t("cycleClosed", { left: durationText(leftMs, language) }) : t("cycleDue");
}
