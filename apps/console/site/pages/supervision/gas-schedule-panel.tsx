import { SimpleGrid, Skeleton } from "@mantine/core";
import type { Address } from "@sycee/protocol";
import { announceGasSchedule, FRAMEWORK, oversight, readResource, withdrawGasSchedule } from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { client } from "../../app/client.ts";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { useLive } from "../../live/use-live.ts";
import { gasScheduleTexts } from "./gas-schedule-texts.ts";

const REFRESH_MS = 5_000;
/** Of a chain that has announced none. */
const FIRST_VERSION = 1n;
/** What a form begins with: ten times the notice that the ledger asks for, so that there is time to update nodes. */
const AHEAD_BLOCKS = 1_000n;
/** Acts of a supervisor ask for no amounts. */
const NO_MONEY = { unit: "", decimals: 0 };

/** By which version of the gas schedule blocks are charged, and how supervisors announce another. */
export function GasSchedulePanel({ actor }: { readonly actor: Address | undefined }) {
  const t = gasScheduleTexts.use();
  const read = useLive(["gas-schedule"], readGasSchedule, REFRESH_MS);
  if (read.isPending) return <Skeleton height={170} />;
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  const { version, announced } = read.data;
  return (
    <Panel title={t("title")} text={t("text")} aside={actor === undefined ? null : <GasScheduleActs actor={actor} schedule={read.data} />}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <StatTile name={t("inForce")} value={t("version", { version: `${version}` })} />
        <StatTile
          name={t("announced")}
          value={
            announced === undefined
              ? t("nothing")
              : t("fromBlock", { version: `${announced.version}`, height: announced.fromHeight.toLocaleString("en") })
          }
        />
      </SimpleGrid>
    </Panel>
  );
}

type GasSchedule = Awaited<ReturnType<typeof readGasSchedule>>;

function GasScheduleActs({ actor, schedule }: { readonly actor: Address; readonly schedule: GasSchedule }) {
  const t = gasScheduleTexts.use();
  const act = useRowActs({ actor, money: NO_MONEY });
  const { version, height, announced } = schedule;
  const announce = act({
    label: t(announced === undefined ? "announce" : "announceAnother"),
    fields: {
      version: {
        kind: "whole",
        label: t("newVersion"),
        description: t("newVersionHelp", { version: `${version}` }),
        initial: `${announced?.version ?? version + 1n}`,
      },
      fromHeight: {
        kind: "whole",
        label: t("fromHeight"),
        description: t("fromHeightHelp", { height: height.toLocaleString("en") }),
        initial: `${announced?.fromHeight ?? height + AHEAD_BLOCKS}`,
      },
    },
    danger: t("announceDanger"),
    calls: (values) => [announceGasSchedule(values)],
  });
  const withdraw = act({ label: t("withdraw"), danger: t("withdrawDanger"), calls: () => [withdrawGasSchedule()] });
  return <PanelActs what={t("title")} acts={announced === undefined ? [announce] : [announce, withdraw]} />;
}

/** What is in force at the last block and what is announced for a later one. Throws `SyceeError`. */
async function readGasSchedule() {
  const [set, status] = await Promise.all([readResource(client, FRAMEWORK.oversight, oversight.gasScheduleType), client.status()]);
  const height = BigInt(status.height);
  if (set === undefined) return { height, version: FIRST_VERSION, announced: undefined };
  const isInForce = set.nextFrom <= height;
  const isAnnounced = !isInForce && set.next !== set.version;
  return {
    height,
    version: isInForce ? set.next : set.version,
    announced: isAnnounced ? { version: set.next, fromHeight: set.nextFrom } : undefined,
  };
}
