import { Group, Select, Stack, Tabs, Title } from "@mantine/core";
import type { InstitutionJson } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { BooksPanel } from "../../components/books-panel.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { MustAct, useIsActing } from "../../acting/act-form.tsx";
import { AssetsPanel } from "./assets-panel.tsx";
import { BanksPanel } from "./banks-panel.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";
import { CoverTiles } from "./cover-tiles.tsx";
import { GovernmentPanel } from "./government-panel.tsx";
import { IssueForms } from "./issue-forms.tsx";
import { OperatorsPanel } from "./operators-panel.tsx";
import { ParametersPanel } from "./parameters-panel.tsx";
import { ProposalsPanel } from "./proposals-panel.tsx";
import { ReserveSchedulePanel } from "./reserve-schedule-panel.tsx";
import { SeignioragePanel } from "./seigniorage-panel.tsx";
import { StatementPanel } from "./statement-panel.tsx";
import { TiersPanel } from "./tiers-panel.tsx";

/** A central bank as the parts of its page know it. */
export interface Bank {
  readonly address: Identity["address"];
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
}

/** A central bank: what it owns and owes, and everything it does. */
export function Page() {
  const t = centralBankTexts.use();
  const banks = useQuery({ queryKey: ["central-banks"], queryFn: () => client.economy.institutions({ kind: "centralBank", limit: 100 }) });
  const [chosen, setChosen] = useState<string>();
  if (banks.isPending) return <PageSkeleton />;
  if (banks.isError) return <Failure error={banks.error} retry={() => void banks.refetch()} />;
  const { institutions } = banks.data;
  const bank = institutions.find(({ address }) => address === chosen) ?? institutions[0];
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>{t("title")}</Title>
        {institutions.length < 2 ? null : (
          <Select
            aria-label={t("which")}
            data={institutions.map(({ address, name }) => ({ value: address, label: name }))}
            value={bank?.address ?? null}
            onChange={(value) => setChosen(value ?? undefined)}
            allowDeselect={false}
          />
        )}
      </Group>
      {bank === undefined ? <EmptyState title={t("none")} text={t("noneText")} /> : <OfBank key={bank.address} bank={bankOf(bank)} />}
    </Stack>
  );
}

function bankOf({ address, name, unit, decimals }: InstitutionJson): Bank {
  return { address: address as Bank["address"], name, unit, decimals };
}

function OfBank({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  const isActing = useIsActing(bank.address);
  return (
    <>
      <Holder address={bank.address} what={t("address")} />
      {isActing ? null : <MustAct actor={bank.address} />}
      <CoverTiles bank={bank} />
      <StatementPanel bank={bank} />
      <Tabs defaultValue="assets" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="assets">{t("assetsTab")}</Tabs.Tab>
          <Tabs.Tab value="operators">{t("operatorsTab")}</Tabs.Tab>
          <Tabs.Tab value="banks">{t("banksTab")}</Tabs.Tab>
          <Tabs.Tab value="policy">{t("policyTab")}</Tabs.Tab>
          <Tabs.Tab value="books">{t("booksTab")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="assets" pt="md">
          <Stack gap="md">
            <IssueForms bank={bank} />
            <AssetsPanel bank={bank} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="operators" pt="md">
          <OperatorsPanel bank={bank} />
        </Tabs.Panel>
        <Tabs.Panel value="banks" pt="md">
          <BanksPanel bank={bank} />
        </Tabs.Panel>
        <Tabs.Panel value="policy" pt="md">
          <Policy bank={bank} />
        </Tabs.Panel>
        <Tabs.Panel value="books" pt="md">
          <Books bank={bank} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Policy({ bank }: { readonly bank: Bank }) {
  const policy = useLive(["policy", bank.address], () => client.economy.policy(bank.address));
  if (policy.isPending) return <PageSkeleton />;
  if (policy.isError) return <Failure error={policy.error} retry={() => void policy.refetch()} />;
  return (
    <Stack gap="md">
      <ProposalsPanel bank={bank} policy={policy.data} />
      <TiersPanel bank={bank} policy={policy.data} />
      <ParametersPanel bank={bank} policy={policy.data} />
      <ReserveSchedulePanel bank={bank} />
    </Stack>
  );
}

function Books({ bank }: { readonly bank: Bank }) {
  const books = useLive(["books", bank.address], () => client.economy.books(bank.address));
  if (books.isPending) return <PageSkeleton />;
  if (books.isError) return <Failure error={books.error} retry={() => void books.refetch()} />;
  return (
    <Stack gap="md">
      <SeignioragePanel bank={bank} books={books.data} />
      <GovernmentPanel bank={bank} />
      <BooksPanel books={books.data} />
    </Stack>
  );
}
