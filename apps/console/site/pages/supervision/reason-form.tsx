import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { supervisionTexts } from "./supervision-texts.ts";

/** The ledger takes no longer reasons, in bytes of UTF-8. */
const MOST_BYTES = 256;

interface ReasonFormOptions {
  readonly done: (reason: string) => unknown;
  readonly cancel: () => void;
}

/** Asks why something is done. */
export function ReasonForm({ done, cancel }: ReasonFormOptions) {
  const t = supervisionTexts.use();
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (reason) => (isReason(reason) ? null : t("reasonWrong")) },
  });
  return (
    <form onSubmit={form.onSubmit(({ reason }) => void done(reason.trim()))}>
      <Stack gap="sm">
        <Textarea label={t("reason")} description={t("reasonHelp")} autosize minRows={2} data-autofocus {...form.getInputProps("reason")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={cancel}>
            {t("cancel")}
          </Button>
          <Button type="submit">{t("goOn")}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Whether a text can stand on the ledger as a reason: 1 to 256 bytes of UTF-8. */
export function isReason(text: string): boolean {
  const bytes = new TextEncoder().encode(text.trim()).length;
  return bytes > 0 && bytes <= MOST_BYTES;
}
