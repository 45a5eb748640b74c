import { Alert, Button, Group, Select, Skeleton, Stack } from "@mantine/core";
import type { AccountStatementJson, Address } from "@sycee/protocol";
import { furtherPayments, type ReadSession } from "@sycee/sdk";
import { useMutation } from "@tanstack/react-query";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useLanguage } from "../../app/texts.ts";
import { componentTexts } from "../../components/component-texts.ts";
import { downloadCsv } from "../../components/csv.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { useNames } from "../../identity/names.ts";
import { useReadSession } from "../../identity/read-session.ts";
import { useReading } from "../../identity/use-reading.ts";
import { useHead } from "../../live/head.ts";
import { historyTexts } from "./history-texts.ts";
import { StatementView } from "./statement-view.tsx";
import { statementRows } from "./statement-rows.ts";

const MONTHS = 24;
/** A month of more payments is not told in one piece. */
const MOST_PAYMENTS = 100_000;

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
  const { read } = useReadSession();
  // Once more than the newest payments are wanted, they are those of one block: what is new would shift them.
  const [problem, setProblem] = useState<string>();
  const [kept, setKept] = useState<AccountStatementJson>();
  const data = kept?.address === address && kept.month === month ? kept : answer.data;
  const fetching = useMutation({
    mutationFn: async ({ from, most }: { readonly from: AccountStatementJson; readonly most: number }) =>
      await read(async (session) => await withFurther(session, from, most)),
  });
  const tooMany = t("tooMany", { count: MOST_PAYMENTS });
  const fetchMore = (from: AccountStatementJson) =>
    fetching.mutate({ from, most: from.payments.length + 1 }, { onSuccess: (more) => setKept(more) });
  const takeAway = (from: AccountStatementJson) =>
    fetching.mutate(
      { from, most: MOST_PAYMENTS },
      {
        onSuccess: (whole) => {
          if (!whole.isComplete) return setProblem(tooMany);
          downloadCsv(
            `statement-${month}.csv`,
            statementRows(whole, (other) => names.of(other) ?? other),
          );
        },
      },
    );
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
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => data !== undefined && takeAway(data)}
          loading={fetching.isPending}
          disabled={data === undefined}
        >
          {shared("exportCsv")}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => globalThis.print()} disabled={data === undefined}>
          {t("print")}
        </Button>
      </Group>
      {problem === undefined ? null : <Alert color="yellow">{problem}</Alert>}
      {fetching.isError ? <Failure error={fetching.error} /> : null}
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
          statement={data}
          month={monthText(data.month, language)}
          fetchMore={() => fetchMore(data)}
          isFetching={fetching.isPending}
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

/** A statement with at least `most` of its payments, or all that there are. */
async function withFurther(session: ReadSession, statement: AccountStatementJson, most: number): Promise<AccountStatementJson> {
  const payments = [...statement.payments];
  if (payments.length >= most) return statement;
  for await (const further of furtherPayments(session, statement)) {
    payments.push(...further);
    if (payments.length >= most) return { ...statement, payments };
  }
  return { ...statement, payments, isComplete: true };
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
