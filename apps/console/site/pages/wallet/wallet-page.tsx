import { Group, SimpleGrid, Stack, Tabs, Title } from "@mantine/core";
import type { AccountJson } from "@sycee/protocol";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useAsked } from "../../app/asked.ts";
import { usePageParts } from "../../app/page-parts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { useNameOfInstrument } from "../../components/instrument-names.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { codeTexts } from "./code-texts.ts";
import { FrozenNotice } from "./frozen-notice.tsx";
import { HistoryPart } from "./history-part.tsx";
import { historyTexts } from "./history-texts.ts";
import { PayerCodePart } from "./payer-code-part.tsx";
import { PayForm } from "./pay-form.tsx";
import type { ShownRequest } from "./request-code.ts";
import { RequestForm } from "./request-form.tsx";
import { ScanCode } from "./scan-code.tsx";
import { UnderWayPart } from "./under-way-part.tsx";
import { useLimits } from "./use-limits.tsx";
import { WalletActs } from "./wallet-acts.tsx";
import { payableOf, useWalletMoney } from "./wallet-money.ts";
import { walletTexts } from "./wallet-texts.ts";

/** One balance of an account. */
export type Balance = AccountJson["balances"][number];

const PARTS = ["pay", "request", "scan", "code", "history", "underWay"] as const;

/** What the current identity holds, and what it can do with it. The part that is shown stands in the address. */
export function Page() {
  const t = walletTexts.use();
  const { identity } = useIdentity();
  if (identity === undefined) {
    return (
      <Stack>
        <Title order={2}>{t("title")}</Title>
        <EmptyState title={t("nobody")} text={t("nobodyText")} />
      </Stack>
    );
  }
  return <Wallet key={identity.address} identity={identity} />;
}

function Wallet({ identity }: { readonly identity: Identity }) {
  const { address } = identity;
  const t = walletTexts.use();
  const codes = codeTexts.use();
  const more = historyTexts.use();
  const limits = useLimits();
  const nameOf = useNameOfInstrument();
  const navigate = useNavigate();
  const { part } = usePageParts();
  const asked = useAsked();
  const tab = PARTS.find((name) => name === part) ?? "pay";
  const setTab = (wanted: string | null) => void navigate({ to: `/wallet/${wanted ?? ""}`, resetScroll: false });
  const [shown, setShown] = useState<ShownRequest>();
  const showAgain = (request: ShownRequest) => {
    setShown(request);
    setTab("request");
  };
  const money = useWalletMoney(address);
  const account = useLive(["account", address], () => accountOf(address));
  if (account.isPending) return <PageSkeleton />;
  if (account.isError) return <Failure error={account.error} retry={() => void account.refetch()} />;
  const { balances } = account.data;
  const spendable = balances.filter(({ place }) => place === "wallet");
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>{t("title")}</Title>
        <WalletActs actor={address} balances={spendable} money={money} />
      </Group>
      <Holder address={address} what={t("address")} />
      <FrozenNotice address={address} />
      {balances.length === 0 ? (
        <EmptyState title={t("noBalance")} text={t("noBalanceText", { address })} />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} aria-label={t("balances")}>
          {balances.map(({ instrument, place, amountMinor, unit, decimals, symbol }) => (
            <StatTile
              key={`${instrument} ${place}`}
              name={nameOf({ instrument, symbol })}
              value={<Amount minor={amountMinor} unit={unit} decimals={decimals} />}
              note={place === "wallet" ? (limits.noteOf(instrument) ?? " ") : t("place", { place })}
            />
          ))}
        </SimpleGrid>
      )}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="pay">{t("pay")}</Tabs.Tab>
          <Tabs.Tab value="request">{t("request")}</Tabs.Tab>
          <Tabs.Tab value="scan">{t("scan")}</Tabs.Tab>
          <Tabs.Tab value="code">{codes("tab")}</Tabs.Tab>
          <Tabs.Tab value="history">{more("history")}</Tabs.Tab>
          <Tabs.Tab value="underWay">{more("underWay")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pay" pt="md">
          <PayForm balances={payableOf(spendable, money)} money={money} />
        </Tabs.Panel>
        <Tabs.Panel value="request" pt="md">
          <RequestForm payee={address} amount={asked["amount"] ?? ""} shown={shown} show={setShown} />
        </Tabs.Panel>
        <Tabs.Panel value="scan" pt="md">
          <ScanCode key={asked["code"]} balances={spendable} given={asked["code"]} />
        </Tabs.Panel>
        <Tabs.Panel value="code" pt="md">
          <PayerCodePart identity={identity} balances={spendable} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <HistoryPart address={address} />
        </Tabs.Panel>
        <Tabs.Panel value="underWay" pt="md">
          <UnderWayPart address={address} show={showAgain} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** What an address holds: nothing, if the ledger has never heard of it. */
async function accountOf(address: Identity["address"]): Promise<AccountJson> {
  return await ifKnown(client.account(address), { address, balances: [], resources: [] });
}
