import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { LicenceJson } from "@sycee/protocol";
import { decimalOf, minorOf } from "../../components/money.ts";
import { supervisionTexts } from "./supervision-texts.ts";

interface LimitFormOptions {
  readonly licence: LicenceJson;
  readonly done: (limitMinor: bigint | undefined) => unknown;
  readonly cancel: () => void;
}

/** Asks what a holder may have outstanding; nothing means without limit. */
export function LimitForm({ licence, done, cancel }: LimitFormOptions) {
  const t = supervisionTexts.use();
  const decimals = licence.decimals ?? 0;
  const form = useForm({
    initialValues: { limit: licence.limitMinor === null ? "" : decimalOf(licence.limitMinor, decimals) },
    validate: { limit: (text) => (text.trim() === "" || minorOf(text, decimals) !== undefined ? null : t("limitWrong")) },
  });
  return (
    <form onSubmit={form.onSubmit(({ limit }) => void done(limit.trim() === "" ? undefined : minorOf(limit, decimals)))}>
      <Stack gap="sm">
        <TextInput
          label={`${t("limit")}${licence.unit === null ? "" : ` (${licence.unit})`}`}
          description={t("limitHelp")}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps("limit")}
        />
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
