import type { BlockStatistics, ChainReader, JsonValue, ResourceChange } from "@sycee/ledger";
import type { Tables } from "../database/tables.ts";

type Line = Pick<Tables["statement_lines"], "institution" | "side" | "line" | "amount">;

const SIDES = ["asset", "liability", "equity", "income", "expense"] as const;
/** A central bank's lines are those that central banks publish, made of its books and of what lies at it. */
const CENTRAL_BANK_BOOKS = "0x4::central_bank_books::CentralBankBooks";

interface AccountJson {
  readonly number: number;
  readonly class: number;
  readonly name: string;
  readonly debit: string;
  readonly credit: string;
}

/** Lines of the books that a block changed. Modules can put values at any address: only books that lie at their institution are its own. */
export function bookLines(reader: ChainReader, changes: readonly ResourceChange[]): Line[] {
  return changes.flatMap(({ address, type, value }) => {
    const field = reader.booksField(type);
    const books = field === undefined ? undefined : fieldsOf(value)?.[field];
    if (type === CENTRAL_BANK_BOOKS || books === undefined || fieldsOf(books)?.institution !== address) return [];
    const { accounts } = books as unknown as { readonly accounts: readonly AccountJson[] };
    return accounts.flatMap((account) => {
      const side = SIDES[account.class - 1];
      if (side === undefined) return [];
      const debit = BigInt(account.debit) - BigInt(account.credit);
      const amount = side === "asset" || side === "expense" ? debit : -debit;
      return [{ institution: address, side, line: `${account.number} ${account.name}`, amount }];
    });
  });
}

/** Lines of every central bank's statement. */
export function centralBankLines(statistics: BlockStatistics | undefined): Line[] {
  return (statistics?.units ?? []).flatMap(({ centralBank, statement }) => [
    ...statement.assets.map(({ line, amountMinor }) => ({ institution: centralBank, side: "asset" as const, line, amount: amountMinor })),
    ...statement.liabilities.map(({ line, amountMinor }) => ({
      institution: centralBank,
      side: "liability" as const,
      line,
      amount: amountMinor,
    })),
  ]);
}

function fieldsOf(value: JsonValue | undefined): { readonly [field: string]: JsonValue } | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [field: string]: JsonValue })
    : undefined;
}
