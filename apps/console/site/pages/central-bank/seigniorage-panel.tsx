import { Button, Divider, SimpleGrid, Stack } from "@mantine/core";
import type { BooksJson } from "@sycee/protocol";
import { closeCentralBankPeriod, remitProfit } from "@sycee/sdk";
import { ActForm, useIsActing } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { Amount } from "../../components/amount.tsx";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";

/** Numbers of accounts in the books of every central bank. */
const CAPITAL = 3_010;
const RETAINED = 3_020;

/** What issuing money earned, and what becomes of it. */
export function SeignioragePanel({ bank, books }: { readonly bank: Bank; readonly books: BooksJson }) {
  const t = centralBankTexts.use();
  const perform = usePerform();
  const isActing = useIsActing(bank.address);
  const balance = (account: number) => books.accounts.find(({ number }) => number === account)?.balanceMinor ?? "0";
  const figures = [
    { name: t("earned"), minor: books.totals.incomeMinor },
    { name: t("spent"), minor: books.totals.expenseMinor },
    { name: t("retained"), minor: balance(RETAINED) },
    { name: t("capital"), minor: balance(CAPITAL) },
  ];
  const rows = figures.slice(0, 3).map(({ name, minor }) => ({ name, value: <Amount minor={minor} {...bank} /> }));
  const close = () =>
    void perform({ title: t("closePeriodTitle"), rows, danger: t("closePeriodDanger"), calls: [closeCentralBankPeriod()] });
  return (
    <Panel
      title={t("seigniorage")}
      text={t("seigniorageText")}
      aside={
        <Button variant="default" size="xs" onClick={close} disabled={!isActing}>
          {t("closePeriod")}
        </Button>
      }
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
          {figures.map(({ name, minor }) => (
            <StatTile key={name} name={name} value={<Amount minor={minor} {...bank} />} />
          ))}
        </SimpleGrid>
        <Divider label={t("remit")} labelPosition="left" />
        <ActForm
          actor={bank.address}
          money={bank}
          button={t("remitButton")}
          fields={{ government: { kind: "holder", label: t("government") }, amount: { kind: "amount", label: t("amount") } }}
          act={({ government, amount }) => ({
            title: t("remit"),
            rows: [],
            danger: t("cannotUndo"),
            calls: [remitProfit({ government, amountMinor: amount })],
          })}
        />
      </Stack>
    </Panel>
  );
}
