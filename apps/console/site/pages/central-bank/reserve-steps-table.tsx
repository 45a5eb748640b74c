import { Badge, Table } from "@mantine/core";
import type { ReserveStep } from "@sycee/sdk";
import { useLanguage } from "../../app/texts.ts";
import { formatPercent } from "../../components/percent.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { dayIn, type ReserveSchedule } from "./reserve-steps.ts";
import { reserveScheduleTexts } from "./reserve-schedule-texts.ts";

/** In pixels. */
const HEIGHT = 340;

/** The steps of a schedule: those that stay, and those to come. */
export function ReserveStepsTable({
  schedule: { fixed, nowMs, zoneOffsetMinutes },
  later,
  caption,
}: {
  readonly schedule: ReserveSchedule;
  readonly later: readonly ReserveStep[];
  readonly caption: string;
}) {
  const t = reserveScheduleTexts.use();
  const language = useLanguage();
  const holding = [...fixed, ...later].findLast(({ fromMs }) => fromMs <= nowMs);
  return (
    <WideTable
      minWidth={320}
      maxHeight={HEIGHT}
      caption={caption}
      columns={[{ label: t("from") }, { label: t("share"), isFigure: true }, { label: t("state") }]}
    >
      <Table.Tbody>
        {[...fixed, ...later].map((step) => {
          const isOver = step !== holding && step.fromMs <= nowMs;
          const state = step === holding ? "holds" : isOver ? "over" : fixed.includes(step) ? "promised" : "later";
          return (
            <Table.Tr key={`${step.fromMs}`}>
              <Table.Td className="figures" style={{ whiteSpace: "nowrap" }}>
                {dayIn(step.fromMs, zoneOffsetMinutes)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {formatPercent(step.shareBps, language)}
              </Table.Td>
              <Table.Td>
                <Badge variant="light" miw="max-content" color={state === "holds" ? "teal" : state === "promised" ? "blue" : "gray"}>
                  {t(state)}
                </Badge>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </WideTable>
  );
}
