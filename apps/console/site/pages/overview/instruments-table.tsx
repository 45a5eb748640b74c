import { Badge, Paper, Table, Title } from "@mantine/core";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useLive } from "../../live/use-live.ts";
import { overviewTexts } from "./overview-texts.ts";

/** What was issued and redeemed of each instrument. */
export function InstrumentsTable() {
  const t = overviewTexts.use();
  const instruments = useLive(["instruments"], () => client.instruments());
  if (instruments.isPending) return <PageSkeleton />;
  if (instruments.isError) return <Failure error={instruments.error} retry={() => void instruments.refetch()} />;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={3} size="h5" mb="sm">
        {t("instruments")}
      </Title>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("instrument")}</Table.Th>
              <Table.Th>{t("kind")}</Table.Th>
              <Table.Th ta="right">{t("issued")}</Table.Th>
              <Table.Th ta="right">{t("redeemed")}</Table.Th>
              <Table.Th ta="right">{t("outstanding")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {instruments.data.map(({ instrument, symbol, kind, unit, decimals, issuedMinor, redeemedMinor, outstandingMinor }) => (
              <Table.Tr key={instrument}>
                <Table.Td>{symbol}</Table.Td>
                <Table.Td>
                  <Badge variant="light" color="gray">
                    {kind}
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
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
