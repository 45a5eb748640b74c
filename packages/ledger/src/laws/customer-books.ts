import type {
  ElementChanges,
  MoveValue,
  ProgramOutcome,
  RuntimeType,
  StateChange,
  StructType,
  StructValue,
  VirtualMachine,
} from "@sycee/move-vm";
import type { InstrumentView, LawResult } from "../ledger.ts";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { balanceOfAccount } from "./account-balance.ts";
import { StructFinder } from "./struct-finder.ts";

/** A book of customers' accounts as it is stored. */
interface Book {
  readonly institution: string;
  readonly instrument: number;
  readonly poolMinor: bigint;
  /** Names the pages of its accounts. */
  readonly handle: string;
  /** Accounts under a warrant, as they are stored. */
  readonly freezes: readonly MoveValue[];
}

type BookVisitor = (value: MoveValue, visit: (book: Book) => void) => void;

/**
 * Law 3, for customers' accounts: the balances of a book's accounts add up to the money in its pool. It finds books inside
 * values of any type, reads the accounts themselves, and trusts no module.
 */
export class CustomerBookLaw {
  private readonly finder: StructFinder;
  private readonly fields: { readonly [name in "institution" | "pool" | "accounts" | "freezes"]: `f${number}` };
  private readonly freezeFields: { readonly account: `f${number}`; readonly untilMs: `f${number}` };
  private readonly visitors = new Map<RuntimeType, BookVisitor | undefined>();

  /** `undefined` where the chain's genesis has no such books. */
  static of(vm: VirtualMachine): CustomerBookLaw | undefined {
    const type = resolveStruct(vm, PACKAGE.money, "customer_book", "Book");
    return type === undefined ? undefined : new CustomerBookLaw(type);
  }

  private constructor(bookType: StructType) {
    this.finder = new StructFinder(bookType);
    this.fields = {
      institution: fieldOf(bookType, "institution"),
      pool: fieldOf(bookType, "pool"),
      accounts: fieldOf(bookType, "accounts"),
      freezes: fieldOf(bookType, "freezes"),
    };
    this.freezeFields = freezeFieldsOf(bookType, this.fields.freezes);
  }

  /** The outcome that replaces a success, `undefined` if the law holds. Accounts change only by way of their book, which then is among the changes. */
  check(changes: readonly StateChange[], elements: ElementChanges): ProgramOutcome | undefined {
    const surplus = this.surplusOf(changes);
    if (surplus === undefined) return undefined;
    for (const [handle, amount] of balanceChanges(elements)) {
      const pool = surplus.get(handle);
      if (pool !== undefined) surplus.set(handle, pool + amount);
    }
    for (const [handle, amount] of surplus) {
      if (amount === 0n) continue;
      const detail = `Law 3: the balances of the accounts in ${handle} would differ from their pool by ${amount} minor units.`;
      return { kind: "failed", code: "law_broken", detail, location: undefined };
    }
    return undefined;
  }

  /** What pools lost by a transaction's changes, by the book's handle; `undefined` if none can hold a book, as nearly always: then nothing is made. */
  private surplusOf(changes: readonly StateChange[]): Map<string, bigint> | undefined {
    let surplus: Map<string, bigint> | undefined;
    for (const { type, before, after } of changes) {
      const visit = this.visitorOf(type);
      if (visit === undefined) continue;
      surplus ??= new Map();
      if (before !== undefined) visit(before, adderTo(surplus, 1n));
      if (after !== undefined) visit(after, adderTo(surplus, -1n));
    }
    return surplus;
  }

  /** Visits the books inside a value, which is asked for only if its type can hold any. */
  visit(type: RuntimeType, value: () => MoveValue, visit: (book: Book) => void): void {
    this.visitorOf(type)?.(value(), visit);
  }

  /** Whether the freeze of an account had ended by a block time in milliseconds since 1970, though the account still bears its mark. */
  hasEnded({ freezes }: Pick<Book, "freezes">, account: number, timeMs: bigint): boolean {
    return freezes.some((each) => {
      const freeze = each as StructValue;
      const { account: number, untilMs } = this.freezeFields;
      return Number(freeze[number]) === account && BigInt(freeze[untilMs] as number | bigint) <= timeMs;
    });
  }

  beginRecount(): CustomerBookRecount {
    return new CustomerBookRecount((type) => this.visitorOf(type));
  }

  /** What finds the books inside values of a type; `undefined` if there can be none. */
  private visitorOf(type: RuntimeType): BookVisitor | undefined {
    if (!this.visitors.has(type)) {
      const find = this.finder.of(type);
      this.visitors.set(type, find && ((value, visit) => find(value, (book) => visit(this.read(book)))));
    }
    return this.visitors.get(type);
  }

  private read(book: StructValue): Book {
    const { institution, pool, accounts, freezes } = this.fields;
    const money = book[pool] as StructValue;
    return {
      institution: String(book[institution]),
      instrument: Number(money.f0),
      poolMinor: BigInt(money.f1 as number | bigint),
      handle: String((book[accounts] as StructValue).f0),
      freezes: book[freezes] as readonly MoveValue[],
    };
  }
}

// Adds what lies in a book's pool, times `sign`.
function adderTo(sums: Map<string, bigint>, sign: bigint): (book: Book) => void {
  return ({ handle, poolMinor }) => void sums.set(handle, (sums.get(handle) ?? 0n) + sign * poolMinor);
}

function freezeFieldsOf(bookType: StructType, field: `f${number}`): { readonly account: `f${number}`; readonly untilMs: `f${number}` } {
  const freezes = bookType.fields[Number(field.slice(1))];
  const freeze = freezes?.kind === "vector" ? freezes.element : undefined;
  if (freeze?.kind !== "struct") throw new Error("Book.freezes is not a vector of structs");
  return { account: fieldOf(freeze, "account"), untilMs: fieldOf(freeze, "until_ms") };
}

/** Books and accounts, counted from all entries of the state. */
export class CustomerBookRecount {
  private readonly visitorOf: (type: RuntimeType) => BookVisitor | undefined;
  private readonly books: Book[] = [];
  private readonly balances = new Map<string, { sum: bigint; accounts: number }>();

  constructor(visitorOf: (type: RuntimeType) => BookVisitor | undefined) {
    this.visitorOf = visitorOf;
  }

  /** Whether values of the type are to be added; `isPage` if they are pages of a paged vector. */
  wants(type: RuntimeType, isPage: boolean): boolean {
    return (isPage && isAccounts(type)) || this.visitorOf(type) !== undefined;
  }

  /** Adds a value; `handle` if it is a page of the paged vector of that handle. */
  add(type: RuntimeType, value: MoveValue, handle: string | undefined): void {
    this.visitorOf(type)?.(value, (book) => this.books.push(book));
    if (handle === undefined || !isAccounts(type)) return;
    const known = this.balances.get(handle) ?? { sum: 0n, accounts: 0 };
    for (const account of value as MoveValue[]) known.sum += BigInt(balanceOfAccount(account));
    known.accounts += (value as MoveValue[]).length;
    this.balances.set(handle, known);
  }

  /** The law's line; none where there are no books. */
  results(instruments: readonly InstrumentView[]): LawResult[] {
    if (this.books.length === 0) return [];
    const lines = this.books.map(({ institution, instrument, poolMinor, handle }) => {
      const { sum, accounts } = this.balances.get(handle) ?? { sum: 0n, accounts: 0 };
      const symbol = instruments.find((view) => view.instrument === instrument)?.symbol ?? `instrument ${instrument}`;
      return { institution, instrument: symbol, accounts, balances: `${sum}`, pool: `${poolMinor}`, holds: sum === poolMinor };
    });
    return [
      { law: 3, name: "customers' balances equal the pool of their book", holds: lines.every(({ holds }) => holds), evidence: lines },
    ];
  }
}

/** By how much the balances of each paged vector of numbers change. */
function balanceChanges(elements: ElementChanges): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  let current = "";
  let sum = 0;
  const flush = () => {
    if (sum !== 0) sums.set(current, (sums.get(current) ?? 0n) + BigInt(sum));
    sum = 0;
  };
  elements.each((handle, type, before, after) => {
    if (!isAccounts(type)) return;
    if (handle !== current) {
      flush();
      current = handle;
    }
    const difference = balanceDifference(before ?? 0, after ?? 0);
    if (typeof difference === "bigint") sums.set(handle, (sums.get(handle) ?? 0n) + difference);
    else {
      sum += difference;
      if (Math.abs(sum) >= FLUSH_FROM) flush();
    }
  });
  flush();
  return sums;
}

/** Differences and their sum stay below twice this, and so exact. */
const FLUSH_FROM = 2 ** 51;

/** A number if it is below 2^51. */
function balanceDifference(before: MoveValue, after: MoveValue): number | bigint {
  if (typeof before === "number" && typeof after === "number" && before < FLUSH_FROM && after < FLUSH_FROM) return after - before;
  return BigInt(balanceOfAccount(after)) - BigInt(balanceOfAccount(before));
}

function isAccounts(type: RuntimeType): boolean {
  return type.kind === "vector" && type.element.kind === "u64";
}
