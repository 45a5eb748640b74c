import type { AccountStatementJson } from "@sycee/protocol";
import { furtherPayments, type ReadSession } from "@sycee/sdk";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { downloadCsv } from "../../components/csv.ts";
import { useNames } from "../../identity/names.ts";
import { useReadSession } from "../../identity/read-session.ts";
import { historyTexts } from "./history-texts.ts";
import { statementRows } from "./statement-rows.ts";

/** A month of more payments is not told in one piece. */
const MOST_PAYMENTS = 100_000;
/** And one of more than these is no reading matter on paper: three hundred pages. */
const MOST_PRINTED = 10_000;

/** What is done with a statement that takes more of its month than was listed. */
export interface WholeStatement {
  /** Fetches the next page of the month's payments. */
  fetchMore(taken: (more: AccountStatementJson) => void): void;
  /** Offers the whole month as a file. */
  takeAway(): void;
  /** Prints the whole month. */
  print(): void;
  /** The whole month, while it is to be drawn for paper. */
  readonly printed: AccountStatementJson | undefined;
  /** Why the whole month was not given, in words. */
  readonly problem: string | undefined;
  readonly isFetching: boolean;
  readonly error: unknown;
}

/** Fetches the rest of a statement's month when it is asked for. */
export function useWholeStatement(statement: AccountStatementJson | undefined): WholeStatement {
  const t = historyTexts.use();
  const names = useNames();
  const { read } = useReadSession();
  const [problem, setProblem] = useState<string>();
  const [printed, setPrinted] = useState<AccountStatementJson>();
  const fetching = useMutation({
    mutationFn: async ({ from, most }: { readonly from: AccountStatementJson; readonly most: number }) =>
      await read(async (session) => await withFurther(session, from, most)),
  });
  // Once every row is drawn.
  useEffect(() => {
    if (printed === undefined) return;
    globalThis.print();
    setPrinted(undefined);
  }, [printed]);
  const fetch = (most: number, taken: (more: AccountStatementJson) => void): void => {
    setProblem(undefined);
    if (statement !== undefined) fetching.mutate({ from: statement, most }, { onSuccess: taken });
  };
  const whole = (most: number, tooMany: "tooMany" | "tooManyToPrint", taken: (whole: AccountStatementJson) => void): void =>
    fetch(most, (more) => (more.isComplete ? taken(more) : setProblem(t(tooMany, { count: most }))));
  return {
    fetchMore: (taken) => fetch((statement?.payments.length ?? 0) + 1, taken),
    takeAway: () =>
      whole(MOST_PAYMENTS, "tooMany", (more) =>
        downloadCsv(
          `statement-${more.month}.csv`,
          statementRows(more, (other) => names.of(other) ?? other),
        ),
      ),
    print: () => whole(MOST_PRINTED, "tooManyToPrint", setPrinted),
    printed,
    problem,
    isFetching: fetching.isPending,
    error: fetching.error,
  };
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
