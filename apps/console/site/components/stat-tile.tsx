import { Paper, Skeleton, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** One figure with its name, and a word on what it is. */
export function StatTile({ name, value, note }: { readonly name: string; readonly value: ReactNode | undefined; readonly note?: string }) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      {value === undefined ? (
        <Skeleton height={28} mt={6} width="70%" />
      ) : (
        <Text size="xl" fw={650} className="figures" lh={1.5} style={{ overflowWrap: "anywhere" }}>
          {value}
        </Text>
      )}
      {note === undefined ? null : (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Paper>
  );
}
