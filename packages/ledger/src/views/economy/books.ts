import type { BooksJson } from "@sycee/protocol";
import { ACCOUNT_CLASSES, type Address } from "@sycee/protocol/core";
import type { JsonFields } from "../table-entries.ts";
import { fieldsOf, integerOf, listOf, type StateReader, textOf } from "../state-reader.ts";

const BOOKS = [
  ["institution", "institution", "InstitutionBooks"],
  ["centralBank", "central_bank_books", "CentralBankBooks"],
  ["clearingHouse", "clearing_house", "ClearingHouseBooks"],
] as const;

type Account = BooksJson["accounts"][number];

/** The books that an institution keeps; `undefined` where none are kept. */
export function booksOf(state: StateReader, institution: Address): Omit<BooksJson, "height"> | undefined {
  for (const [kind, module, name] of BOOKS) {
    const kept = state.resource("banking", module, name, institution);
    if (kept !== undefined) return describe(state, institution, kind, fieldsOf(kept.books));
  }
  return undefined;
}

function describe(state: StateReader, institution: Address, kind: BooksJson["kind"], books: JsonFields): Omit<BooksJson, "height"> {
  const { code: unit, decimals } = state.unit(books.unit);
  const accounts = listOf(books.accounts).map(fieldsOf).map(accountOf);
  const sum = (value: (account: Account) => string) => accounts.reduce((total, account) => total + BigInt(value(account)), 0n).toString();
  const total = (name: Account["class"]) => sum((account) => (account.class === name ? account.balanceMinor : "0"));
  return {
    institution,
    kind,
    unit,
    decimals,
    period: textOf(books.period),
    postings: textOf(books.postings),
    accounts,
    totals: {
      assetMinor: total("asset"),
      liabilityMinor: total("liability"),
      equityMinor: total("equity"),
      incomeMinor: total("income"),
      expenseMinor: total("expense"),
    },
    trialBalance: { debitMinor: sum(({ debitMinor }) => debitMinor), creditMinor: sum(({ creditMinor }) => creditMinor) },
  };
}

function accountOf(account: JsonFields): Account {
  const name = ACCOUNT_CLASSES[Number(account.class) - 1];
  if (name === undefined) throw new Error(`books have an account of class ${String(account.class)}`);
  const standing = integerOf(account.debit) - integerOf(account.credit);
  const isDebitClass = name === "asset" || name === "expense";
  return {
    number: Number(account.number),
    name: textOf(account.name),
    class: name,
    contra: account.contra === true,
    debitMinor: textOf(account.debit),
    creditMinor: textOf(account.credit),
    balanceMinor: (isDebitClass ? standing : -standing).toString(),
    statesInstrument: account.states === null ? null : Number(account.states),
  };
}
