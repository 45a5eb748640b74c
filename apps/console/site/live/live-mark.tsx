import { Badge, Group, Text, Tooltip } from "@mantine/core";
import { shellTexts } from "../app/shell-texts.ts";
import { useHead } from "./head.ts";

/** Whether the ledger is heard, at which block it is, and how busy. */
export function LiveMark() {
  const t = shellTexts.use();
  const { block, connected, perSecond } = useHead();
  return (
    <Group gap={6} wrap="nowrap" role="status">
      <Tooltip label={t(connected ? "connected" : "lost")}>
        <Badge variant="dot" color={connected ? "teal" : "red"} size="lg" radius="sm" miw={96}>
          {connected ? t("block", { height: block?.height ?? "…" }) : "—"}
        </Badge>
      </Tooltip>
      {connected ? null : (
        <Text size="xs" c="red" visibleFrom="sm">
          {t("lost")}
        </Text>
      )}
      {connected ? (
        <Text size="xs" c="dimmed" className="figures" visibleFrom="md" miw={70}>
          {t("perSecond", { rate: perSecond })}
        </Text>
      ) : null}
    </Group>
  );
}
