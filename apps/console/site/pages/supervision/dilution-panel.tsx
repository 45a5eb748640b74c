import { Autocomplete, Group, Table, TextInput } from "@mantine/core";
import type { Address, InstrumentJson } from "@sycee/protocol";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useLanguage } from "../../app/texts.ts";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoney, minorOf } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import { concentrationTexts } from "./concentration-texts.ts";
import { dilutionOf } from "./share-of.ts";

/** A holder's share of an instrument, and what an issue to others leaves of it. */
export function DilutionPanel({ instrument }: { readonly instrument: InstrumentJson }) {
  const t = concentrationTexts.use();
  const names = useNames();
  const [who, setWho] = useState("");
  const [issue, setIssue] = useState("");
  const address = names.find(who);
  const issueMinor = issue.trim() === "" ? 0n : minorOf(issue, instrument.decimals);
  return (
    <Panel title={t("dilution")} text={t("dilutionHelp")}>
      <Group align="flex-start" grow>
        <Autocomplete
          label={t("holder")}
          data={[...new Set(names.all.map(({ name }) => name))]}
          limit={12}
          value={who}
          onChange={setWho}
          error={who.trim() !== "" && address === undefined ? t("holderWrong") : undefined}
        />
        <TextInput
          label={t("issue")}
          inputMode="decimal"
          value={issue}
          onChange={(event) => setIssue(event.currentTarget.value)}
          error={issueMinor === undefined ? t("amountWrong") : undefined}
        />
      </Group>
      {address === undefined || issueMinor === undefined ? null : (
        <Dilution address={address} instrument={instrument} issueMinor={issueMinor} />
      )}
    </Panel>
  );
}

interface DilutionOptions {
  readonly address: Address;
  readonly instrument: InstrumentJson;
  readonly issueMinor: bigint;
}

function Dilution({ address, instrument, issueMinor }: DilutionOptions) {
  const t = concentrationTexts.use();
  const language = useLanguage();
  const held = useLive(["held", address, instrument.instrument], () => heldBy(address, instrument.instrument));
  if (held.isError) return <Failure error={held.error} />;
  if (held.data === undefined) return null;
  const { beforeBps, afterBps, lostBps } = dilutionOf(held.data, BigInt(instrument.outstandingMinor), issueMinor);
  const percent = (bps: number) => formatPercent(bps, language);
  const rows = [
    { name: t("holder"), value: <Holder address={address} what={t("address")} /> },
    { name: t("holds"), value: formatMoney(held.data, instrument, language) },
    { name: t("now"), value: percent(beforeBps) },
    { name: t("after"), value: percent(afterBps) },
    { name: t("part"), value: percent(lostBps) },
  ];
  return (
    <Table variant="vertical" withTableBorder mt="sm">
      <Table.Tbody>
        {rows.map(({ name, value }) => (
          <Table.Tr key={name}>
            <Table.Th w={200}>{name}</Table.Th>
            <Table.Td className="figures">{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What an address holds of an instrument, wherever it lies: nothing, if the ledger has never heard of it. */
async function heldBy(address: Address, instrument: number): Promise<bigint> {
  const account = await ifKnown(client.account(address), undefined);
  const held = (account?.balances ?? []).filter((one) => one.instrument === instrument);
  return held.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
}
