import { Autocomplete, Button, Group, NumberInput, SegmentedControl, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { freezeCustomer, freezeWallet } from "@sycee/sdk";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { Holder } from "../../components/holder.tsx";
import { formatDayOf } from "../../components/moment.ts";
import type { Identity } from "../../identity/identity.ts";
import { type Names, useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import type { Authority } from "./authority.ts";
import { isReason } from "./reason-form.tsx";
import { supervisionTexts } from "./supervision-texts.ts";
import { warrantTexts } from "./warrant-texts.ts";

const DAY_MS = 86_400_000;
const ROLES = { supervisor: "supervisor", investigator: "investigating authority" } as const;

interface FreezeFormOptions {
  readonly identity: Identity;
  readonly authority: Exclude<Authority, undefined>;
  readonly close: () => void;
  readonly holder: string;
}

/** What is frozen, why and until when. Both authorities sign: this one first, the other by a link. */
export function FreezeForm({ identity, authority, close, holder }: FreezeFormOptions) {
  const t = warrantTexts.use();
  const general = supervisionTexts.use();
  const names = useNames();
  const perform = usePerform();
  const instruments = useLive(["instruments"], () => client.instruments());
  const form = useForm({
    initialValues: {
      what: "wallet",
      holder,
      instrument: "",
      account: "",
      days: 30 as number | string,
      reason: "",
      other: otherOf(authority, names),
    },
    validate: {
      holder: (text) => (names.find(text) === undefined ? general("holderWrong") : null),
      account: (text, { what }) => (what === "wallet" || /^\d{1,9}$/.test(text) ? null : t("accountWrong")),
      instrument: (text, { what }) => (what === "wallet" || text !== "" ? null : t("instrument")),
      days: (days) => (Number(days) >= 1 && Number(days) <= 366 ? null : t("daysWrong")),
      reason: (reason) => (isReason(reason) ? null : general("reasonWrong")),
      other: (text) => {
        const other = names.find(text);
        return other === undefined ? general("holderWrong") : other === identity.address ? t("other") : null;
      },
    },
  });
  const submit = async (values: typeof form.values) => {
    const [owner, other] = [names.find(values.holder), names.find(values.other)];
    if (owner === undefined || other === undefined) return;
    const untilMs = BigInt((await client.status()).timeMs) + BigInt(Math.round(Number(values.days) * DAY_MS));
    const reason = values.reason.trim();
    // The current identity signs first; who asks and who approves are places among the signers.
    const [requester, approver] = authority === "investigator" ? [0, 1] : [1, 0];
    const terms = { requester, approver, reason, untilMs };
    const name = names.of(owner) ?? values.holder;
    const account = Number(values.account);
    close();
    await perform({
      title: values.what === "wallet" ? t("freezeWallet", { name }) : t("freezeAccount", { name, account }),
      rows: [
        { name: values.what === "wallet" ? t("holder") : t("institution"), value: <Holder address={owner} what={general("address")} /> },
        { name: t("until"), value: formatDayOf(untilMs) },
        { name: general("reason"), value: reason },
        {
          name: t(authority === "investigator" ? "supervisorToo" : "investigatorToo"),
          value: <Holder address={other} what={general("address")} />,
        },
      ],
      danger: t("freezeDanger"),
      calls: [
        values.what === "wallet"
          ? freezeWallet({ ...terms, owner })
          : freezeCustomer({ ...terms, institution: owner, instrument: Number(values.instrument), account }),
      ],
      others: [other],
    });
  };
  const known = [...new Set(names.all.map((each) => each.name))];
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t("what")}
          data={[
            { value: "wallet", label: t("aWallet") },
            { value: "account", label: t("anAccount") },
          ]}
          {...form.getInputProps("what")}
        />
        <Autocomplete
          label={t(form.values.what === "wallet" ? "holder" : "institution")}
          description={general("holderHelp")}
          data={known}
          limit={12}
          {...form.getInputProps("holder")}
        />
        {form.values.what === "wallet" ? null : (
          <Group grow align="flex-start">
            <Select
              label={t("instrument")}
              data={(instruments.data ?? []).map(({ instrument, symbol }) => ({ value: `${instrument}`, label: symbol }))}
              {...form.getInputProps("instrument")}
            />
            <TextInput label={t("accountNumber")} inputMode="numeric" autoComplete="off" {...form.getInputProps("account")} />
          </Group>
        )}
        <NumberInput label={t("days")} min={1} max={366} {...form.getInputProps("days")} />
        <Textarea label={general("reason")} description={general("reasonHelp")} autosize minRows={2} {...form.getInputProps("reason")} />
        <Autocomplete
          label={t(authority === "investigator" ? "supervisorToo" : "investigatorToo")}
          description={general("holderHelp")}
          data={known}
          limit={12}
          {...form.getInputProps("other")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {general("cancel")}
          </Button>
          <Button type="submit">{general("goOn")}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The name of the first of the other kind of authority that is known here; nothing where none is. */
function otherOf(authority: FreezeFormOptions["authority"], names: Names): string {
  const wanted = ROLES[authority === "investigator" ? "supervisor" : "investigator"];
  return names.all.find(({ role }) => role === wanted)?.name ?? "";
}
