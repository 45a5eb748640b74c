import { Table } from "@mantine/core";
import type { Address, ClearingHouseJson, SettledPaymentsJson } from "@sycee/protocol";
import { claimReturned } from "@sycee/sdk";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { Identity } from "../../identity/identity.ts";
import { settledTexts } from "./settled-texts.ts";

interface UnclaimedOptions {
  readonly house: ClearingHouseJson;
  readonly actor: Identity["address"];
}

type Unclaimed = SettledPaymentsJson["unclaimed"][number];

/** Payments of an institution that came back to accounts that take nothing in any more, and how each is put onto another. */
export function UnclaimedPanel({ unclaimed, ...options }: UnclaimedOptions & { readonly unclaimed: readonly Unclaimed[] }) {
  const t = settledTexts.use();
  return (
    <Panel title={t("unclaimed")} text={t("unclaimedText")}>
      <WideTable
        minWidth={300}
        caption={t("unclaimed")}
        columns={[{ label: t("number") }, { label: t("amount"), isFigure: true }, { label: "" }]}
      >
        <Table.Tbody>
          {unclaimed.map((payment) => (
            <UnclaimedRow key={payment.number} {...options} payment={payment} />
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function UnclaimedRow({ house, actor, payment }: UnclaimedOptions & { readonly payment: Unclaimed }) {
  const t = settledTexts.use();
  const { number } = payment;
  const what = t("payment", { number });
  const amount = <Amount minor={payment.amountMinor} unit={house.unit} decimals={house.decimals} />;
  const act = useRowActs({ actor, money: house, what, rows: [{ name: t("amount"), value: amount }] });
  const claim = act({
    label: t("claim"),
    fields: { account: { kind: "whole", label: t("ontoAccount") } },
    rows: [{ name: t("rule"), value: t("claimRule") }],
    calls: ({ account }) => [claimReturned({ house: house.address as Address, number: BigInt(number), account: Number(account) })],
  });
  return (
    <Table.Tr>
      <Table.Td className="figures">{number}</Table.Td>
      <Table.Td ta="right">{amount}</Table.Td>
      <Table.Td>
        <RowActs what={what} acts={[claim]} />
      </Table.Td>
    </Table.Tr>
  );
}
