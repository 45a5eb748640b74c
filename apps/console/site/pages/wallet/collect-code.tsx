import { Alert, Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import type { PayerCode } from "@sycee/payment-requests";
import { hexToBytes, type InstrumentJson } from "@sycee/protocol";
import { COLLECTION_GAS_LIMIT, collectOnCode } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { NamedRows } from "../../components/named-rows.tsx";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { amountFault, formatMoney, minorOf } from "../../components/money.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useNames } from "../../identity/names.ts";
import { codeTexts } from "./code-texts.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";
import { walletTexts } from "./wallet-texts.ts";

interface CollectOptions {
  readonly code: PayerCode;
  readonly done: () => void;
}

/** What a payer's code allows, and a button that collects on it. */
export function CollectCode({ code, done }: CollectOptions) {
  const t = codeTexts.use();
  const w = walletTexts.use();
  const ledger = useQuery({
    queryKey: ["collect", `${code.number}`],
    queryFn: () => standingOf(code),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (ledger.isPending) return <PageSkeleton />;
  if (ledger.isError) return <Failure error={ledger.error} retry={() => void ledger.refetch()} />;
  const { isForChain, instrument, endsMs } = ledger.data;
  if (!isForChain || instrument === undefined) {
    const problem = isForChain ? t("noInstrument", { number: code.instrument }) : t("otherChain");
    return (
      <Alert color="red" title={problem} role="alert">
        <Button variant="default" onClick={done}>
          {w("scanAnother")}
        </Button>
      </Alert>
    );
  }
  return <Collection code={code} instrument={instrument} endsMs={endsMs} done={done} />;
}

interface CollectionOptions extends CollectOptions {
  readonly instrument: InstrumentJson;
  /** When the code expires, by this page's clock. */
  readonly endsMs: number;
}

function Collection({ code, instrument, endsMs, done }: CollectionOptions) {
  const t = codeTexts.use();
  const w = walletTexts.use();
  const language = useLanguage();
  const names = useNames();
  const perform = usePerform();
  const seconds = useSecondsLeft(endsMs);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const { unit, decimals, symbol } = instrument;
  const rows = [
    { name: t("payer"), value: <Holder address={code.payer} what={t("address")} /> },
    { name: t("upTo"), value: <Amount minor={code.limitMinor} unit={unit} decimals={decimals} /> },
  ];
  const collect = async () => {
    const fault = amountFault(typed, decimals);
    const amountMinor = minorOf(typed, decimals) ?? 0n;
    if (fault !== undefined) return setProblem(w(fault, { decimals }));
    if (amountMinor > code.limitMinor) return setProblem(t("collectTooMuch", { most: formatMoney(code.limitMinor, instrument, language) }));
    setProblem(undefined);
    const amount = <Amount minor={amountMinor} unit={unit} decimals={decimals} />;
    const receipt = await perform({
      title: t("collectFrom", { name: names.of(code.payer) ?? code.payer.slice(0, 10) }),
      rows: [
        {
          name: w("amount"),
          value: (
            <>
              {amount} ({symbol})
            </>
          ),
        },
        ...rows,
      ],
      calls: [collectOnCode({ code, signature: code.signature, amountMinor })],
      gasLimit: COLLECTION_GAS_LIMIT,
    });
    if (receipt !== undefined) done();
  };
  return (
    <Paper withBorder p="md" maw={560}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void collect();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t("collectHelp")}
          </Text>
          <NamedRows rows={rows} />
          <TextInput
            label={w("amount")}
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={problem}
          />
          <Text size="sm" className="figures" role="timer">
            {seconds === 0 ? t("expired") : t("secondsLeft", { seconds })}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={done}>
              {w("scanAnother")}
            </Button>
            <Button type="submit" disabled={seconds === 0}>
              {t("collect")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

async function standingOf({ chain, instrument: number, expiresMs }: PayerCode) {
  const askedMs = performance.now();
  const [{ chainId, timeMs }, instruments] = await Promise.all([client.status(), client.instruments()]);
  const whole = hexToBytes(chainId) ?? new Uint8Array();
  return {
    isForChain: chain.every((byte, index) => byte === whole[index]),
    instrument: instruments.find(({ instrument }) => instrument === number),
    endsMs: askedMs + Number(expiresMs - BigInt(timeMs)),
  };
}
