import { SimpleGrid } from "@mantine/core";
import type { BooksJson } from "@sycee/protocol";
import { closeBankPeriod, payDividend, payInCapital } from "@sycee/sdk";
import { useIsActing } from "../../acting/act-form.tsx";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { useAccountName } from "../../components/account-names.ts";
import { Amount } from "../../components/amount.tsx";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { customerTexts } from "./customer-texts.ts";
import type { Institution } from "./institution-page.tsx";

/** A bank's capital, and what it does with its result. */
export function CapitalPanel({ institution, books }: { readonly institution: Institution; readonly books: BooksJson }) {
  const t = customerTexts.use();
  const nameOf = useAccountName();
  const isActing = useIsActing(institution.address);
  const act = useRowActs({ actor: institution.address, money: institution });
  const fields = {
    account: { kind: "whole", label: t("account", { account: "" }).trim() },
    amount: { kind: "amount", label: t("amount") },
  } as const;
  const of = ({ account, amount }: { readonly account: bigint; readonly amount: bigint }) => ({
    account: Number(account),
    amountMinor: amount,
  });
  const acts = [
    act({ label: t("payIn"), fields, calls: (values) => [payInCapital(of(values))] }),
    act({ label: t("dividend"), fields, calls: (values) => [payDividend(of(values))] }),
    act({ label: t("closePeriod"), danger: t("closePeriodDanger"), calls: () => [closeBankPeriod()] }),
  ];
  const equity = books.accounts.filter((account) => account.class === "equity");
  return (
    <Panel title={t("capital")} text={t("capitalText")} aside={isActing ? <PanelActs what={t("capital")} acts={acts} /> : null}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        {equity.map(({ number, name, balanceMinor }) => (
          <StatTile key={number} name={nameOf(name)} value={<Amount minor={balanceMinor} {...institution} />} />
        ))}
      </SimpleGrid>
    </Panel>
  );
}
