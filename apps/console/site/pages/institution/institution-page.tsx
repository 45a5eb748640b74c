import { Anchor, Badge, Button, Group, Stack, Tabs, Title } from "@mantine/core";
import type { BooksJson, InstitutionJson } from "@sycee/protocol";
import { Link, useLocation } from "@tanstack/react-router";
import { MustAct, useIsActing } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { usePathParameters } from "../../app/path-parameters.ts";
import { useAccountName } from "../../components/account-names.ts";
import { BalanceSheet } from "../../components/balance-sheet.tsx";
import { BooksPanel } from "../../components/books-panel.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { LicenceBadge } from "../../components/licence-badge.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { BatchPanel } from "./batch-panel.tsx";
import { CapitalPanel } from "./capital-panel.tsx";
import { CustomersPanel } from "./customers-panel.tsx";
import { DepositsPanel } from "./deposits-panel.tsx";
import { EstatePanel } from "./estate-panel.tsx";
import { institutionTexts } from "./institution-texts.ts";
import { allInstitutions } from "./institutions-page.tsx";
import { KeptPanel } from "./kept-panel.tsx";
import { LoansPanel } from "./loans-panel.tsx";
import { MarketPanel } from "./market-panel.tsx";
import { OperatorPanel } from "./operator-panel.tsx";
import { ReconciliationPanel } from "./reconciliation-panel.tsx";
import { ReservePanel } from "./reserve-panel.tsx";
import { WalletDepositsPanel } from "./wallet-deposits-panel.tsx";

/** An institution as the parts of its page know it. */
export interface Institution {
  readonly address: Identity["address"];
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly kinds: readonly InstitutionJson["kind"][];
  /** What it is no more, since a supervisor revoked the licence for it. */
  readonly revoked: readonly InstitutionJson["kind"][];
  /** Symbols of what it issues. */
  readonly symbols: readonly string[];
}

/** One institution: its books, its customers, what it owes and what stands behind it, and everything it does. */
export function Page() {
  const t = institutionTexts.use();
  const { address } = usePathParameters();
  const institutions = useLive(["institutions"], allInstitutions, 5_000);
  if (institutions.isPending) return <PageSkeleton />;
  if (institutions.isError) return <Failure error={institutions.error} retry={() => void institutions.refetch()} />;
  const entries = institutions.data.filter((each) => each.address === address);
  const [first] = entries;
  if (first === undefined) {
    return (
      <EmptyState title={t("unknown")} text={t("unknownText")}>
        <Button component={Link} to="/institutions">
          {t("toList")}
        </Button>
      </EmptyState>
    );
  }
  const institution: Institution = {
    address: first.address as Identity["address"],
    name: first.name,
    unit: first.unit,
    decimals: first.decimals,
    kinds: entries.map(({ kind }) => kind),
    revoked: entries.filter(({ licence }) => licence === "revoked").map(({ kind }) => kind),
    symbols: entries.flatMap(({ instruments }) => instruments.map(({ symbol }) => symbol)),
  };
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/institutions" size="sm">
        {t("toList")}
      </Anchor>
      <Group gap="sm">
        <Title order={2}>{first.name}</Title>
        {entries.map(({ kind, licence }) => (
          <Group key={kind} gap={4}>
            <Badge variant="light" color="gray">
              {t(kind)}
            </Badge>
            <LicenceBadge status={licence} />
          </Group>
        ))}
      </Group>
      <Copyable text={first.address} what={t("address")} />
      {institution.kinds.includes("centralBank") ? (
        <Anchor component={Link} to="/central-bank">
          {t("toCentralBank")}
        </Anchor>
      ) : null}
      <OfInstitution key={first.address} institution={institution} />
    </Stack>
  );
}

function OfInstitution({ institution }: { readonly institution: Institution }) {
  const t = institutionTexts.use();
  /** A link may name the part that is shown first: `#operator`. */
  const hash = useLocation({ select: (location) => location.hash });
  const isActing = useIsActing(institution.address);
  const books = useLive(["books", institution.address], () => booksOf(institution.address));
  const is = (kind: InstitutionJson["kind"]) => institution.kinds.includes(kind);
  /** Its administrator acts for it then, which the part of its winding-up says. */
  const isWoundUp = institution.revoked.includes("bank");
  const estate = <EstatePanel institution={institution} books={books.data ?? null} />;
  const parts = [
    { name: "estate", shown: isWoundUp, part: estate },
    { name: "reserve", shown: is("paymentInstitution"), part: <ReservePanel institution={institution} /> },
    { name: "operator", shown: is("operator"), part: <Wallets institution={institution} /> },
    { name: "customers", shown: keepsAccounts(institution), part: <CustomersPanel institution={institution} /> },
    { name: "batch", shown: keepsAccounts(institution), part: <BatchPanel institution={institution} /> },
    { name: "loans", shown: is("bank"), part: <LoansPanel institution={institution} /> },
    { name: "deposits", shown: is("bank"), part: <DepositsPanel institution={institution} /> },
    { name: "kept", shown: is("bank"), part: <KeptPanel institution={institution} /> },
    { name: "market", shown: is("bank"), part: <MarketPanel institution={institution} /> },
    { name: "reconciliation", shown: keepsAccounts(institution), part: <ReconciliationPanel institution={institution} /> },
    { name: "books", shown: true, part: <Books institution={institution} books={books.data} /> },
  ] as const;
  if (books.isPending) return <PageSkeleton />;
  if (books.isError) return <Failure error={books.error} retry={() => void books.refetch()} />;
  const shown = parts.filter((each) => each.shown);
  const first = shown.find(({ name }) => name === hash) ?? shown[0];
  return (
    <>
      {isActing || is("centralBank") || isWoundUp ? null : <MustAct actor={institution.address} />}
      {books.data === null ? null : <Sheet institution={institution} books={books.data} />}
      <Tabs defaultValue={first?.name ?? "books"} keepMounted={false}>
        <Tabs.List>
          {shown.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`${name}Tab`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ name, part }) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {part}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function Wallets({ institution }: { readonly institution: Institution }) {
  return (
    <Stack gap="md">
      <OperatorPanel institution={institution} />
      {institution.kinds.includes("bank") ? <WalletDepositsPanel institution={institution} /> : null}
    </Stack>
  );
}

function Books({ institution, books }: { readonly institution: Institution; readonly books: BooksJson | null | undefined }) {
  const t = institutionTexts.use();
  if (books === null || books === undefined) return <EmptyState title={t("noBooks")} text={t("noBooksText")} />;
  return (
    <Stack gap="md">
      {institution.kinds.includes("bank") ? <CapitalPanel institution={institution} books={books} /> : null}
      <BooksPanel books={books} />
    </Stack>
  );
}

function Sheet({ institution, books }: { readonly institution: Institution; readonly books: BooksJson }) {
  const t = institutionTexts.use();
  const nameOf = useAccountName();
  const lines = (classes: readonly string[]) =>
    books.accounts
      .filter((account) => classes.includes(account.class) && account.balanceMinor !== "0")
      .map(({ name, balanceMinor }) => ({ name: nameOf(name), minor: BigInt(balanceMinor) }));
  const result = BigInt(books.totals.incomeMinor) - BigInt(books.totals.expenseMinor);
  return (
    <BalanceSheet
      title={t("balanceSheet")}
      file={`balance-sheet-${institution.name}`}
      money={institution}
      assets={lines(["asset"])}
      liabilities={[...lines(["liability", "equity"]), ...(result === 0n ? [] : [{ name: t("result"), minor: result }])]}
    />
  );
}

function keepsAccounts({ kinds }: Institution): boolean {
  return kinds.some((kind) => kind === "bank" || kind === "paymentInstitution" || kind === "operator");
}

/** An institution's books, `null` where it keeps none. */
async function booksOf(address: Identity["address"]): Promise<BooksJson | null> {
  return await ifKnown(client.economy.books(address), null);
}
