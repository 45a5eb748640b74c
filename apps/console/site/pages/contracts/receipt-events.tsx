import { Anchor, Code, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReceiptJson } from "@sycee/protocol";
import { Link } from "@tanstack/react-router";
import { contractsTexts } from "./contracts-texts.ts";

/** What a call told, after it is final. */
export function ReceiptEvents({ receipt }: { readonly receipt: ReceiptJson }) {
  const t = contractsTexts.use();
  return (
    <Paper withBorder p="md" component="section" aria-live="polite">
      <Stack gap="xs">
        <Title order={3} size="h5">
          {t("events")}
        </Title>
        <Text size="sm">{t("finalIn", { height: receipt.height, gas: receipt.gasUsed })}</Text>
        {receipt.events.length === 0 ? <Text size="sm">{t("noEvents")}</Text> : null}
        {receipt.events.slice(0, 100).map(({ type, fields }, place) => (
          <Stack key={`${place} ${type}`} gap={2}>
            <Text size="sm" className="identifier" fw={600} style={{ overflowWrap: "anywhere" }}>
              {type}
            </Text>
            <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {JSON.stringify(fields, undefined, 2)}
            </Code>
          </Stack>
        ))}
        <Anchor component={Link} to={`/explorer/transactions/${receipt.id}`} size="sm">
          {t("wholeReceipt")}
        </Anchor>
      </Stack>
    </Paper>
  );
}
