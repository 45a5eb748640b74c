import { Button, Group, Select, Skeleton, Stack } from "@mantine/core";
import type { Address } from "@sycee/protocol";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useLanguage } from "../../app/texts.ts";
import { componentTexts } from "../../components/component-texts.ts";
import { downloadCsv } from "../../components/csv.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { useNames } from "../../identity/names.ts";
import { useReading } from "../../identity/use-reading.ts";
import { useHead } from "../../live/head.ts";
import { historyTexts } from "./history-texts.ts";
import { StatementView } from "./statement-view.tsx";
import { statementRows } from "./statement-rows.ts";

const MONTHS = 24;

/** A wallet's payments of a month with running balances, to read, to take away and to print. */
export function HistoryPart({ address }: { readonly address: string }) {
  const t = historyTexts.use();
  const shared = componentTexts.use();
  const language = useLanguage();
  const names = useNames();
  const blockMs = useHead().block?.timeMs;
  const months = monthsUntil(Number(blockMs ?? Date.now()));
  const [chosen, setChosen] = useState<string>();
  const month = chosen ?? months[0] ?? "";
  const { answer, cannotSign, error, retry } = useReading(
    ["statement", address, month],
    async (session) => await session.statement(address as Address, month),
  );
  const { data } = answer;
  const takeAway = () => {
    if (data !== undefined)
      downloadCsv(
        `statement-${month}.csv`,
        statementRows(data, (other) => names.of(other) ?? other),
      );
  };
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        <Select
          label={t("month")}
          data={months.map((value) => ({ value, label: monthText(value, language) }))}
          value={month}
          onChange={(value) => value !== null && setChosen(value)}
          allowDeselect={false}
          w={200}
        />
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={takeAway} disabled={data === undefined}>
          {shared("exportCsv")}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => globalThis.print()} disabled={data === undefined}>
          {t("print")}
        </Button>
      </Group>
      {data === undefined ? null : <StatementView statement={data} month={monthText(data.month, language)} />}
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

/** `2026-11` and those before it, in UTC. */
function monthsUntil(timeMs: number): readonly string[] {
  const last = new Date(timeMs);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

function monthText(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
}
