import { Alert, Button, Group, Select, Skeleton, Stack } from "@mantine/core";
import type { AccountStatementJson, Address } from "@sycee/protocol";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useLanguage } from "../../app/texts.ts";
import { componentTexts } from "../../components/component-texts.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { zoneName } from "../../components/moment.ts";
import { useReading } from "../../identity/use-reading.ts";
import { useHead } from "../../live/head.ts";
import { historyTexts } from "./history-texts.ts";
import { StatementView } from "./statement-view.tsx";
import { useWholeStatement } from "./use-whole-statement.ts";
import { useZone } from "./use-zone.ts";

const MONTHS = 24;

/** A wallet's payments of a month with running balances, to read, to take away and to print. */
export function HistoryPart({ address }: { readonly address: string }) {
  const zone = useZone();
  if (zone.data !== undefined) return <MonthPart address={address} zone={zone.data} />;
  return zone.isError ? <Failure error={zone.error} retry={() => void zone.refetch()} /> : <Skeleton height={360} />;
}

/** The same, of months that end so many minutes east of Greenwich. */
function MonthPart({ address, zone }: { readonly address: string; readonly zone: number }) {
  const t = historyTexts.use();
  const shared = componentTexts.use();
  const language = useLanguage();
  const blockMs = useHead().block?.timeMs;
  const months = monthsUntil(Number(blockMs ?? Date.now()), zone);
  const [chosen, setChosen] = useState<string>();
  const month = chosen ?? months[0] ?? "";
  const { answer, cannotSign, error, retry } = useReading(
    ["statement", address, month, zone],
    async (session) => await session.statement(address as Address, month, zone),
  );
  // Once more than the newest payments are wanted, they are those of one block: what is new would shift them.
  const [kept, setKept] = useState<AccountStatementJson>();
  const data = kept?.address === address && kept.month === month ? kept : answer.data;
  const whole = useWholeStatement(data);
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        <Select
          label={t("month", { zone: zoneName(zone) })}
          data={months.map((value) => ({ value, label: monthText(value, language) }))}
          value={month}
          onChange={(value) => value !== null && setChosen(value)}
          allowDeselect={false}
          w={200}
        />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={whole.takeAway}
          loading={whole.isFetching}
          disabled={data === undefined}
        >
          {shared("exportCsv")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          onClick={whole.print}
          loading={whole.isFetching}
          disabled={data === undefined}
        >
          {t("print")}
        </Button>
      </Group>
      {whole.problem === undefined ? null : <Alert color="yellow">{whole.problem}</Alert>}
      {whole.error === null ? null : <Failure error={whole.error} />}
      {data !== kept || kept === undefined ? null : (
        <Alert color="blue" variant="light">
          <Group justify="space-between">
            {t("fetched")}
            <Button size="xs" variant="default" onClick={() => setKept(undefined)}>
              {t("goOn")}
            </Button>
          </Group>
        </Alert>
      )}
      {data === undefined ? null : (
        <StatementView
          key={`${address} ${data.month}`}
          statement={whole.printed ?? data}
          month={monthText(data.month, language)}
          fetchMore={() => whole.fetchMore(setKept)}
          isFetching={whole.isFetching}
          isPrinted={whole.printed !== undefined}
        />
      )}
      {data !== undefined ? null : cannotSign ? (
        <EmptyState title={t("cannotSign")} text={t("cannotSignText")} />
      ) : error === null ? (
        <Skeleton height={360} />
      ) : (
        <Failure error={error} retry={retry} />
      )}
    </Stack>
  );
}

/** `2026-11` and those before it, as they end so many minutes east of Greenwich. */
function monthsUntil(timeMs: number, zone: number): readonly string[] {
  const last = new Date(timeMs + zone * 60_000);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

function monthText(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
}
