import { Button, Group, SimpleGrid, Stack, Text, ThemeIcon, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Panel } from "../components/panel.tsx";
import { firstStepsTexts } from "./first-steps-texts.ts";
import type { FirstStep } from "./use-first-steps.ts";

/** Leads a newcomer through issuing, paying and checking a proof. */
export function FirstStepsCard({ steps }: { readonly steps: readonly FirstStep[] }) {
  const t = firstStepsTexts.use();
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <Panel title={t("title")} text={t("text")}>
      <SimpleGrid component="ol" cols={{ base: 1, sm: 3 }} p={0} m={0} style={{ listStyle: "none" }}>
        {steps.map(({ title, text, button, isDone, go }, place) => (
          <Stack component="li" key={title} gap={6} align="flex-start" justify="space-between">
            <Stack gap={4}>
              <Group gap={8} wrap="nowrap">
                <StepMark place={place} isDone={isDone} />
                <Text fw={600}>{title}</Text>
              </Group>
              <Text size="sm" c="dimmed">
                {text}
              </Text>
            </Stack>
            <Button size="xs" variant={place === next ? "filled" : "default"} disabled={go === undefined} onClick={go}>
              {button}
            </Button>
          </Stack>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

/** The number of a step, or that it is done. */
export function StepMark({ place, isDone }: { readonly place: number; readonly isDone: boolean }) {
  const t = firstStepsTexts.use();
  return (
    <ThemeIcon size="sm" radius="xl" variant="light" color={isDone ? "teal" : "ingot"}>
      {isDone ? <IconCheck size={14} aria-hidden /> : <span aria-hidden>{place + 1}</span>}
      {isDone ? <VisuallyHidden>{t("isDone")}</VisuallyHidden> : null}
    </ThemeIcon>
  );
}
