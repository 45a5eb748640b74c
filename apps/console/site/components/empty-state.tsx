import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What is shown where there is nothing yet: what that means and what to do. */
export function EmptyState({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="sm">
        <Title order={3} size="h4" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center" maw={520} style={{ overflowWrap: "anywhere" }}>
          {text}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
