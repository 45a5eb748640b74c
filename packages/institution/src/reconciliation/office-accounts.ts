import { setImmediate as nextTurn } from "node:timers/promises";
import type { OfficeStore } from "../store/office-store.ts";
import type { OfficeAccount } from "./compare-books.ts";

/** Rows read before requests of others get their turn. */
const ROWS_AT_ONCE = 1_000;

/**
 * What the office's own books have of each account, in the order of its customers' ids: the balance, and what the lines add up to.
 * Lines are read some at a time, so that neither memory nor the time between two turns grows with how many there are. The
 * caller sees to it that no line is written meanwhile.
 */
export async function officeAccounts(store: OfficeStore): Promise<OfficeAccount[]> {
  const accounts: OfficeAccount[] = [];
  let after: string | undefined;
  for (;;) {
    const customers = Array.from(
      store.customers.getRange({ ...(after === undefined ? {} : { start: after, exclusiveStart: true }), limit: ROWS_AT_ONCE }),
      ({ value }) => value,
    );
    for (const { account, id, balanceMinor, lines } of customers) {
      if (account === undefined) continue;
      accounts.push({ account, customer: id, balanceMinor: BigInt(balanceMinor), ...(await sumLines(store, account, lines)) });
    }
    after = customers.at(-1)?.id;
    if (customers.length < ROWS_AT_ONCE) return accounts;
    await nextTurn();
  }
}

/** What an account's lines add up to, and the first that is missing, is one too many or does not follow from the one before. */
async function sumLines(store: OfficeStore, account: number, count: number): Promise<Pick<OfficeAccount, "linesMinor" | "wrongLine">> {
  let linesMinor = 0n;
  let next = 0;
  let position = 0;
  let wrongLine: number | undefined;
  const end: [number, number] = [account + 1, 0];
  for (;;) {
    const start: [number, number] = [account, position];
    const lines = Array.from(store.lines.getRange({ start, end, limit: ROWS_AT_ONCE }));
    for (const { key, value } of lines) {
      linesMinor += BigInt(value.amountMinor);
      if (key[1] !== next || linesMinor !== BigInt(value.balanceMinor)) wrongLine ??= next;
      next += 1;
      position = key[1] + 1;
    }
    if (lines.length < ROWS_AT_ONCE) break;
    await nextTurn();
  }
  if (next !== count) wrongLine ??= Math.min(next, count);
  return wrongLine === undefined ? { linesMinor } : { linesMinor, wrongLine };
}
