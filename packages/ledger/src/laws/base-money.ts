import type {
  BlockSession,
  MoveValue,
  ProgramOutcome,
  RuntimeType,
  StateChange,
  StructType,
  StructValue,
  VirtualMachine,
} from "@sycee/move-vm";
import type { Address } from "@sycee/protocol/core";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import type { InstrumentView, LawResult } from "../ledger.ts";
import type { ConservationLaw } from "./conservation.ts";

const FULL_BPS = 10_000n;
const NOBODY: ReadonlySet<Address> = new Set();

/** What a central bank's books say, in minor units. */
interface Books {
  readonly settlement: number;
  readonly cash: number;
  /** 0 where it issues none. */
  readonly notes: number;
  readonly assets: bigint;
  /** Performing assets at book value after haircut. */
  readonly eligible: bigint;
  /** The same if every asset performed, with what was written off: what new money was measured against at some time. */
  readonly eligibleAtMost: bigint;
}

/** What a central bank's double-entry books say, in minor units. */
interface BooksTotals {
  readonly assets: bigint;
  readonly liabilities: bigint;
  /** Capital, what was retained and the running period's result. */
  readonly equity: bigint;
}

/**
 * Law 2 for central-bank money, and law 3 for a central bank's books. Central-bank money is all settlement money, digital cash
 * and notes outstanding: base money, as statistics have it, and what government, insurer and clearing houses have. New money commits
 * only if all of it after that is at most the performing assets after haircut. An asset that fails is no breach by itself: it stops the next issue.
 */
export class BaseMoneyLaw {
  private readonly vm: VirtualMachine;
  private readonly conservation: ConservationLaw;
  private readonly bankType: StructType;
  private readonly registryType: StructType;
  private readonly idType: RuntimeType;
  private readonly readBooks: (bank: StructValue) => Books;
  private readonly accountsType: StructType;
  private readonly readTotals: (books: StructValue) => BooksTotals;

  /** `undefined` where the chain's genesis has no central bank module. */
  static of(vm: VirtualMachine, conservation: ConservationLaw): BaseMoneyLaw | undefined {
    const bankType = resolveStruct(vm, PACKAGE.banking, "central_bank", "CentralBank");
    const registryType = resolveStruct(vm, PACKAGE.money, "instrument", "Registry");
    const accountsType = resolveStruct(vm, PACKAGE.banking, "central_bank_books", "CentralBankBooks");
    const idType = vm.resolveType({ kind: "u32" });
    if (bankType === undefined || registryType === undefined || accountsType === undefined || idType === undefined) return undefined;
    return new BaseMoneyLaw(vm, conservation, { bankType, registryType, accountsType }, idType);
  }

  private constructor(
    vm: VirtualMachine,
    conservation: ConservationLaw,
    types: { readonly bankType: StructType; readonly registryType: StructType; readonly accountsType: StructType },
    idType: RuntimeType,
  ) {
    this.vm = vm;
    this.conservation = conservation;
    this.bankType = types.bankType;
    this.registryType = types.registryType;
    this.accountsType = types.accountsType;
    this.idType = idType;
    this.readBooks = booksReader(types.bankType);
    this.readTotals = totalsReader(types.accountsType);
  }

  /** The outcome that replaces a success, `undefined` if the law holds. */
  check(session: BlockSession, changes: readonly StateChange[]): ProgramOutcome | undefined {
    const grown = this.issuersOfNewMoney(changes);
    for (const issuer of grown) {
      const bank = this.bankAfter(session, changes, issuer);
      if (bank === undefined) continue;
      const books = this.readBooks(bank);
      const before = this.baseMoney(session, changes, books, "before");
      const after = this.baseMoney(session, changes, books, "after");
      if (after > before && after > books.eligible) {
        const detail = `Law 2: central-bank money would be ${after} minor units and the performing assets after haircut are ${books.eligible}.`;
        return { kind: "failed", code: "law_broken", detail, location: undefined };
      }
    }
    return undefined;
  }

  /** Collects central banks while the whole state is walked. */
  beginRecount(): {
    wants(type: RuntimeType): boolean;
    /** A central bank or its books. */
    add(address: Address, type: RuntimeType, value: MoveValue): void;
    results(instruments: readonly InstrumentView[]): LawResult[];
  } {
    const banks: { readonly address: Address; readonly books: Books }[] = [];
    const totals = new Map<Address, BooksTotals>();
    return {
      wants: (type) => type === this.bankType || type === this.accountsType,
      add: (address, type, value) => {
        if (type === this.bankType) banks.push({ address, books: this.readBooks(value as StructValue) });
        else totals.set(address, this.readTotals(value as StructValue));
      },
      results: (instruments) => {
        const outstanding = (id: number) => instruments.find((view) => view.instrument === id)?.outstandingMinor ?? 0n;
        const lines = banks.map(({ address, books }) => ({
          address,
          books,
          totals: totals.get(address) ?? { assets: 0n, liabilities: 0n, equity: 0n },
          base: outstanding(books.settlement) + outstanding(books.cash) + outstanding(books.notes),
        }));
        return [
          {
            law: 2,
            name: "central-bank money covered by performing assets after haircut",
            // An asset that failed breaches the cover and no law; money beyond what all assets could ever cover was never issued lawfully.
            holds: lines.every(({ base, books }) => base <= books.eligibleAtMost),
            evidence: lines.map(({ address, base, books }) => ({
              centralBank: address,
              centralBankMoney: `${base}`,
              eligibleAssets: `${books.eligible}`,
              cover: base <= books.eligible ? "full" : "breached",
            })),
          },
          {
            law: 3,
            name: "central bank books balance",
            holds: lines.every(balances),
            evidence: lines.map((line) => ({
              centralBank: line.address,
              assets: `${line.books.assets}`,
              centralBankMoney: `${line.base}`,
              capital: `${line.totals.equity}`,
              holds: balances(line),
            })),
          },
        ];
      },
    };
  }

  private issuersOfNewMoney(changes: readonly StateChange[]): ReadonlySet<Address> {
    if (!changes.some(({ type }) => type === this.conservation.instrumentType)) return NOBODY;
    const issuers = new Set<Address>();
    for (const { type, before, after } of changes) {
      if (type !== this.conservation.instrumentType || after === undefined) continue;
      const supplyBefore = before === undefined ? 0n : this.conservation.outstanding(before as StructValue);
      if (this.conservation.outstanding(after as StructValue) <= supplyBefore) continue;
      const issuer = this.conservation.issuer(after as StructValue);
      if (issuer !== undefined) issuers.add(issuer);
    }
    return issuers;
  }

  private bankAfter(session: BlockSession, changes: readonly StateChange[], issuer: Address): StructValue | undefined {
    const key = Buffer.from(this.vm.resourceKey(this.bankType, issuer));
    const change = changes.find((each) => each.type === this.bankType && key.equals(each.key));
    return (change === undefined ? session.readResource(this.bankType, issuer) : change.after) as StructValue | undefined;
  }

  private baseMoney(session: BlockSession, changes: readonly StateChange[], books: Books, when: "before" | "after"): bigint {
    const notes = books.notes === 0 ? 0n : this.outstanding(session, changes, books.notes, when);
    return notes + this.outstanding(session, changes, books.settlement, when) + this.outstanding(session, changes, books.cash, when);
  }

  private outstanding(session: BlockSession, changes: readonly StateChange[], id: number, when: "before" | "after"): bigint {
    for (const change of changes) {
      const known = change.after ?? change.before;
      if (change.type !== this.conservation.instrumentType || this.conservation.instrumentId(known as StructValue) !== id) continue;
      const record = change[when];
      return record === undefined ? 0n : this.conservation.outstanding(record as StructValue);
    }
    const registry = session.readResource(this.registryType, PACKAGE.money) as StructValue | undefined;
    const table = registry?.[fieldOf(this.registryType, "instruments")] as StructValue | undefined;
    if (table === undefined) throw new Error("there is money and no registry of instruments");
    const record = session.readTableEntry(table.f0 as Address, this.idType, id, this.conservation.instrumentType);
    return record === undefined ? 0n : this.conservation.outstanding(record as StructValue);
  }
}

/** Assets one by one are those of the books, which balance against base money outstanding and equity. */
function balances({ books, totals, base }: { readonly books: Books; readonly totals: BooksTotals; readonly base: bigint }): boolean {
  return books.assets === totals.assets && totals.liabilities === base && totals.assets === base + totals.equity;
}

/** Reads `CentralBankBooks { books: Books { …, accounts: vector<Account { …, class: u8, …, debit: u128, credit: u128, … }> } }`. */
function totalsReader(type: StructType): (books: StructValue) => BooksTotals {
  const books = fieldOf(type, "books");
  const booksType = type.fields[Number(books.slice(1))];
  if (booksType?.kind !== "struct") throw new Error("CentralBankBooks.books is not a struct");
  const accounts = fieldOf(booksType, "accounts");
  const accountsType = booksType.fields[Number(accounts.slice(1))];
  const accountType = accountsType?.kind === "vector" ? accountsType.element : undefined;
  if (accountType?.kind !== "struct") throw new Error("Books.accounts is not a vector of structs");
  const [accountClass, debit, credit] = [fieldOf(accountType, "class"), fieldOf(accountType, "debit"), fieldOf(accountType, "credit")];
  return (value) => {
    const sums = [0n, 0n, 0n, 0n, 0n, 0n];
    for (const account of (value[books] as StructValue)[accounts] as StructValue[]) {
      const index = Number(account[accountClass]);
      sums[index] = (sums[index] ?? 0n) + BigInt(account[debit] as bigint) - BigInt(account[credit] as bigint);
    }
    const [, assets = 0n, liabilities = 0n, equity = 0n, income = 0n, expense = 0n] = sums;
    return { assets, liabilities: -liabilities, equity: -(equity + income + expense) };
  };
}

/** Reads `CentralBank { …, settlement: u32, cash: u32, notes: u32, assets: vector<Asset>, …, cover_written_off: u128, … }`. */
function booksReader(bankType: StructType): (bank: StructValue) => Books {
  const settlement = fieldOf(bankType, "settlement");
  const cash = fieldOf(bankType, "cash");
  const notes = fieldOf(bankType, "notes");
  const assets = fieldOf(bankType, "assets");
  const assetsType = bankType.fields[Number(assets.slice(1))];
  const assetType = assetsType?.kind === "vector" ? assetsType.element : undefined;
  if (assetType?.kind !== "struct") throw new Error("CentralBank.assets is not a vector of structs");
  const bookValue = fieldOf(assetType, "book_value");
  const haircut = fieldOf(assetType, "haircut_bps");
  const performing = fieldOf(assetType, "performing");
  const coverWrittenOff = fieldOf(bankType, "cover_written_off");
  return (bank) => {
    let total = 0n;
    let eligible = 0n;
    let eligibleAtMost = BigInt(bank[coverWrittenOff] as bigint);
    for (const asset of bank[assets] as StructValue[]) {
      const value = BigInt(asset[bookValue] as bigint);
      total += value;
      const counted = (value * (FULL_BPS - BigInt(asset[haircut] as bigint))) / FULL_BPS;
      eligibleAtMost += counted;
      if (asset[performing] === true) eligible += counted;
    }
    return {
      settlement: Number(bank[settlement]),
      cash: Number(bank[cash]),
      notes: Number(bank[notes]),
      assets: total,
      eligible,
      eligibleAtMost,
    };
  };
}
