import { Badge, Paper, Table } from "@mantine/core";
import type { ClearingHouseJson } from "@sycee/protocol";
import { Amount } from "../../components/amount.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { clearingTexts } from "./clearing-texts.ts";
import { useInstitutionNames } from "./institution-names.ts";

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
    <Paper withBorder p="md">
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column, place) => (
                <Table.Th key={column} ta={place < 2 ? "left" : "right"}>
                  {t(column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {house.participants.map(({ institution, status, capMinor, collateralMinor, fundShareMinor, owedMinor }) => (
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
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
