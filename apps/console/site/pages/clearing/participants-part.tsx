import { Badge, Stack, Table, Text } from "@mantine/core";
import type { ClearingHouseJson } from "@sycee/protocol";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { formatMoney } from "../../components/money.ts";
import { formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { clearingTexts } from "./clearing-texts.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import { AdmitActs, ParticipantActs } from "./participant-acts.tsx";

const COLUMNS = ["institution", "status", "cap", "collateral", "fundShare", "owed"] as const;
const COLOURS = { invited: "gray", active: "teal", failed: "red", left: "gray" } as const;

interface HouseOptions {
  readonly house: ClearingHouseJson;
}

/** Who takes part, up to what, what each has put up, and what they may owe each other. */
export function ParticipantsPart({ house }: HouseOptions) {
  return (
    <Stack gap="md">
      <ParticipantsTable house={house} />
      {house.limits.length === 0 ? null : <LimitsTable house={house} />}
    </Stack>
  );
}

function ParticipantsTable({ house }: HouseOptions) {
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
            const { institution, status, collateralMinor, fundShareMinor, owedMinor } = participant;
            return (
              <Table.Tr key={institution}>
                <Table.Td>
                  {nameOf(institution)} <Copyable text={institution} what={t("address")} />
                </Table.Td>
                <Table.Td>
                  <Badge variant="outline" color={COLOURS[status]} c="inherit" miw="max-content">
                    {t(status)}
                  </Badge>
                </Table.Td>
                <Table.Td ta="right">
                  <Cap house={house} participant={participant} />
                </Table.Td>
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

function Cap({ house, participant }: HouseOptions & { readonly participant: ClearingHouseJson["participants"][number] }) {
  const t = clearingTexts.use();
  const language = useLanguage();
  const { capMinor, announcedCap } = participant;
  return (
    <>
      <Amount minor={capMinor} unit={house.unit} decimals={house.decimals} />
      {announcedCap === null ? null : (
        <Text size="xs" c="dimmed">
          {t("announced", { amount: formatMoney(announcedCap.capMinor, house, language), time: formatMoment(announcedCap.fromMs) })}
        </Text>
      )}
    </>
  );
}

function LimitsTable({ house }: HouseOptions) {
  const t = clearingTexts.use();
  const nameOf = useInstitutionNames();
  return (
    <Panel title={t("limits")} text={t("limitsText")}>
      <WideTable
        minWidth={420}
        caption={t("limits")}
        columns={[{ label: t("payer") }, { label: t("payee") }, { label: t("limit"), isFigure: true }]}
      >
        <Table.Tbody>
          {house.limits.map(({ payer, payee, limitMinor }) => (
            <Table.Tr key={`${payer} ${payee}`}>
              <Table.Td>{nameOf(payer)}</Table.Td>
              <Table.Td>{nameOf(payee)}</Table.Td>
              <Table.Td ta="right">
                <Amount minor={limitMinor} unit={house.unit} decimals={house.decimals} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
