import { Badge, Table } from "@mantine/core";
import type { ClearingHouseJson } from "@sycee/protocol";
import { Amount } from "../../components/amount.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { clearingTexts } from "./clearing-texts.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import { AdmitActs, ParticipantActs } from "./participant-acts.tsx";

const COLUMNS = ["institution", "status", "cap", "collateral", "fundShare", "owed"] as const;
const COLOURS = { invited: "gray", active: "teal", failed: "red", left: "gray" } as const;

/** Who takes part, up to what, and what each has put up. */
export function ParticipantsTable({ house }: { readonly house: ClearingHouseJson }) {
  const t = clearingTexts.use();
  const nameOf = useInstitutionNames();
  const amount = (minor: string) => (
    <Table.Td ta="right">
      <Amount minor={minor} unit={house.unit} decimals={house.decimals} />
    </Table.Td>
  );
  return (
    <Panel title={t("participants")} aside={<AdmitActs house={house} />}>
      <WideTable
        minWidth={820}
        caption={t("participants")}
        columns={[...COLUMNS.map((column, place) => ({ label: t(column), isFigure: place >= 2 })), { label: "" }]}
      >
        <Table.Tbody>
          {house.participants.map((participant) => {
            const { institution, status, capMinor, collateralMinor, fundShareMinor, owedMinor } = participant;
            return (
              <Table.Tr key={institution}>
                <Table.Td>
                  {nameOf(institution)} <Copyable text={institution} what={t("address")} />
                </Table.Td>
                <Table.Td>
                  <Badge variant="outline" color={COLOURS[status]} c="inherit">
                    {t(status)}
                  </Badge>
                </Table.Td>
                {amount(capMinor)}
                {amount(collateralMinor)}
                {amount(fundShareMinor)}
                {amount(owedMinor)}
                <Table.Td>
                  <ParticipantActs house={house} participant={participant} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
