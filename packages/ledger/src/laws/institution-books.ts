import type { MoveValue, ProgramOutcome, RuntimeType, StateChange, StructType, StructValue, VirtualMachine } from "@sycee/move-vm";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import type { InstrumentView, LawResult } from "../ledger.ts";
import type { ConservationLaw } from "./conservation.ts";
import { StructFinder } from "./struct-finder.ts";

/** Kinds of instruments that nobody may have outstanding beside their books: e-money and deposits. */
const BOOKED_KINDS: ReadonlySet<number> = new Set([3, 4]);
const BOOKED_NAMES: ReadonlySet<string> = new Set(["e-money", "deposit"]);
/** Names of the classes of accounts, by their number. */
const CLASSES = ["", "assets", "liabilities", "equity", "income", "expense"] as const;

/** An institution's books as they are stored, in minor units. */
interface Books {
  readonly institution: string;
  readonly unit: number;
  readonly debits: bigint;
  readonly credits: bigint;
  /** Of each class, what its accounts stand at on its own side; by the class's number. */
  readonly totals: readonly bigint[];
  /** Whether each account stands on the side on which it may. */
  readonly sidesHold: boolean;
  /** Liabilities that state what is outstanding of an instrument. */
  readonly stated: readonly { readonly instrument: number; readonly amount: bigint }[];
}

/**
 * Law 3, for books: the debits of all books are equal to their credits, no account stands on the wrong side, and the liabilities
 * that state what is outstanding of e-money or deposits are equal to it. It finds books inside values of any type,
 * compares them with the instruments' own records, and trusts no module.
 */
export class InstitutionBookLaw {
  private readonly finder: StructFinder;
  private readonly conservation: ConservationLaw;
  private readonly read: (books: StructValue) => Books;

  /** `undefined` where the chain's genesis has no such books. */
  static of(vm: VirtualMachine, conservation: ConservationLaw): InstitutionBookLaw | undefined {
    const booksType = resolveStruct(vm, PACKAGE.banking, "books", "Books");
    return booksType === undefined ? undefined : new InstitutionBookLaw(booksType, conservation);
  }

  private constructor(booksType: StructType, conservation: ConservationLaw) {
    this.finder = new StructFinder(booksType);
    this.conservation = conservation;
    this.read = booksReader(booksType);
  }

  /** The outcome that replaces a success, `undefined` if the law holds. */
  check(changes: readonly StateChange[]): ProgramOutcome | undefined {
    return this.concerns(changes) ? this.compare(changes) : undefined;
  }

  // Whether a transaction changes an instrument or what can hold books: few do, and for the others nothing is made.
  private concerns(changes: readonly StateChange[]): boolean {
    for (const { type } of changes) if (type === this.conservation.instrumentType || this.finder.of(type) !== undefined) return true;
    return false;
  }

  private compare(changes: readonly StateChange[]): ProgramOutcome | undefined {
    const surplus = new Map<number, bigint>();
    const add = (instrument: number, amount: bigint) => surplus.set(instrument, (surplus.get(instrument) ?? 0n) + amount);
    let broken: string | undefined;
    for (const { type, before, after } of changes) {
      if (type === this.conservation.instrumentType) {
        if (before !== undefined) this.addOutstanding(before as StructValue, 1n, add);
        if (after !== undefined) this.addOutstanding(after as StructValue, -1n, add);
        continue;
      }
      const visit = this.finder.of(type);
      if (visit === undefined) continue;
      if (before !== undefined) visit(before, (value) => this.read(value).stated.forEach((line) => add(line.instrument, -line.amount)));
      if (after === undefined) continue;
      visit(after, (value) => {
        const books = this.read(value);
        for (const { instrument, amount } of books.stated) add(instrument, amount);
        broken ??= reasonOf(books);
      });
    }
    if (broken !== undefined) return lawBroken(broken);
    for (const [instrument, amount] of surplus) {
      if (amount === 0n) continue;
      return lawBroken(
        `the liabilities that state what is outstanding of instrument ${instrument} would differ from it by ${amount} minor units.`,
      );
    }
    return undefined;
  }

  beginRecount(): InstitutionBookRecount {
    return new InstitutionBookRecount(this.finder, this.read);
  }

  private addOutstanding(record: StructValue, sign: bigint, add: (instrument: number, amount: bigint) => void): void {
    if (!BOOKED_KINDS.has(this.conservation.kind(record))) return;
    const outstanding = this.conservation.outstanding(record);
    if (outstanding !== 0n) add(this.conservation.instrumentId(record), sign * outstanding);
  }
}

/** Books, counted from all entries of the state. */
export class InstitutionBookRecount {
  private readonly finder: StructFinder;
  private readonly read: (books: StructValue) => Books;
  private readonly books: Books[] = [];

  constructor(finder: StructFinder, read: (books: StructValue) => Books) {
    this.finder = finder;
    this.read = read;
  }

  wants(type: RuntimeType): boolean {
    return this.finder.of(type) !== undefined;
  }

  add(type: RuntimeType, value: MoveValue): void {
    this.finder.of(type)?.(value, (books) => this.books.push(this.read(books)));
  }

  /** The law's lines; none where there are neither books nor instruments that need them. */
  results(instruments: readonly InstrumentView[]): LawResult[] {
    const results: LawResult[] = [];
    if (this.books.length > 0) {
      const lines = this.books.map((books) => ({
        institution: books.institution,
        unit: books.unit,
        debits: `${books.debits}`,
        credits: `${books.credits}`,
        ...Object.fromEntries(CLASSES.flatMap((name, index) => (name === "" ? [] : [[name, `${books.totals[index] ?? 0n}`]]))),
        holds: reasonOf(books) === undefined,
      }));
      results.push({ law: 3, name: "institutions' books balance", holds: lines.every(({ holds }) => holds), evidence: lines });
    }
    const stated = new Map<number, bigint>();
    for (const books of this.books) {
      for (const { instrument, amount } of books.stated) stated.set(instrument, (stated.get(instrument) ?? 0n) + amount);
    }
    const booked = instruments.filter(({ instrument, kind }) => BOOKED_NAMES.has(kind) || stated.has(instrument));
    const unknown = [...stated.keys()].filter((id) => !instruments.some(({ instrument }) => instrument === id));
    if (booked.length > 0 || unknown.length > 0) {
      const evidence = booked.map(({ instrument, symbol, outstandingMinor }) => {
        const liability = stated.get(instrument) ?? 0n;
        return {
          instrument: symbol,
          liability: `${liability}`,
          outstanding: `${outstandingMinor}`,
          holds: liability === outstandingMinor,
        };
      });
      results.push({
        law: 3,
        name: "liabilities equal what is outstanding of e-money and deposits",
        holds: unknown.length === 0 && evidence.every(({ holds }) => holds),
        evidence,
      });
    }
    return results;
  }
}

/** Why books break the law; `undefined` if they do not. */
function reasonOf({ institution, debits, credits, sidesHold }: Books): string | undefined {
  if (debits !== credits) return `the books of ${institution} would have debits of ${debits} and credits of ${credits} minor units.`;
  return sidesHold ? undefined : `an account in the books of ${institution} would stand on the wrong side.`;
}

function lawBroken(what: string): ProgramOutcome {
  return { kind: "failed", code: "law_broken", detail: `Law 3: ${what}`, location: undefined };
}

/** Reads `Books { institution, unit, …, accounts: vector<Account { class, contra, two_sided, debit, credit, states, … }> }`. */
function booksReader(booksType: StructType): (books: StructValue) => Books {
  const institution = fieldOf(booksType, "institution");
  const unit = fieldOf(booksType, "unit");
  const accounts = fieldOf(booksType, "accounts");
  const accountsType = booksType.fields[Number(accounts.slice(1))];
  const accountType = accountsType?.kind === "vector" ? accountsType.element : undefined;
  if (accountType?.kind !== "struct") throw new Error("Books.accounts is not a vector of structs");
  const fields = {
    class: fieldOf(accountType, "class"),
    contra: fieldOf(accountType, "contra"),
    twoSided: fieldOf(accountType, "two_sided"),
    debit: fieldOf(accountType, "debit"),
    credit: fieldOf(accountType, "credit"),
    states: fieldOf(accountType, "states"),
  };
  return (books) => {
    let [debits, credits, sidesHold] = [0n, 0n, true];
    const totals = CLASSES.map(() => 0n);
    const stated: { instrument: number; amount: bigint }[] = [];
    for (const account of books[accounts] as StructValue[]) {
      const [debit, credit] = [BigInt(account[fields.debit] as bigint), BigInt(account[fields.credit] as bigint)];
      const number = Number(account[fields.class]);
      const ofDebit = number === 1 || number === 5;
      debits += debit;
      credits += credit;
      totals[number] = (totals[number] ?? 0n) + (ofDebit ? debit - credit : credit - debit);
      const standsOnDebit = ofDebit !== (account[fields.contra] === true);
      const wrongSide = standsOnDebit ? credit : debit;
      if ((wrongSide !== 0n && account[fields.twoSided] !== true) || (debit !== 0n && credit !== 0n)) sidesHold = false;
      // An Option is a vector of at most one.
      const [instrument] = (account[fields.states] as StructValue).f0 as number[];
      if (instrument !== undefined) stated.push({ instrument: Number(instrument), amount: credit - debit });
    }
    return { institution: String(books[institution]), unit: Number(books[unit]), debits, credits, totals, sidesHold, stated };
  };
}
