import { Button, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { useIsActing } from "../../acting/act-form.tsx";
import { useIsActShown } from "../../acting/acting.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Bank } from "./central-bank-page.tsx";
import { readReserveSchedule } from "./read-reserve-schedule.ts";
import { ReserveScheduleForm } from "./reserve-schedule-form.tsx";
import { reserveScheduleTexts } from "./reserve-schedule-texts.ts";
import { ReserveStepsTable } from "./reserve-steps-table.tsx";
import type { ReserveSchedule } from "./reserve-steps.ts";

/** It is read with a proof. */
const REFRESH_MS = 5_000;

/** How much e-money of the first mode has to lie at a central bank, by date, and how that is changed. */
export function ReserveSchedulePanel({ bank }: { readonly bank: Bank }) {
  const t = reserveScheduleTexts.use();
  const read = useLive(["reserve-schedule", bank.address], () => readReserveSchedule(bank), REFRESH_MS);
  if (read.isPending) return <Skeleton height={160} />;
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  const { fixed, later } = read.data;
  return (
    <Panel title={t("title")} text={t("text")} aside={<ChangeButton bank={bank} schedule={read.data} />}>
      {fixed.length + later.length === 0 ? (
        <Text size="sm">{t("none")}</Text>
      ) : (
        <ReserveStepsTable schedule={read.data} later={later} caption={t("title")} />
      )}
    </Panel>
  );
}

function ChangeButton({ bank, schedule }: { readonly bank: Bank; readonly schedule: ReserveSchedule }) {
  const t = reserveScheduleTexts.use();
  const isActing = useIsActing(bank.address);
  const isActShown = useIsActShown();
  /** As it was when somebody began to change it: what is typed does not move. */
  const [begun, setBegun] = useState<ReserveSchedule>();
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState(0);
  const begin = () => {
    setBegun(schedule);
    setNumber(number + 1);
    setOpen(true);
  };
  return (
    <>
      <Button variant="default" size="xs" onClick={begin} disabled={!isActing}>
        {t(schedule.earliestMs === undefined ? "setFirst" : "change")}
      </Button>
      <Dialog opened={isOpen && !isActShown} keepMounted onClose={() => setOpen(false)} title={t("changeTitle")} size="lg">
        {begun === undefined ? null : <ReserveScheduleForm key={number} bank={bank} schedule={begun} done={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}
