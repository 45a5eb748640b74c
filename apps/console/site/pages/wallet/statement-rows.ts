import type { AccountStatementJson } from "@sycee/protocol";
import { isoMomentAt } from "../../components/moment.ts";
import { decimalOf } from "../../components/money.ts";

/** One payment of a statement. */
export type StatementPayment = AccountStatementJson["payments"][number];

/** What a payment did to an account: below 0 if it paid, `0n` if it was between its own places. */
export function changeOf({ from, to, amountMinor }: Pick<StatementPayment, "from" | "to" | "amountMinor">, address: string): bigint {
  const amount = BigInt(amountMinor);
  return (to === address ? amount : 0n) - (from === address ? amount : 0n);
}

/** With whom a payment was; `null` for what was issued, redeemed, or the account's own. */
export function counterpartyOf({ from, to }: Pick<StatementPayment, "from" | "to">, address: string): string | null {
  if (from === to) return null;
  return from === address ? to : from;
}

/** A statement as rows of a file, its head first: exact decimals, times in the zone of its month, the newest payment first. */
export function statementRows(statement: AccountStatementJson, nameOf: (address: string) => string): readonly (readonly string[])[] {
  const { address, payments, zoneOffsetMinutes } = statement;
  const head = ["time", "height", "transaction", "kind", "counterparty", "name", "instrument", "unit", "change", "balance", "purpose"];
  const rows = payments.map((payment) => {
    const { timeMs, height, transaction, kind, symbol, unit, decimals, balanceMinor, purpose } = payment;
    const counterparty = counterpartyOf(payment, address);
    return [
      isoMomentAt(timeMs, zoneOffsetMinutes),
      height,
      transaction,
      kind,
      counterparty ?? "",
      counterparty === null ? "" : nameOf(counterparty),
      symbol,
      unit,
      decimalOf(changeOf(payment, address), decimals),
      decimalOf(balanceMinor, decimals),
      purpose ?? "",
    ];
  });
  return [head, ...rows];
}
