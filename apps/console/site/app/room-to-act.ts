import { type Route, ROUTES } from "@sycee/protocol";

/**
 * Late answers that are waited for at a time. A browser opens six connections to a node: one follows its blocks, and what somebody signs must find one
 * free, as must what tells how things stand before it.
 */
export const MOST_LATE = 3;
/** What read models answer, later than everything else where the machine is busy, and what counts the whole state. */
const LATE_ROUTES: readonly Route[] = [
  ROUTES.getSupplySeries,
  ROUTES.getActivitySeries,
  ROUTES.getStatementSeries,
  ROUTES.getFlows,
  ROUTES.getHolderShares,
  ROUTES.listRecentEvents,
  ROUTES.search,
  ROUTES.listAccountPayments,
  ROUTES.getAccountStatement,
  ROUTES.getPastBalances,
  ROUTES.listAlerts,
  ROUTES.getAlert,
  ROUTES.listCases,
  ROUTES.getCase,
  ROUTES.recountLaws,
];
const LATE = new RegExp(`^(?:${LATE_ROUTES.map(({ path }) => path.replaceAll(/\{\w+\}/g, "[^/]+")).join("|")})$`);

/** The same `fetch`, of which at most {@link MOST_LATE} requests that are answered late are under way at a time; other such wait in their order. */
export function leavingRoomToAct(request: typeof fetch): typeof fetch {
  let underWay = 0;
  const waiting = new Set<() => void>();
  const next = (): void => {
    const [first] = waiting;
    if (first === undefined || underWay >= MOST_LATE) return;
    waiting.delete(first);
    underWay += 1;
    first();
  };
  return async (input, init) => {
    if (!isLate(input, init)) return await request(input, init);
    await turn(waiting, next, init?.signal);
    try {
      return await request(input, init);
    } finally {
      underWay -= 1;
      next();
    }
  };
}

function isLate(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): boolean {
  return (init?.method ?? "GET") === "GET" && LATE.test(new URL(input instanceof Request ? input.url : input).pathname);
}

/** Resolves when it is one's turn; rejects with the signal's reason when that aborts before. */
async function turn(waiting: Set<() => void>, next: () => void, signal: AbortSignal | null | undefined): Promise<void> {
  signal?.throwIfAborted();
  let isTurn = false;
  await new Promise<void>((resolve) => {
    const begin = (): void => {
      isTurn = true;
      signal?.removeEventListener("abort", giveUp);
      resolve();
    };
    function giveUp(): void {
      waiting.delete(begin);
      resolve();
    }
    signal?.addEventListener("abort", giveUp, { once: true });
    waiting.add(begin);
    next();
  });
  if (!isTurn) signal?.throwIfAborted();
}
