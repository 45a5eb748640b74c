import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { RESERVE_SCHEDULE_2018, type ReserveStep, setReserveSchedule } from "@sycee/sdk";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useIsActing } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { useLanguage } from "../../app/texts.ts";
import { formatPercent } from "../../components/percent.ts";
import type { Bank } from "./central-bank-page.tsx";
import { ReserveStepsTable } from "./reserve-steps-table.tsx";
import { dayIn, firstDayFrom, type ReserveSchedule } from "./reserve-steps.ts";
import { reserveScheduleTexts } from "./reserve-schedule-texts.ts";
import { faultOfStep, nextStep, stepsOf, type TypedStep, typedOf } from "./typed-step.ts";

interface FormOptions {
  readonly bank: Bank;
  readonly schedule: ReserveSchedule;
  readonly done: () => void;
}

/** Asks for the steps to come, beginning with those that are set, and has the whole list signed. */
export function ReserveScheduleForm({ bank, schedule, done }: FormOptions) {
  const t = reserveScheduleTexts.use();
  const perform = usePerform();
  const isActing = useIsActing(bank.address);
  const [typed, setTyped] = useState<readonly TypedStep[]>(() => schedule.later.map((step) => typedOf(step, schedule)));
  const [isAsked, setAsked] = useState(false);
  const { earliestMs, zoneOffsetMinutes } = schedule;
  const earliest = earliestMs === undefined ? undefined : firstDayFrom(earliestMs, zoneOffsetMinutes);
  const submit = async () => {
    setAsked(true);
    const steps = stepsOf(typed, schedule);
    if (steps === undefined) return;
    const receipt = await perform({
      title: t("changeTitle"),
      rows: [{ name: t("stays"), value: <StayingText schedule={schedule} /> }],
      details: <ReserveStepsTable schedule={schedule} later={steps} caption={t("schedule")} />,
      danger: t("danger"),
      calls: [setReserveSchedule({ steps })],
    });
    if (receipt !== undefined) done();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{earliest === undefined ? t("firstText") : t("changeText", { day: earliest })}</Text>
        {typed.map((step, place) => (
          <StepFields
            key={step.key}
            number={place + 1}
            step={step}
            earliest={earliest}
            fault={isAsked ? faultOfStep(step, typed, schedule) : undefined}
            changed={(to) => setTyped(typed.map((each) => (each.key === step.key ? { ...each, ...to } : each)))}
            remove={() => setTyped(typed.filter(({ key }) => key !== step.key))}
          />
        ))}
        <Group gap="xs">
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setTyped([...typed, nextStep(typed, schedule)])}>
            {t("add")}
          </Button>
          {earliestMs === undefined ? (
            <Button variant="subtle" onClick={() => setTyped(RESERVE_SCHEDULE_2018.map((step) => typedOf(step, schedule)))}>
              {t("like2018")}
            </Button>
          ) : null}
        </Group>
        <Group justify="flex-end">
          <Button type="submit" disabled={!isActing || (earliestMs === undefined && typed.length === 0)}>
            {t("goOn")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function StayingText({ schedule: { fixed, zoneOffsetMinutes } }: { readonly schedule: ReserveSchedule }) {
  const t = reserveScheduleTexts.use();
  const language = useLanguage();
  const text = ({ fromMs, shareBps }: ReserveStep) => `${dayIn(fromMs, zoneOffsetMinutes)}: ${formatPercent(shareBps, language)}`;
  return <>{fixed.length === 0 ? t("nothingStays") : fixed.map(text).join("; ")}</>;
}

function StepFields({
  number,
  step,
  earliest,
  fault,
  changed,
  remove,
}: {
  readonly number: number;
  readonly step: TypedStep;
  readonly earliest: string | undefined;
  readonly fault: ReturnType<typeof faultOfStep>;
  readonly changed: (to: Partial<TypedStep>) => void;
  readonly remove: () => void;
}) {
  const t = reserveScheduleTexts.use();
  const isOfShare = fault === "wrongShare";
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        label={t("fromOf", { number })}
        inputMode="numeric"
        autoComplete="off"
        value={step.day}
        onChange={(event) => changed({ day: event.currentTarget.value })}
        error={fault === undefined || isOfShare ? undefined : t(fault, { day: earliest ?? "" })}
        style={{ flex: 1 }}
      />
      <TextInput
        label={t("shareOf", { number })}
        value={step.share}
        onChange={(event) => changed({ share: event.currentTarget.value })}
        inputMode="decimal"
        autoComplete="off"
        error={isOfShare ? t("wrongShare") : undefined}
        style={{ flex: 1 }}
      />
      <ActionIcon variant="subtle" color="gray" size={36} mt={24} aria-label={t("remove", { number })} onClick={remove}>
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
