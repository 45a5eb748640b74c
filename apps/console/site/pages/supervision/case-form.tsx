import { Autocomplete, Button, Group, Paper, SegmentedControl, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { CaseJson } from "@sycee/protocol";
import type { CaseActRequest } from "@sycee/sdk";
import { useState } from "react";
import { Failure } from "../../components/failure.tsx";
import { useNames } from "../../identity/names.ts";
import type { CurrentReadSession } from "../../identity/read-session.ts";
import { addressOf } from "./alert-party.tsx";
import { alertTexts } from "./alert-texts.ts";
import { supervisionTexts } from "./supervision-texts.ts";

type ActName = CaseActRequest["act"];

/** What can be done with a case as it stands. */
const ACTS: Readonly<Record<CaseJson["state"], readonly ActName[]>> = {
  open: ["note", "dismiss", "refer"],
  dismissed: ["note", "reopen"],
  referred: ["note"],
};
const MOST_CHARACTERS = 2_000;

interface CaseFormOptions {
  readonly file: CaseJson;
  readonly current: CurrentReadSession;
  readonly changed: () => void;
}

/** Acts on a case: the node writes down who, when and why. */
export function CaseForm({ file, current, changed }: CaseFormOptions) {
  const t = alertTexts.use();
  const general = supervisionTexts.use();
  const names = useNames();
  const [failure, setFailure] = useState<unknown>();
  // A warrant on a customer's account is one on its institution's.
  const subject = addressOf(file.alert?.subjects[0] ?? "");
  const form = useForm({
    initialValues: { act: "note" as ActName, text: "", party: names.of(subject) ?? subject, number: "" },
    validate: {
      text: (text) => (text.trim() === "" || text.trim().length > MOST_CHARACTERS ? t("textWrong") : null),
      party: (party, { act }) => (act !== "refer" || names.find(party) !== undefined ? null : general("holderWrong")),
      number: (number, { act }) => (act !== "refer" || /^\d{1,18}$/.test(number.trim()) ? null : t("numberWrong")),
    },
  });
  const acts = ACTS[file.state];
  const chosen = acts.find((act) => act === form.values.act) ?? "note";
  const submit = async ({ text, party, number }: typeof form.values) => {
    const words = text.trim();
    const request: CaseActRequest =
      chosen === "refer"
        ? { act: chosen, text: words, warrant: { number: number.trim(), party: names.find(party) ?? party } }
        : { act: chosen, text: words };
    setFailure(undefined);
    try {
      await current.read((session) => session.actOnCase(file.id, request));
      form.setValues({ act: "note", text: "" });
      changed();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t("actTitle")}>
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <Title order={3} size="h5">
            {t("actTitle")}
          </Title>
          <SegmentedControl
            aria-label={t("actTitle")}
            data={acts.map((act) => ({ value: act, label: t(act) }))}
            value={chosen}
            onChange={(value) => form.setFieldValue("act", acts.find((act) => act === value) ?? "note")}
          />
          {chosen === "refer" ? (
            <>
              <Text size="sm" c="dimmed">
                {t("referHelp")}
              </Text>
              <Group grow align="flex-start">
                <Autocomplete
                  label={t("party")}
                  data={[...new Set(names.all.map(({ name }) => name))]}
                  limit={12}
                  {...form.getInputProps("party")}
                />
                <TextInput label={t("number")} inputMode="numeric" autoComplete="off" {...form.getInputProps("number")} />
              </Group>
            </>
          ) : null}
          <Textarea label={t("text")} autosize minRows={2} {...form.getInputProps("text")} />
          {failure === undefined ? null : <Failure error={failure} />}
          <Group justify="flex-end">
            <Button type="submit" loading={form.submitting} color={chosen === "dismiss" ? "red" : undefined}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
