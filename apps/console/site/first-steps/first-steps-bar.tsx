import { ActionIcon, Group, Paper, Text, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useRouterState } from "@tanstack/react-router";
import { StepMark } from "./first-steps-card.tsx";
import { firstStepsTexts } from "./first-steps-texts.ts";
import { putAway, useProgress } from "./progress.ts";
import { useFirstSteps } from "./use-first-steps.ts";

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
          {steps.map(({ title, isDone, go }, place) => (
            <UnstyledButton
              key={title}
              className="first-step"
              disabled={go === undefined}
              aria-current={place === next ? "step" : undefined}
              onClick={go}
            >
              <Group gap={6} wrap="nowrap">
                <StepMark place={place} isDone={isDone} />
                <Text size="sm" span fw={place === next ? 600 : 400} c={go === undefined ? "dimmed" : undefined}>
                  {title}
                </Text>
              </Group>
            </UnstyledButton>
          ))}
        </Group>
        <ActionIcon variant="subtle" color="gray" aria-label={t("away")} onClick={putAway}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
