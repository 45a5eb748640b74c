import { ActionIcon, Button, Group, Paper, Text, UnstyledButton } from "@mantine/core";
import { IconArrowRight, IconX } from "@tabler/icons-react";
import { useRouterState } from "@tanstack/react-router";
import { StepMark } from "./first-steps-card.tsx";
import { firstStepsTexts } from "./first-steps-texts.ts";
import { putAway, useProgress } from "./progress.ts";
import { type FirstStep, useFirstSteps } from "./use-first-steps.ts";

/** The first steps above every page but the overview, once they were begun: the next is one press away. */
export function FirstStepsBar() {
  const { isBegun } = useProgress();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return isBegun && path !== "/" ? <Bar /> : null;
}

function Bar() {
  const t = firstStepsTexts.use();
  const steps = useFirstSteps();
  if (steps === undefined || steps.length === 0) return null;
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <Paper component="nav" aria-label={t("title")} withBorder px="sm" py={6} mb="md">
      <Group gap="md" justify="space-between" wrap="nowrap">
        <Group gap="md" style={{ rowGap: 4 }}>
          {steps.map((step, place) => (
            <StepButton key={step.title} step={step} place={place} isNext={place === next} />
          ))}
        </Group>
        <ActionIcon variant="subtle" color="gray" aria-label={t("away")} onClick={putAway}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </Paper>
  );
}

/** What is to be done next looks like what it is, a button; the other steps are there to be looked at again. */
function StepButton({
  step: { title, isDone, go },
  place,
  isNext,
}: {
  readonly step: FirstStep;
  readonly place: number;
  readonly isNext: boolean;
}) {
  if (isNext && go !== undefined) {
    return (
      <Button size="compact-sm" aria-current="step" rightSection={<IconArrowRight size={14} />} onClick={go}>
        {title}
      </Button>
    );
  }
  return (
    <UnstyledButton className="first-step" disabled={go === undefined} aria-current={isNext ? "step" : undefined} onClick={go}>
      <Group gap={6} wrap="nowrap">
        <StepMark place={place} isDone={isDone} />
        <Text size="sm" span c={go === undefined ? "dimmed" : undefined}>
          {title}
        </Text>
      </Group>
    </UnstyledButton>
  );
}
