import { Skeleton, Table } from "@mantine/core";
import { banking, countNotes, countNotesTogether, introduceNotes, readResource, setNotesLimit, takePledge } from "@sycee/sdk";
import { useIsActing } from "../../acting/act-form.tsx";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { banksTexts } from "./banks-texts.ts";
import type { Bank } from "./central-bank-page.tsx";
import { ProposeNotesLimit } from "./propose-notes-limit.tsx";

/** Each bank is read with proofs. */
const REFRESH_MS = 5_000;

/** The banks of a central bank: their notes, and what they owe it. */
export function BanksPanel({ bank }: { readonly bank: Bank }) {
  const t = banksTexts.use();
  const banks = useLive(["banks-of", bank.address], () => banksOf(bank), REFRESH_MS);
  const isActing = useIsActing(bank.address);
  const act = useRowActs({ actor: bank.address, money: bank });
  if (banks.isPending) return <Skeleton height={300} />;
  if (banks.isError) return <Failure error={banks.error} retry={() => void banks.refetch()} />;
  const introduce = act({
    label: t("introduce"),
    fields: { symbol: { kind: "text", label: t("symbol"), initial: `${bank.unit}.notes` } },
    calls: ({ symbol }) => [introduceNotes({ symbol })],
  });
  const { list, hasNotes } = banks.data;
  return (
    <Panel
      title={t("banks")}
      text={t(hasNotes ? "banksText" : "noNotesText")}
      aside={isActing && !hasNotes ? <PanelActs what={t("notesOf")} acts={[introduce]} /> : null}
    >
      {list.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : <BanksTable centralBank={bank} banks={list} />}
    </Panel>
  );
}

type BankOf = Awaited<ReturnType<typeof banksOf>>["list"][number];

function BanksTable({ centralBank, banks }: { readonly centralBank: Bank; readonly banks: readonly BankOf[] }) {
  const t = banksTexts.use();
  return (
    <WideTable
      minWidth={820}
      caption={t("banks")}
      columns={[
        { label: t("bank") },
        { label: t("credit"), isFigure: true },
        { label: t("vault"), isFigure: true },
        { label: t("uncounted"), isFigure: true },
        { label: t("limit"), isFigure: true },
        { label: "" },
      ]}
    >
      <Table.Tbody>
        {banks.map((each) => (
          <BankRow key={each.address} centralBank={centralBank} of={each} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function BankRow({ centralBank, of }: { readonly centralBank: Bank; readonly of: BankOf }) {
  const t = banksTexts.use();
  const isActing = useIsActing(centralBank.address);
  const act = useRowActs({ actor: centralBank.address, money: centralBank, what: of.name });
  const amount = (minor: bigint) => (
    <Table.Td ta="right">
      <Amount minor={minor} {...centralBank} />
    </Table.Td>
  );
  const bank = of.address;
  const acts: RowAct[] = [
    act({
      label: t("setLimit"),
      fields: { limit: { kind: "amount", label: t("limit"), description: t("setLimitHelp") } },
      calls: ({ limit }) => [setNotesLimit({ bank, limitMinor: limit })],
    }),
    {
      label: t("proposeLimit"),
      form: (close) => <ProposeNotesLimit centralBank={centralBank} bank={bank} name={of.name} close={close} />,
    },
    act({
      label: t("count"),
      fields: { missing: { kind: "limit", label: t("missing"), description: t("missingHelp") } },
      danger: t("countDanger"),
      calls: ({ missing }) => [countNotes({ bank, missingMinor: missing ?? 0n })],
    }),
    act({
      label: t("countTogether"),
      fields: { missing: { kind: "amount", label: t("missing"), description: t("countTogetherHelp") } },
      danger: t("countDanger"),
      others: () => [bank],
      calls: ({ missing }) => [countNotesTogether({ missingMinor: missing })],
    }),
    ...of.credits.map(({ id }) =>
      act({
        label: t("takePledge", { number: `${id}` }),
        danger: t("takePledgeDanger"),
        calls: () => [takePledge({ bank, credit: id })],
      }),
    ),
  ];
  return (
    <Table.Tr>
      <Table.Td>
        <Holder address={bank} what={t("address")} />
      </Table.Td>
      {amount(of.credits.reduce((sum, { principal }) => sum + principal, 0n))}
      {amount(of.held)}
      {amount(of.uncounted)}
      {amount(of.limit)}
      <Table.Td>{isActing ? <RowActs what={of.name} acts={acts} /> : null}</Table.Td>
    </Table.Tr>
  );
}

/** The banks that have their account with a central bank, and whether it has notes that they could hand out, as the ledger has them now. */
async function banksOf(centralBank: Bank) {
  const [{ institutions }, itself] = await Promise.all([
    client.economy.institutions({ kind: "bank", limit: 100 }),
    readResource(client, centralBank.address, banking.centralBankType),
  ]);
  const read = await Promise.all(
    institutions.map(async ({ address: text, name }) => {
      const address = text as Bank["address"];
      const [opening, debt, vault] = await Promise.all([
        readResource(client, address, banking.institutionType),
        readResource(client, address, banking.centralBankCreditCentralBankDebtType),
        readResource(client, address, banking.notesVaultType),
      ]);
      const notes = { held: vault?.money.value ?? 0n, uncounted: vault?.uncounted ?? 0n, limit: vault?.limit ?? 0n };
      return { address, name, credits: debt?.credits ?? [], ...notes, centralBank: opening?.centralBank };
    }),
  );
  // Instruments are numbered from 1.
  const hasNotes = itself !== undefined && itself.notes !== 0;
  return { list: read.filter((each) => each.centralBank === centralBank.address), hasNotes };
}
