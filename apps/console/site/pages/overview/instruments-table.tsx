import { Badge, Table } from "@mantine/core";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { useInstrumentName } from "../../components/instrument-names.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { CHINESE_INSTRUMENT_KINDS, useLedgerName } from "./ledger-names.ts";
import { overviewTexts } from "./overview-texts.ts";

/** What was issued and redeemed of each instrument. */
export function InstrumentsTable() {
  const t = overviewTexts.use();
  const nameOf = useInstrumentName();
  const kindOf = useLedgerName(CHINESE_INSTRUMENT_KINDS);
  const instruments = useLive(["instruments"], () => client.instruments());
  if (instruments.isPending) return <PageSkeleton />;
  if (instruments.isError) return <Failure error={instruments.error} retry={() => void instruments.refetch()} />;
  return (
    <Panel title={t("instruments")}>
      <WideTable
        minWidth={560}
        caption={t("instruments")}
        columns={[
          { label: t("instrument") },
          { label: t("kind") },
          { label: t("issued"), isFigure: true },
          { label: t("redeemed"), isFigure: true },
          { label: t("outstanding"), isFigure: true },
        ]}
      >
        <Table.Tbody>
          {instruments.data.map(({ instrument, symbol, kind, unit, decimals, issuedMinor, redeemedMinor, outstandingMinor }) => (
            <Table.Tr key={instrument}>
              <Table.Td>{nameOf({ kind, unit, symbol })}</Table.Td>
              <Table.Td>
                <Badge variant="light" color="gray" miw="max-content">
                  {kindOf(kind)}
                </Badge>
              </Table.Td>
              {[issuedMinor, redeemedMinor, outstandingMinor].map((minor, place) => (
                <Table.Td key={["issued", "redeemed", "outstanding"][place]} ta="right">
                  <Amount minor={minor} unit={unit} decimals={decimals} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
