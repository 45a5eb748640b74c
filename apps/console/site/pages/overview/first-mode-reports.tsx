import { Alert, Text } from "@mantine/core";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { formatMoment } from "../../components/moment.ts";
import { formatMoney } from "../../components/money.ts";
import { useLive } from "../../live/use-live.ts";
import type { EvidenceRow } from "./law-columns.ts";
import { lawTexts } from "./law-texts.ts";

const REFRESH_MS = 5_000;

/** What institutions in the first mode report themselves, since the ledger cannot count what banks keep for them. */
export function FirstModeReports({ rows }: { readonly rows: readonly EvidenceRow[] }) {
  const t = lawTexts.use();
  return (
    <Alert color="gray" variant="light" mb="sm">
      <Text size="sm">{t("beyondLedgerText")}</Text>
      {rows.map(({ institution }) => (
        <FirstModeReport key={`${institution}`} address={`${institution}`} />
      ))}
    </Alert>
  );
}

function FirstModeReport({ address }: { readonly address: string }) {
  const t = lawTexts.use();
  const language = useLanguage();
  const read = useLive(
    ["payment-institution", address],
    () => client.paymentInstitution(address as Parameters<typeof client.paymentInstitution>[0]),
    REFRESH_MS,
  );
  if (read.data === undefined) return null;
  const { name, report } = read.data;
  if (report === null) return <Text size="sm">{t("firstModeNoReport", { name })}</Text>;
  const time = formatMoment(report.atMs);
  const amount = formatMoney(report.shortfallMinor, read.data, language);
  return (
    <Text size="sm" fw={600}>
      {report.shortfallMinor === "0" ? t("firstModeNoShortfall", { name, time }) : t("firstModeShortfall", { name, amount, time })}
    </Text>
  );
}
