import { Text } from "@mantine/core";
import { payBondInterest, spendFromTreasury } from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Panel } from "../../components/panel.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { banksTexts } from "./banks-texts.ts";
import type { Bank } from "./central-bank-page.tsx";

/** What a government does with its account at a central bank. */
export function GovernmentPanel({ bank }: { readonly bank: Bank }) {
  const t = banksTexts.use();
  const { identity } = useIdentity();
  return (
    <Panel
      title={t("government")}
      aside={identity === undefined || identity.address === bank.address ? null : <GovernmentActs bank={bank} actor={identity.address} />}
    >
      <Text size="sm">{t("governmentText")}</Text>
    </Panel>
  );
}

function GovernmentActs({ bank, actor }: { readonly bank: Bank; readonly actor: Identity["address"] }) {
  const t = banksTexts.use();
  const act = useRowActs({ actor, money: bank });
  const amount = { kind: "amount", label: t("amount") } as const;
  const acts = [
    act({
      label: t("spend"),
      fields: { bank: { kind: "holder", label: t("governmentBank") }, account: { kind: "whole", label: t("account") }, amount },
      calls: (values) => [spendFromTreasury({ bank: values.bank, account: Number(values.account), amountMinor: values.amount })],
    }),
    act({ label: t("payInterest"), fields: { amount }, calls: (values) => [payBondInterest({ amountMinor: values.amount })] }),
  ];
  return <PanelActs what={t("government")} acts={acts} />;
}
