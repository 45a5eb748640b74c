import { Button, Group, NumberInput, Paper, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { encodePaymentRequest, qrSvg } from "@sycee/payment-requests";
import { hexToBytes, type InstrumentJson } from "@sycee/protocol";
import { openPaymentRequest, paymentRequestAddress, randomNonces } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Copyable } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoney, minorOf } from "../../components/money.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useNames } from "../../identity/names.ts";
import { RequestState, type ShownRequest } from "./request-state.tsx";
import { walletTexts } from "./wallet-texts.ts";

/** Asks for a payment by a code that can be paid once. */
export function RequestForm({ payee }: { readonly payee: string }) {
  const instruments = useQuery({ queryKey: ["cash-instruments"], queryFn: cashInstruments, staleTime: 60_000 });
  const [shown, setShown] = useState<ShownRequest>();
  if (instruments.isPending) return <PageSkeleton />;
  if (instruments.isError) return <Failure error={instruments.error} retry={() => void instruments.refetch()} />;
  if (shown !== undefined) return <ShownCode shown={shown} another={() => setShown(undefined)} />;
  return <RequestFields payee={payee as Identity["address"]} instruments={instruments.data} made={setShown} />;
}

interface FieldsOptions {
  readonly payee: Identity["address"];
  readonly instruments: readonly InstrumentJson[];
  readonly made: (shown: ShownRequest) => void;
}

function RequestFields({ payee, instruments, made }: FieldsOptions) {
  const t = walletTexts.use();
  const names = useNames();
  const ask = useAsk(payee, made);
  const [failure, setFailure] = useState<unknown>();
  const chosen = (number: string) => instruments.find(({ instrument }) => `${instrument}` === number) ?? instruments[0];
  const form = useForm({
    initialValues: {
      amount: "",
      name: (names.of(payee) ?? "").slice(0, 25),
      nameZh: "",
      reference: "",
      minutes: 15,
      instrument: `${instruments[0]?.instrument ?? ""}`,
    },
    validate: {
      amount: (text, { instrument }) => {
        const decimals = chosen(instrument)?.decimals ?? 2;
        return text.trim() === "" || (minorOf(text, decimals) ?? 0n) > 0n ? null : t("amountWrong", { decimals });
      },
      name: (name) => (/^[ -~]{1,25}$/.test(name.trim()) ? null : t("latin")),
      reference: (reference) => (/^[ -~]{0,25}$/.test(reference) ? null : t("latin")),
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
              label={t("instrument")}
              data={instruments.map(({ instrument, symbol }) => ({ value: `${instrument}`, label: symbol }))}
              allowDeselect={false}
              {...form.getInputProps("instrument")}
            />
          </Group>
          <TextInput label={t("merchantName")} description={t("latin")} {...form.getInputProps("name")} />
          <TextInput label={t("merchantNameZh")} maxLength={25} {...form.getInputProps("nameZh")} />
          <TextInput label={t("reference")} {...form.getInputProps("reference")} />
          <NumberInput label={t("minutes")} min={1} max={527_040} allowDecimal={false} {...form.getInputProps("minutes")} />
          {failure === undefined ? null : <Failure error={failure} />}
          <Group justify="flex-end">
            <Button type="submit">{t("makeCode")}</Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

interface RequestValues {
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
    const merchant = { name, city: "Shanghai", country: "CN", ...alternate };
    const { minutes, reference } = values;
    const { call, shown } = await makeRequest(payee, instrument, { amountMinor, merchant, reference: reference.trim(), minutes });
    const receipt = await perform({
      title: amountMinor === undefined ? t("asksAny") : t("asks", { amount: formatMoney(amountMinor, instrument, language) }),
      rows: [
        { name: t("instrument"), value: instrument.symbol },
        { name: t("merchantName"), value: `${name} ${nameZh}` },
        { name: t("until"), value: new Date(Number(shown.expiresMs)).toLocaleString(language) },
      ],
      calls: [call],
    });
    if (receipt !== undefined) made(shown);
  };
}

function ShownCode({ shown, another }: { readonly shown: ShownRequest; readonly another: () => void }) {
  const t = walletTexts.use();
  const language = useLanguage();
  const { code, expiresMs } = shown;
  return (
    <Paper withBorder p="md" maw={560}>
      <Stack align="center" gap="sm">
        <Title order={3} size="h4">
          {t("codeTitle")}
        </Title>
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg(code))}`}
          alt={t("codeTitle")}
          width={280}
          height={280}
          style={{ background: "white", padding: 12, borderRadius: 8, maxWidth: "100%" }}
        />
        <Text size="sm">{t("codeText", { time: new Date(Number(expiresMs)).toLocaleTimeString(language) })}</Text>
        <Copyable text={code} what={t("code")} />
        <RequestState shown={shown} />
        <Button variant="default" onClick={another}>
          {t("newCode")}
        </Button>
      </Stack>
    </Paper>
  );
}

async function cashInstruments(): Promise<readonly InstrumentJson[]> {
  return (await client.instruments()).filter(({ kind }) => kind === "digital cash");
}

interface Asked {
  readonly amountMinor: bigint | undefined;
  readonly merchant: { readonly name: string; readonly city: string; readonly country: string };
  readonly reference: string;
  readonly minutes: number;
}

async function makeRequest(payee: Identity["address"], instrument: InstrumentJson, { amountMinor, merchant, reference, minutes }: Asked) {
  const { timeMs, chainId } = await client.status();
  const number = randomNonces()();
  const expiresMs = BigInt(timeMs) + BigInt(minutes) * 60_000n;
  const request = paymentRequestAddress(payee, number);
  const amount = amountMinor === undefined ? {} : { amountMinor };
  const code = encodePaymentRequest({
    chainId: hexToBytes(chainId) ?? new Uint8Array(),
    payee,
    instrument: instrument.instrument,
    unit: instrument.unit,
    decimals: instrument.decimals,
    merchant,
    ...amount,
    ...(reference === "" ? {} : { reference }),
    once: { request, expiresMs },
  });
  const call = openPaymentRequest({ number, instrument: instrument.instrument, expiresMs, reference, ...amount });
  return { call, shown: { code, request, expiresMs, instrument } };
}
