import type { AccountStatementJson, Address } from "@sycee/protocol";
import type { ReadSession } from "./read-session.ts";

const PAGE = 500;

type Listed = Pick<AccountStatementJson, "address" | "fromMs" | "payments" | "isComplete">;

/** The payments of a statement's month after those that it lists, the newest first, page after page; none where it lists all. Throws `SyceeError`. */
export async function* furtherPayments(
  session: Pick<ReadSession, "payments">,
  { address, fromMs, payments, isComplete }: Listed,
): AsyncGenerator<AccountStatementJson["payments"], void> {
  let before = isComplete ? null : (payments.at(-1)?.place ?? null);
  while (before !== null) {
    const page = await session.payments(address as Address, { limit: PAGE, before });
    const ofMonth = page.payments.filter(({ timeMs }) => BigInt(timeMs) >= BigInt(fromMs));
    if (ofMonth.length > 0) yield ofMonth;
    before = ofMonth.length < page.payments.length ? null : page.next;
  }
}
