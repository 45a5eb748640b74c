import { Button, Group, NumberInput, Paper, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { InstrumentJson } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Failure } from "../../components/failure.tsx";
import { formatMoment } from "../../components/moment.ts";
import { amountFault, formatMoney, minorOf } from "../../components/money.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useNames } from "../../identity/names.ts";
import { isCity, isCountry, lastPlace, type MerchantPlace, placeInCode, rememberPlace } from "./merchant-place.ts";
import { newRequest, type ShownRequest } from "./request-code.ts";
import { ShownCode } from "./shown-code.tsx";
import { walletTexts } from "./wallet-texts.ts";

/** A leap year of them. */
const MOST_MINUTES = 527_040;

interface RequestOptions {
  readonly payee: string;
  /** What stands in the form at first. */
  readonly amount: string;
  /** The request whose code is shown instead of the form. */
  readonly shown: ShownRequest | undefined;
  readonly show: (shown: ShownRequest | undefined) => void;
}

/** Asks for a payment by a code that can be paid once. */
export function RequestForm({ payee, amount, shown, show }: RequestOptions) {
  const instruments = useQuery({ queryKey: ["cash-instruments"], queryFn: cashInstruments, staleTime: 60_000 });
  if (instruments.isPending) return <PageSkeleton />;
  if (instruments.isError) return <Failure error={instruments.error} retry={() => void instruments.refetch()} />;
  if (shown !== undefined) return <ShownCode key={shown.request} shown={shown} another={() => show(undefined)} />;
  return <RequestFields payee={payee as Identity["address"]} amount={amount} instruments={instruments.data} made={show} />;
}

interface FieldsOptions {
  readonly payee: Identity["address"];
  readonly amount: string;
  readonly instruments: readonly InstrumentJson[];
  readonly made: (shown: ShownRequest) => void;
}

function RequestFields({ payee, amount, instruments, made }: FieldsOptions) {
  const t = walletTexts.use();
  const names = useNames();
  const ask = useAsk(payee, made);
  const [failure, setFailure] = useState<unknown>();
  const chosen = (number: string) => instruments.find(({ instrument }) => `${instrument}` === number) ?? instruments[0];
  const form = useForm({
    initialValues: {
      amount,
      name: (names.of(payee) ?? "").slice(0, 25),
      nameZh: "",
      ...lastPlace(),
      reference: "",
      minutes: 15,
      instrument: `${instruments[0]?.instrument ?? ""}`,
    },
    validate: {
      amount: (text, { instrument }) => {
        const decimals = chosen(instrument)?.decimals ?? 2;
        const fault = amountFault(text, decimals);
        return fault === undefined || fault === "amountMissing" ? null : t(fault, { decimals });
      },
      name: (name) => (/^[ -~]{1,25}$/.test(name.trim()) ? null : t("latin")),
      city: (city) => (isCity(city.trim()) ? null : t("cityWrong")),
      country: (country) => (isCountry(country.trim().toUpperCase()) ? null : t("countryWrong")),
      reference: (reference) => (/^[ -~]{0,25}$/.test(reference) ? null : t("latin")),
      minutes: (minutes) => (isMinutes(minutes) ? null : t("minutesWrong", { most: MOST_MINUTES })),
    },
  });
  const submit = async (values: RequestValues) => {
    const instrument = chosen(values.instrument);
    if (instrument === undefined) return;
    setFailure(undefined);
    try {
      await ask(values, instrument);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Paper withBorder p="md" maw={560}>
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput label={t("anyAmount")} inputMode="decimal" autoComplete="off" {...form.getInputProps("amount")} />
            <Select
              label={t("paidIn")}
              data={instruments.map(({ instrument, symbol }) => ({ value: `${instrument}`, label: symbol }))}
              allowDeselect={false}
              {...form.getInputProps("instrument")}
            />
          </Group>
          <TextInput label={t("merchantName")} description={t("latin")} {...form.getInputProps("name")} />
          <TextInput label={t("merchantNameZh")} maxLength={25} {...form.getInputProps("nameZh")} />
          <Group grow align="flex-start">
            <TextInput label={t("city")} autoComplete="address-level2" {...form.getInputProps("city")} />
            <TextInput label={t("country")} maxLength={2} autoComplete="country" {...form.getInputProps("country")} />
          </Group>
          <TextInput label={t("reference")} {...form.getInputProps("reference")} />
          <NumberInput
            label={t("minutes")}
            min={1}
            max={MOST_MINUTES}
            clampBehavior="none"
            allowDecimal={false}
            {...form.getInputProps("minutes")}
          />
          {failure === undefined ? null : <Failure error={failure} />}
          <Group justify="flex-end">
            <Button type="submit">{t("makeCode")}</Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

interface RequestValues extends MerchantPlace {
  readonly amount: string;
  readonly name: string;
  readonly nameZh: string;
  readonly reference: string;
  readonly minutes: number;
  readonly instrument: string;
}

/** Puts a request on the ledger once the payee agreed, and then tells what to show. */
function useAsk(payee: Identity["address"], made: (shown: ShownRequest) => void) {
  const t = walletTexts.use();
  const language = useLanguage();
  const perform = usePerform();
  return async (values: RequestValues, instrument: InstrumentJson): Promise<void> => {
    const name = values.name.trim();
    const nameZh = values.nameZh.trim();
    const amountMinor = values.amount.trim() === "" ? undefined : minorOf(values.amount, instrument.decimals);
    const alternate = nameZh === "" ? {} : { alternate: { language: "ZH", name: nameZh } };
    const place = { city: values.city.trim(), country: values.country.trim().toUpperCase() };
    rememberPlace(place);
    const merchant = { name, ...placeInCode(place), ...alternate };
    const { minutes, reference } = values;
    const { call, shown } = await newRequest(payee, instrument, { amountMinor, merchant, reference: reference.trim(), minutes });
    const receipt = await perform({
      title: amountMinor === undefined ? t("asksAny") : t("asks", { amount: formatMoney(amountMinor, instrument, language) }),
      rows: [
        { name: t("paidIn"), value: instrument.symbol },
        ...(shown.reference === "" ? [] : [{ name: t("for"), value: shown.reference }]),
        { name: t("merchantName"), value: `${name} ${nameZh}` },
        { name: t("until"), value: formatMoment(shown.expiresMs) },
      ],
      calls: [call],
      goOn: t("showCode"),
    });
    if (receipt !== undefined) made(shown);
  };
}

/** Whether a request can stand for so many; the field holds a text while it is empty. */
function isMinutes(minutes: number | string): boolean {
  return typeof minutes === "number" && Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES;
}

async function cashInstruments(): Promise<readonly InstrumentJson[]> {
  return (await client.instruments()).filter(({ kind }) => kind === "digital cash");
}
