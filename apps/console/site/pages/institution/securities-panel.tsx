import { Table, Text } from "@mantine/core";
import type { banking } from "@sycee/sdk";
import { useIsActing } from "../../acting/act-form.tsx";
import { Amount } from "../../components/amount.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatDay } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { MarketPart } from "./market-panel.tsx";
import { marketTexts } from "./market-texts.ts";
import { HoldingActs, NewSecurityActs, useSecurityKinds } from "./security-acts.tsx";

/** A bank's securities: what it pledges and sells, and how others come in. */
export function SecuritiesPanel({ institution, positions }: MarketPart) {
  const t = marketTexts.use();
  const isActing = useIsActing(institution.address);
  return (
    <Panel title={t("securities")} text={t("securitiesText")} aside={isActing ? <NewSecurityActs institution={institution} /> : null}>
      {positions.holdings.length === 0 ? (
        <Text size="sm">{t("noSecurities")}</Text>
      ) : (
        <WideTable
          minWidth={900}
          caption={t("securities")}
          columns={[
            { label: t("number") },
            { label: t("kind") },
            { label: t("description") },
            { label: t("bookValue"), isFigure: true },
            { label: t("pledged"), isFigure: true },
            { label: t("custodian") },
            { label: t("attestedOn") },
            { label: "" },
          ]}
        >
          <Table.Tbody>
            {positions.holdings.map((holding) => (
              <HoldingRow key={`${holding.id}`} institution={institution} positions={positions} holding={holding} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

function HoldingRow({ institution, positions, holding }: MarketPart & { readonly holding: banking.SecuritiesHolding }) {
  const t = marketTexts.use();
  const kinds = useSecurityKinds();
  const isActing = useIsActing(institution.address);
  return (
    <Table.Tr>
      <Table.Td className="figures">{`${holding.id}`}</Table.Td>
      <Table.Td>{kinds.find(({ number }) => number === holding.kind)?.label ?? holding.kind}</Table.Td>
      <Table.Td>{holding.description}</Table.Td>
      <Table.Td ta="right">
        <Amount minor={holding.bookValue} {...institution} />
      </Table.Td>
      <Table.Td ta="right">
        <Amount minor={holding.pledged} {...institution} />
      </Table.Td>
      <Table.Td>
        <Holder address={holding.custodian} what={t("address")} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{formatDay(holding.attestedOn)}</Table.Td>
      <Table.Td>{isActing ? <HoldingActs institution={institution} positions={positions} holding={holding} /> : null}</Table.Td>
    </Table.Tr>
  );
}
