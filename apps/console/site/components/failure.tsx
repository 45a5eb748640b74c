import { Alert, Button, Group, Text } from "@mantine/core";
import { SyceeError } from "@sycee/sdk";
import { IconAlertTriangle } from "@tabler/icons-react";
import { componentTexts } from "./component-texts.ts";

/** What went wrong, in words, with its code where it has one, and a way on. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = componentTexts.use();
  const code = error instanceof SyceeError ? error.code : undefined;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={t("failed")} role="alert">
      <Text size="sm">{code !== undefined && isTold(code) ? t(code) : messageOf(error)}</Text>
      <Group mt="xs" gap="sm">
        {code === undefined ? null : (
          <Text size="xs" c="dimmed">
            {t("code", { code })}
          </Text>
        )}
        {retry === undefined ? null : (
          <Button size="xs" variant="default" onClick={retry}>
            {t("again")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

const TOLD = ["unreachable", "session_required", "not_yours", "history_not_kept"] as const;

/** Codes that the console has words of its own for. */
function isTold(code: string): code is (typeof TOLD)[number] {
  return (TOLD as readonly string[]).includes(code);
}

/** An error in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
