import { Alert, Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { currencyNumber, isForChain, type ReadRequest, requestedMinor } from "@sycee/payment-requests";
import { type Address, hexToBytes, type InstrumentJson } from "@sycee/protocol";
import { pay, payRequest } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useLanguage } from "../../app/texts.ts";
import { NamedRows } from "../../components/named-rows.tsx";
import { Amount } from "../../components/amount.tsx";
import { Failure, messageOf } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoment } from "../../components/moment.ts";
import { amountFault, formatMoney, minorOf } from "../../components/money.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Balance } from "./wallet-page.tsx";
import { RequestNotice } from "./request-notice.tsx";
import type { RequestStanding } from "./request-code.ts";
import { useLimits } from "./use-limits.tsx";
import { usePaymentCheck } from "./use-payment-check.ts";
import { NO_CITY } from "./merchant-place.ts";
import { walletTexts } from "./wallet-texts.ts";

/** What a code asks for, and a button that pays it. */
export function PayCode({
  read,
  balances,
  done,
}: {
  readonly read: ReadRequest;
  readonly balances: readonly Balance[];
  readonly done: () => void;
}) {
  const t = walletTexts.use();
  const ledger = useQuery({ queryKey: ["code-ledger"], queryFn: readLedger, staleTime: 60_000 });
  if (ledger.isPending) return <PageSkeleton />;
  if (ledger.isError) return <Failure error={ledger.error} retry={() => void ledger.refetch()} />;
  const instrument = ledger.data.instruments.find((candidate) => candidate.instrument === read.instrument);
  const problem = !isForChain(read, ledger.data.chainId)
    ? t("otherChain")
    : instrument === undefined
      ? t("noInstrument", { number: read.instrument })
      : currencyNumber(instrument.unit) === read.currency
        ? undefined
        : t("otherCurrency");
  if (problem !== undefined || instrument === undefined) {
    return (
      <Alert color="red" title={problem} role="alert">
        <Button variant="default" onClick={done}>
          {t("scanAnother")}
        </Button>
      </Alert>
    );
  }
  return <CodeOffer read={read} instrument={instrument} balance={balances.find((one) => one.instrument === read.instrument)} done={done} />;
}

interface OfferOptions {
  readonly read: ReadRequest;
  readonly instrument: InstrumentJson;
  readonly balance: Balance | undefined;
  readonly done: () => void;
}

function CodeOffer({ read, instrument, balance, done }: OfferOptions) {
  const t = walletTexts.use();
  const language = useLanguage();
  const perform = usePerform();
  const limits = useLimits();
  const [typed, setTyped] = useState("");
  const check = usePaymentCheck();
  const [problem, setProblem] = useState<string>();
  const [isPaying, setPaying] = useState(false);
  const asked = requestedMinor(read, instrument.decimals);
  const { merchant, reference, once, payee } = read;
  const standing = useLive(["request-standing", once?.request], () => standingOf(once?.request));
  const { unit, decimals, symbol } = instrument;
  const rows = [
    { name: t("payee"), value: <Holder address={payee} what={t("address")} /> },
    {
      name: t("saysName"),
      value: [merchant.name, merchant.alternate?.name, merchant.city].filter((part) => part !== undefined && part !== NO_CITY).join(", "),
    },
    ...(reference === undefined ? [] : [{ name: t("for"), value: reference }]),
    ...(once === undefined ? [] : [{ name: t("until"), value: formatMoment(once.expiresMs) }]),
  ];
  const payIt = async () => {
    const amountMinor = asked ?? minorOf(typed, decimals);
    const holds = BigInt(balance?.amountMinor ?? 0);
    const fault = asked === undefined ? amountFault(typed, decimals) : undefined;
    if (fault !== undefined) return setProblem(t(fault, { decimals }));
    if (amountMinor === undefined) return;
    if (amountMinor > holds) return setProblem(t("amountTooMuch", { balance: formatMoney(holds, instrument, language) }));
    setProblem(undefined);
    try {
      const fault = await check(payee, amountMinor, instrument);
      if (fault !== undefined) return setProblem(fault.text);
    } catch (error) {
      return setProblem(messageOf(error));
    }
    const terms = { payee, instrument: instrument.instrument, amountMinor };
    setPaying(true);
    const receipt = await perform({
      title: t("payTo", { name: merchant.alternate?.name ?? merchant.name }),
      rows: [
        {
          name: t("amount"),
          value: (
            <>
              <Amount minor={amountMinor} unit={unit} decimals={decimals} /> ({symbol})
            </>
          ),
        },
        ...rows,
        { name: t("balanceAfter"), value: <Amount minor={holds - amountMinor} unit={unit} decimals={decimals} /> },
        ...limits.rowsOf(instrument.instrument),
      ],
      calls: [once === undefined ? pay(terms) : payRequest({ request: once.request, ...terms })],
    });
    if (receipt !== undefined) return done();
    setPaying(false);
  };
  return (
    <Paper withBorder p="md" maw={560}>
      <Stack gap="sm">
        <NamedRows
          rows={[
            ...(asked === undefined ? [] : [{ name: t("amount"), value: <Amount minor={asked} unit={unit} decimals={decimals} /> }]),
            ...rows,
          ]}
        />
        {asked === undefined ? (
          <TextInput label={t("amount")} inputMode="decimal" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        ) : null}
        <Text size="xs" c="dimmed">
          {t("unproved")}
        </Text>
        {/* What one pays oneself is told where it is signed. */}
        {isPaying ? null : <RequestNotice standing={standing.data} />}
        {standing.isError ? <Failure error={standing.error} /> : null}
        {problem === undefined ? null : (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            {t("scanAnother")}
          </Button>
          {/* Where its standing cannot be read, the ledger still refuses what cannot be paid. */}
          <Button onClick={() => void payIt()} disabled={!standing.isError && standing.data !== "open"}>
            {t("pay")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** What has become of a request. A code without one can be paid at any time. */
async function standingOf(request: Address | undefined): Promise<RequestStanding> {
  if (request === undefined) return "open";
  const found = await ifKnown(client.economy.paymentRequest(request), undefined);
  return found?.state ?? "gone";
}

async function readLedger(): Promise<{ readonly chainId: Uint8Array; readonly instruments: readonly InstrumentJson[] }> {
  const [{ chainId }, instruments] = await Promise.all([client.status(), client.instruments()]);
  return { chainId: hexToBytes(chainId) ?? new Uint8Array(), instruments };
}
