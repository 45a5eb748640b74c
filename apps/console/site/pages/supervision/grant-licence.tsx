import { Autocomplete, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { LICENCE_KINDS } from "@sycee/protocol";
import { grantLicence } from "@sycee/sdk";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoney, minorOf } from "../../components/money.ts";
import { useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import { supervisionTexts } from "./supervision-texts.ts";

interface LicensedUnit {
  readonly number: number;
  readonly code: string;
  readonly decimals: number;
}

/** Lets somebody act as an institution. */
export function GrantLicence({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const t = supervisionTexts.use();
  return (
    <Dialog opened={opened} onClose={close} title={t("grant")}>
      <GrantForm close={close} />
    </Dialog>
  );
}

function GrantForm({ close }: { readonly close: () => void }) {
  const t = supervisionTexts.use();
  const language = useLanguage();
  const names = useNames();
  const perform = usePerform();
  const units = useLive(["licensed-units"], licensedUnits);
  const unitOf = (number: string) => units.data?.find((unit) => `${unit.number}` === number);
  const form = useForm({
    initialValues: { holder: "", kind: "bank", unit: "1", limit: "" },
    validate: {
      holder: (holder) => (names.find(holder) === undefined ? t("holderWrong") : null),
      limit: (text, { unit }) => (text.trim() === "" || minorOf(text, unitOf(unit)?.decimals ?? 0) !== undefined ? null : t("limitWrong")),
    },
  });
  const submit = async (values: typeof form.values) => {
    const holder = names.find(values.holder);
    const kind = LICENCE_KINDS.find((candidate) => candidate === values.kind);
    if (holder === undefined || kind === undefined) return;
    const unit = unitOf(values.unit);
    const limitMinor = values.limit.trim() === "" ? undefined : minorOf(values.limit, unit?.decimals ?? 0);
    close();
    await perform({
      title: t("grantTo", { name: names.of(holder) ?? values.holder, kind: t(kind) }),
      rows: [
        { name: t("holder"), value: <Holder address={holder} what={t("address")} /> },
        { name: t("unit"), value: unit?.code ?? t("noUnit") },
        {
          name: t("limit"),
          value:
            limitMinor === undefined
              ? t("noLimit")
              : formatMoney(limitMinor, { unit: unit?.code ?? "", decimals: unit?.decimals ?? 0 }, language),
        },
      ],
      calls: [grantLicence({ holder, kind, unit: unit?.number ?? 0, limitMinor })],
    });
  };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <Autocomplete
          label={t("holder")}
          description={t("holderHelp")}
          data={[...new Set(names.all.map(({ name }) => name))]}
          limit={12}
          data-autofocus
          {...form.getInputProps("holder")}
        />
        <Select
          label={t("kind")}
          data={LICENCE_KINDS.map((kind) => ({ value: kind, label: t(kind) }))}
          allowDeselect={false}
          {...form.getInputProps("kind")}
        />
        <Select
          label={t("unit")}
          data={[
            ...(units.data ?? []).map(({ number, code }) => ({ value: `${number}`, label: code })),
            { value: "0", label: t("noUnit") },
          ]}
          allowDeselect={false}
          {...form.getInputProps("unit")}
        />
        <TextInput
          label={t("limit")}
          description={t("limitHelp")}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps("limit")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("cancel")}
          </Button>
          <Button type="submit">{t("goOn")}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Units for which somebody has a licence: every unit with a central bank is among them. */
async function licensedUnits(): Promise<readonly LicensedUnit[]> {
  const { licences } = await client.economy.licences({ kind: "centralBank" });
  const units = licences.flatMap(({ unitNumber: number, unit: code, decimals }) =>
    code === null || decimals === null ? [] : [{ number, code, decimals }],
  );
  return [...new Map(units.map((unit) => [unit.number, unit])).values()];
}
