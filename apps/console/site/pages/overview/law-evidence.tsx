import { Badge, Table } from "@mantine/core";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { Holder } from "../../components/holder.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { allInstitutions } from "../institution/institutions-page.tsx";
import { type ColumnKind, columnsOf, type EvidenceRow, isBeyondLedger, type Money, moneyOf } from "./law-columns.ts";
import { lawTexts } from "./law-texts.ts";
import { useLedgerName } from "./ledger-names.ts";
import { CHINESE_EVIDENCE_WORDS, EVIDENCE_LABELS } from "./law-labels.ts";
import { useLanguage } from "../../app/texts.ts";

const COLUMN_WIDTH = 140;
const INSTITUTIONS_MS = 5_000;

/** What was counted for a law, a row each. */
export function LawEvidence({ rows, caption }: { readonly rows: readonly EvidenceRow[]; readonly caption: string }) {
  const language = useLanguage();
  const instruments = useLive(["instruments"], () => client.instruments());
  const institutions = useLive(["institutions"], allInstitutions, INSTITUTIONS_MS);
  const known = { instruments: instruments.data ?? [], institutions: institutions.data ?? [] };
  const columns = columnsOf(rows);
  return (
    <WideTable
      minWidth={COLUMN_WIDTH * columns.length}
      maxHeight={360}
      caption={caption}
      columns={columns.map(({ name, kind }) => ({ label: EVIDENCE_LABELS[language][name] ?? name, isFigure: kind === "amount" }))}
    >
      <Table.Tbody>
        {rows.map((row, place) => (
          <Table.Tr key={`${place}`}>
            {columns.map(({ name, kind }) => (
              <Table.Td key={name} ta={kind === "amount" ? "right" : "left"}>
                <EvidenceValue row={row} name={name} kind={kind} money={moneyOf(row, known)} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

interface EvidenceValueOptions {
  readonly row: EvidenceRow;
  readonly name: string;
  readonly kind: ColumnKind;
  readonly money: Money | undefined;
}

function EvidenceValue({ row, name, kind, money }: EvidenceValueOptions) {
  const t = lawTexts.use();
  const wordOf = useLedgerName(CHINESE_EVIDENCE_WORDS);
  const value = row[name];
  if (value === undefined) return "–";
  if (kind === "state" && isBeyondLedger(row)) {
    return (
      <Badge color="gray" variant="light" miw="max-content">
        {t("beyondLedger")}
      </Badge>
    );
  }
  if (kind === "state") {
    return (
      <Badge color={value === true ? "teal" : "red"} variant="light" miw="max-content">
        {t(value === true ? "holds" : "broken")}
      </Badge>
    );
  }
  if (kind === "holder") return <Holder address={`${value}`} what={t("address")} />;
  if (kind === "amount" && money !== undefined) return <Amount minor={`${value}`} unit={money.unit} decimals={money.decimals} />;
  return kind === "word" ? wordOf(`${value}`) : `${value}`;
}
