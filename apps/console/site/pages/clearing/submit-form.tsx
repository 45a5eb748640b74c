import { Button, Group, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Address, ClearingHouseJson } from "@sycee/protocol";
import { type ClearingMode, CLEARING_MODE, CLEARING_PRIORITY, type ClearingPriority, submitPayment } from "@sycee/sdk";
import { usePerform } from "../../acting/acting.tsx";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { minorOf } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { clearingTexts } from "./clearing-texts.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";

const MODES = Object.keys(CLEARING_MODE) as readonly ClearingMode[];
const PRIORITIES = Object.keys(CLEARING_PRIORITY) as readonly ClearingPriority[];
const NO_ACCOUNT = /^\s*\d{1,9}\s*$/;

/** A payment of a customer of the participant as whom one acts, to a customer of another. */
export function SubmitForm({ house }: { readonly house: ClearingHouseJson }) {
  const t = clearingTexts.use();
  const { identity } = useIdentity();
  const isActive = house.participants.some(({ institution, status }) => status === "active" && institution === identity?.address);
  if (!isActive) return <EmptyState title={t("notParticipant")} text={t("notParticipantText")} />;
  return <SubmitFields key={identity?.address} house={house} own={identity?.address ?? ""} />;
}

function SubmitFields({ house, own }: { readonly house: ClearingHouseJson; readonly own: string }) {
  const t = clearingTexts.use();
  const perform = usePerform();
  const nameOf = useInstitutionNames();
  const { unit, decimals } = house;
  const account = (text: string) => (NO_ACCOUNT.test(text) ? null : t("accountWrong"));
  const form = useForm({
    initialValues: { from: "", payee: "", to: "", amount: "", mode: "net", priority: "normal" },
    validate: {
      from: account,
      to: account,
      payee: (payee) => (payee === "" ? t("institutionWrong") : null),
      amount: (text) => ((minorOf(text, decimals) ?? 0n) === 0n ? t("amountWrong", { decimals }) : null),
    },
  });
  const submit = async ({ from, payee, to, amount, mode, priority }: typeof form.values) => {
    const amountMinor = minorOf(amount, decimals);
    const chosenMode = MODES.find((name) => name === mode);
    const chosenPriority = PRIORITIES.find((name) => name === priority);
    if (amountMinor === undefined || chosenMode === undefined || chosenPriority === undefined) return;
    const payment = { fromAccount: Number(from), payee: payee as Address, toAccount: Number(to), amountMinor };
    const receipt = await perform({
      title: t("payTitle", { name: nameOf(payee) }),
      rows: [
        { name: t("amount"), value: <Amount minor={amountMinor} unit={unit} decimals={decimals} /> },
        { name: t("payer"), value: `${nameOf(own)}, ${t("account", { number: from.trim() })}` },
        { name: t("payee"), value: `${nameOf(payee)}, ${t("account", { number: to.trim() })}` },
        { name: t("mode"), value: t(chosenMode) },
        { name: t("priority"), value: t(chosenPriority) },
      ],
      calls: [submitPayment({ house: house.address as Address, mode: chosenMode, priority: chosenPriority, ...payment })],
    });
    if (receipt !== undefined) form.setFieldValue("amount", "");
  };
  const others = house.participants.filter(({ institution, status }) => status === "active" && institution !== own);
  return (
    <Panel title={t("submit")} text={t("submitText")}>
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm" maw={640}>
          <TextInput label={t("fromAccount")} inputMode="numeric" autoComplete="off" {...form.getInputProps("from")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select
              label={t("toInstitution")}
              data={others.map(({ institution }) => ({ value: institution, label: nameOf(institution) }))}
              {...form.getInputProps("payee")}
            />
            <TextInput label={t("toAccount")} inputMode="numeric" autoComplete="off" {...form.getInputProps("to")} />
          </SimpleGrid>
          <TextInput label={`${t("amount")} (${unit})`} inputMode="decimal" autoComplete="off" {...form.getInputProps("amount")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select
              label={t("mode")}
              data={MODES.map((value) => ({ value, label: t(value) }))}
              allowDeselect={false}
              {...form.getInputProps("mode")}
            />
            <Select
              label={t("priority")}
              data={PRIORITIES.map((value) => ({ value, label: t(value) }))}
              allowDeselect={false}
              {...form.getInputProps("priority")}
            />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button type="submit">{t("goOn")}</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
