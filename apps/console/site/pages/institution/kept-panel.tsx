import { Button, Skeleton, Table, Text } from "@mantine/core";
import { banking, keepInstitutionsDeposits, openInstitutionsDeposits, placeDeposit, readResource, releaseDeposit } from "@sycee/sdk";
import { useState } from "react";
import { useIsActing } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Institution } from "./institution-page.tsx";
import { keptTexts } from "./kept-texts.ts";
import { PageButtons } from "./page-buttons.tsx";

const PAGE = 20;
const REFRESH_MS = 2_000;
/** What the ledger calls these accounts beside those of the bank's customers, which have the same numbers. */
const PLACE = "payment institutions";

/** What a bank keeps for payment institutions in the first mode. */
export function KeptPanel({ institution }: { readonly institution: Institution }) {
  const t = keptTexts.use();
  const [after, setAfter] = useState<string>();
  const isActing = useIsActing(institution.address);
  const kept = useLive(
    ["kept", institution.address, after],
    async () => (await keptBy(institution, Number(after ?? 0))) ?? null,
    REFRESH_MS,
  );
  if (kept.isPending) return <Skeleton height={240} />;
  if (kept.isError) return <Failure error={kept.error} retry={() => void kept.refetch()} />;
  if (kept.data === null) return <Begin institution={institution} />;
  const { accounts, count, next } = kept.data;
  return (
    <Panel title={t("title")} text={t("text")} aside={isActing ? <OpenActs institution={institution} /> : null}>
      {count === 0 ? <Text size="sm">{t("noAccounts")}</Text> : <KeptTable institution={institution} accounts={accounts} />}
      <PageButtons after={after} next={next} go={setAfter} />
    </Panel>
  );
}

function Begin({ institution }: { readonly institution: Institution }) {
  const t = keptTexts.use();
  const perform = usePerform();
  const isActing = useIsActing(institution.address);
  const begin = () => void perform({ title: t("begin"), rows: [], calls: [keepInstitutionsDeposits()] });
  return (
    <EmptyState title={t("none")} text={t("noneText")}>
      <Button disabled={!isActing} onClick={begin}>
        {t("begin")}
      </Button>
    </EmptyState>
  );
}

function OpenActs({ institution }: { readonly institution: Institution }) {
  const t = keptTexts.use();
  const act = useRowActs({ actor: institution.address, money: institution });
  const open = act({
    label: t("open"),
    fields: { count: { kind: "whole", label: t("count"), initial: "1" } },
    calls: ({ count }) => [openInstitutionsDeposits({ count })],
  });
  return <PanelActs what={t("what")} acts={[open]} />;
}

interface KeptAccount {
  readonly account: number;
  readonly amountMinor: string;
}

function KeptTable({ institution, accounts }: { readonly institution: Institution; readonly accounts: readonly KeptAccount[] }) {
  const t = keptTexts.use();
  return (
    <WideTable
      minWidth={300}
      caption={t("title")}
      columns={[{ label: t("account") }, { label: t("balance"), isFigure: true }, { label: "" }]}
    >
      <Table.Tbody>
        {accounts.map((each) => (
          <KeptRow key={each.account} institution={institution} kept={each} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function KeptRow({ institution, kept }: { readonly institution: Institution; readonly kept: KeptAccount }) {
  const t = keptTexts.use();
  const isActing = useIsActing(institution.address);
  const { account } = kept;
  const what = t("accountNumber", { number: account });
  const balance = <Amount minor={kept.amountMinor} {...institution} />;
  const act = useRowActs({
    actor: institution.address,
    money: institution,
    what,
    rows: [{ name: t("balance"), value: balance, isUntilSent: true }],
  });
  const fields = { customer: { kind: "whole", label: t("customer") }, amount: { kind: "amount", label: t("amount") } } as const;
  const acts = [
    act({
      label: t("place"),
      fields,
      rows: [{ name: t("rule"), value: t("placeRule") }],
      calls: ({ customer, amount }) => [placeDeposit({ customer: Number(customer), account, amountMinor: amount })],
    }),
    act({
      label: t("release"),
      fields,
      rows: [{ name: t("rule"), value: t("releaseRule") }],
      calls: ({ customer, amount }) => [releaseDeposit({ customer: Number(customer), account, amountMinor: amount })],
    }),
  ];
  return (
    <Table.Tr>
      <Table.Td className="figures">{account}</Table.Td>
      <Table.Td ta="right">{balance}</Table.Td>
      <Table.Td>{isActing ? <RowActs what={what} acts={acts} /> : null}</Table.Td>
    </Table.Tr>
  );
}

/** A page of the accounts that a bank keeps for payment institutions, and how many there are in all; `undefined` where it keeps none. */
async function keptBy({ address }: Institution, from: number) {
  const [kept, { accounts }] = await Promise.all([
    readResource(client, address, banking.firstModeInstitutionsDepositsType),
    client.customerAccounts(address, from, PAGE),
  ]);
  if (kept === undefined) return undefined;
  const count = Number(kept.book.accounts.length);
  return {
    count,
    accounts: accounts.flatMap(({ account, balances }) => {
      const found = balances.find(({ place }) => place === PLACE);
      return found === undefined ? [] : [{ account, amountMinor: found.amountMinor }];
    }),
    next: from + PAGE < count ? `${from + PAGE}` : null,
  };
}
