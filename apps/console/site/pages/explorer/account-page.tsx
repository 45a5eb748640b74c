import { Accordion, Code, Paper, Stack, Table, Title } from "@mantine/core";
import type { AccountJson, InstrumentJson, Proved } from "@sycee/protocol";
import { SyceeError, WALLET_TYPE, walletBalances } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import { usePathParameters } from "../../app/path-parameters.ts";
import { language } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { useNameOfInstrument } from "../../components/instrument-names.ts";
import { formatMoney } from "../../components/money.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { ProofCheck } from "../../components/proof-check.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { explorerTexts } from "./explorer-texts.ts";

/** What an address has, and the proof of its wallet. */
export function Page() {
  const t = explorerTexts.use();
  const { address = "" } = usePathParameters();
  const account = useLive(["account", address], () => client.account(address as Identity["address"]));
  const instruments = useQuery({ queryKey: ["instruments-known"], queryFn: () => client.instruments(), staleTime: 60_000 });
  if (account.isPending || instruments.isPending) return <PageSkeleton />;
  return (
    <Stack gap="md">
      <Title order={2}>{t("account")}</Title>
      <Holder address={address} what={t("address")} />
      {account.isError ? <NoAccount error={account.error} retry={() => void account.refetch()} /> : <Contents account={account.data} />}
      {instruments.isError || !/^0x[0-9a-f]{64}$/.test(address) ? null : (
        <ProofCheck
          question={{ kind: "resource", address: address as Identity["address"], type: WALLET_TYPE }}
          say={(proved) => sayBalance(proved, instruments.data, t)}
        />
      )}
    </Stack>
  );
}

function NoAccount({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const t = explorerTexts.use();
  const isUnknown = error instanceof SyceeError && error.code === "unknown_account";
  return isUnknown ? <EmptyState title={t("nothing")} text={t("nothingText")} /> : <Failure error={error} retry={retry} />;
}

function sayBalance(
  { block, statements }: Proved,
  instruments: readonly InstrumentJson[],
  t: ReturnType<typeof explorerTexts.use>,
): string {
  const height = `${block.header.height}`;
  const held = statements.map(walletBalances).find((found) => found !== undefined) ?? [];
  if (held.length === 0) return t("provedAbsent", { height });
  const balances = held.map(({ instrument, amountMinor }) => {
    const known = instruments.find((candidate) => candidate.instrument === instrument);
    return known === undefined ? `${amountMinor}` : `${formatMoney(amountMinor, known, language())} (${known.symbol})`;
  });
  return t("provedBalance", { height, balances: balances.join(", ") });
}

function Contents({ account }: { readonly account: AccountJson }) {
  const t = explorerTexts.use();
  const nameOf = useNameOfInstrument();
  return (
    <>
      {account.balances.length === 0 ? null : (
        <Paper withBorder p="md" component="section">
          <Title order={3} size="h5" mb="sm">
            {t("balances")}
          </Title>
          <Table>
            <Table.Tbody>
              {account.balances.map(({ instrument, place, symbol, unit, decimals, amountMinor }) => (
                <Table.Tr key={`${instrument} ${place}`}>
                  <Table.Td>{nameOf({ instrument, symbol })}</Table.Td>
                  <Table.Td>{place}</Table.Td>
                  <Table.Td ta="right">
                    <Amount minor={amountMinor} unit={unit} decimals={decimals} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      <Paper withBorder p="md" component="section">
        <Title order={3} size="h5" mb="sm">
          {t("resources")} ({account.resources.length})
        </Title>
        <Accordion variant="contained">
          {account.resources.map(({ type, value }) => (
            <Accordion.Item key={type} value={type}>
              <Accordion.Control className="identifier">{type}</Accordion.Control>
              <Accordion.Panel>
                <Code block mah={400} style={{ overflow: "auto" }} tabIndex={0}>
                  {JSON.stringify(value, undefined, 2)}
                </Code>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      </Paper>
    </>
  );
}
