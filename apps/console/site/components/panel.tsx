import { Group, Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** A part of a page with its name, a word on what it is, and what stands beside the name. */
export function Panel({
  title,
  text,
  aside,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb={text === undefined ? "sm" : 4}>
        <Title order={3} size="h5">
          {title}
        </Title>
        {aside}
      </Group>
      {text === undefined ? null : (
        <Text size="sm" c="dimmed" mb="sm">
          {text}
        </Text>
      )}
      {children}
    </Paper>
  );
}
