import { Badge, Group, SimpleGrid, Skeleton, Stack, Table, Text } from "@mantine/core";
import type { BooksJson } from "@sycee/protocol";
import { declareInsolvency } from "@sycee/sdk";
import { ActButtons } from "../../acting/act-buttons.tsx";
import { MustAct, useIsActing } from "../../acting/act-form.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { useAuthority } from "../supervision/authority.ts";
import { type Estate, estateOf } from "./estate.ts";
import { AssetActs } from "./estate-asset-acts.tsx";
import { LossActs } from "./estate-loss-acts.tsx";
import { PaymentActs } from "./estate-payment-acts.tsx";
import { estateTexts } from "./estate-texts.ts";
import type { Institution } from "./institution-page.tsx";

/** The estate is read with proofs, which are more work for the node than a figure. */
const REFRESH_MS = 3_000;
/** Accounts of a bank's chart, by number. */
const SETTLEMENT = 1010;
const DEPOSITS: readonly number[] = [2110, 2115, 2120];
const INTERBANK_DEBTS = 2210;
const INSURER_DEBT = 2230;

/** A failed bank with what its winding-up has come to, as each part of {@link EstatePanel} knows it. */
export interface EstatePart {
  readonly institution: Institution;
  readonly estate: Estate;
}

interface PanelOptions {
  readonly institution: Institution;
  readonly books: BooksJson | null;
}

/** The winding-up of a bank whose licence was revoked: its declaration, how far it is, who is owed what, and all that its administrator does. */
export function EstatePanel({ institution, books }: PanelOptions) {
  const read = useLive(["estate", institution.address], async () => (await estateOf(institution.address)) ?? null, REFRESH_MS);
  if (read.isPending) return <Skeleton height={700} />;
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  if (read.data === null) return <NotDeclared institution={institution} />;
  return <Declared institution={institution} estate={read.data} books={books} />;
}

function NotDeclared({ institution }: { readonly institution: Institution }) {
  const t = estateTexts.use();
  const { identity } = useIdentity();
  const isSupervisor = useAuthority() === "supervisor";
  return (
    <EmptyState title={t("notDeclared")} text={t("notDeclaredText")}>
      {identity !== undefined && isSupervisor ? <Declare institution={institution} supervisor={identity.address} /> : null}
    </EmptyState>
  );
}

function Declare({ institution, supervisor }: { readonly institution: Institution; readonly supervisor: Identity["address"] }) {
  const t = estateTexts.use();
  const act = useRowActs({ actor: supervisor, money: institution, what: institution.name });
  const declare = act({
    label: t("declare"),
    danger: t("declareDanger"),
    fields: { administrator: { kind: "holder", label: t("administrator") } },
    calls: ({ administrator }) => [declareInsolvency({ bank: institution.address, administrator })],
  });
  return <ActButtons main={[declare]} others={[]} othersLabel="" />;
}

function Declared({ institution, estate, books }: EstatePart & PanelOptions) {
  const t = estateTexts.use();
  const isActing = useIsActing(estate.administrator);
  const part = { institution, estate };
  return (
    <Stack gap="md">
      {isActing ? null : <MustAct actor={estate.administrator} />}
      <Progress {...part} books={books} />
      {books === null ? null : <Claims {...part} books={books} />}
      <Panel title={t("sharing")} text={t("sharingText")}>
        {isActing ? <LossActs {...part} /> : null}
      </Panel>
      <Panel title={t("assets")} text={t("assetsText")}>
        {isActing ? <AssetActs {...part} /> : null}
      </Panel>
      <Panel title={t("payments")} text={t("paymentsText")}>
        {isActing ? <PaymentActs {...part} /> : null}
      </Panel>
    </Stack>
  );
}

function Progress({ institution, estate, books }: EstatePart & PanelOptions) {
  const t = estateTexts.use();
  const { assetMinor, liabilityMinor } = books?.totals ?? { assetMinor: "0", liabilityMinor: "0" };
  const missing = BigInt(liabilityMinor) - BigInt(assetMinor);
  return (
    <Panel title={t("windingUp")} text={t("since", { time: formatMoment(estate.declaredAtMs) })}>
      <Stack gap="sm">
        <Group gap="xs">
          <Text size="sm">{t("administrator")}</Text>
          <Holder address={estate.administrator} what={t("address")} />
        </Group>
        <Badge variant="light" h="auto" py={2} tt="none" styles={{ label: { whiteSpace: "normal" } }}>
          {t(estate.stage, { cursor: `${estate.cursor}` })}
        </Badge>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <StatTile name={t("money")} value={<Amount minor={balanceOf(books, [SETTLEMENT])} {...institution} />} note={t("moneyNote")} />
          <StatTile name={t("missing")} value={<Amount minor={missing > 0n ? missing : 0n} {...institution} />} note={t("missingNote")} />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}

function Claims({ institution, estate, books }: EstatePart & { readonly books: BooksJson }) {
  const t = estateTexts.use();
  const { borne } = estate;
  const { assetMinor, liabilityMinor } = books.totals;
  const left = BigInt(assetMinor) - BigInt(liabilityMinor);
  const ranks = [
    { name: "insurer", owed: balanceOf(books, [INSURER_DEBT]), borne: borne.insurer },
    { name: "depositors", owed: balanceOf(books, DEPOSITS), borne: borne.customers },
    { name: "lenders", owed: balanceOf(books, [INTERBANK_DEBTS]), borne: borne.lenders },
    { name: "owners", owed: left > 0n ? left : 0n, borne: undefined },
  ] as const;
  return (
    <Panel title={t("claims")} text={t("claimsText")}>
      <WideTable
        minWidth={420}
        caption={t("claims")}
        columns={[
          { label: t("rank") },
          { label: t("creditor") },
          { label: t("owed"), isFigure: true },
          { label: t("hasBorne"), isFigure: true },
        ]}
      >
        <Table.Tbody>
          {ranks.map((rank, place) => (
            <Table.Tr key={rank.name}>
              <Table.Td className="figures">{place + 1}</Table.Td>
              <Table.Td>{t(rank.name)}</Table.Td>
              <Table.Td ta="right">
                <Amount minor={rank.owed} {...institution} />
              </Table.Td>
              <Table.Td ta="right">{rank.borne === undefined ? null : <Amount minor={rank.borne} {...institution} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function balanceOf(books: BooksJson | null, numbers: readonly number[]): bigint {
  const accounts = books?.accounts.filter(({ number }) => numbers.includes(number)) ?? [];
  return accounts.reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n);
}
