import type { StateWrite, VirtualMachine } from "@sycee/move-vm";
import type { InstrumentView, LawResult } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import type { BaseMoneyLaw } from "./base-money.ts";
import type { ConservationLaw } from "./conservation.ts";
import type { CustomerBookLaw } from "./customer-books.ts";
import type { EMoneyCoverLaw } from "./e-money-cover.ts";
import type { InstitutionBookLaw } from "./institution-books.ts";
import type { MoneySums } from "./money-counter.ts";
import type { SettlementLineLaw } from "./settlement-lines.ts";
import { StateScan } from "./state-scan.ts";

/** What a recount is made with. */
export interface RecountOptions {
  readonly vm: VirtualMachine;
  readonly store: LedgerStore;
  readonly conservation: ConservationLaw;
  readonly baseMoney: BaseMoneyLaw | undefined;
  readonly eMoneyCover: EMoneyCoverLaw | undefined;
  readonly institutionBooks: InstitutionBookLaw | undefined;
  readonly settlementLines: SettlementLineLaw | undefined;
  readonly customerBooks: CustomerBookLaw | undefined;
  /** As of the block that the recount is of. */
  readonly instruments: readonly InstrumentView[];
  /** Whether blocks may come between two steps. */
  readonly inSteps: boolean;
}

/** Counts everything again from the entries of the state, using none of the sums kept on the way, as of the block at which it began. */
export class Recount {
  private readonly options: RecountOptions;
  private readonly scan: StateScan;
  private readonly held: MoneySums = new Map();
  private readonly books: ReturnType<BaseMoneyLaw["beginRecount"]> | undefined;
  private readonly eMoneyCover: ReturnType<EMoneyCoverLaw["beginRecount"]> | undefined;
  private readonly institutionBooks: ReturnType<InstitutionBookLaw["beginRecount"]> | undefined;
  private readonly settlementLines: ReturnType<SettlementLineLaw["beginRecount"]> | undefined;
  private readonly customerBooks: ReturnType<CustomerBookLaw["beginRecount"]> | undefined;

  constructor(options: RecountOptions) {
    this.options = options;
    this.scan = new StateScan(options.store, options.inSteps ? 256 : 1);
    this.books = options.baseMoney?.beginRecount();
    this.eMoneyCover = options.eMoneyCover?.beginRecount();
    this.institutionBooks = options.institutionBooks?.beginRecount();
    this.settlementLines = options.settlementLines?.beginRecount();
    this.customerBooks = options.customerBooks?.beginRecount();
  }

  /** To be told of every block's writes before the store takes them. */
  keep(writes: readonly StateWrite[]): void {
    this.scan.keep(writes);
  }

  /** Counts entries of about so many bytes; answers the laws when there are no more. */
  step(bytes: number): LawResult[] | undefined {
    return this.scan.next(bytes, (key, value) => this.count(key, value)) ? undefined : this.results();
  }

  private count(key: Uint8Array, value: Uint8Array): void {
    const { vm, store, conservation } = this.options;
    const meaning = vm.describeKey(store, key);
    if (meaning === undefined) throw new Error(`the state has a key that no module explains: ${Buffer.from(key).toString("hex")}`);
    const { type } = meaning;
    const countMoney = conservation.counters.of(type);
    const isBook = this.books?.wants(type) === true;
    const isCover = this.eMoneyCover?.wants(type) === true;
    const isOfBooks = this.institutionBooks?.wants(type) === true;
    const isOfCustomers = this.customerBooks?.wants(type, meaning.kind === "page") === true;
    const isOfLines = this.settlementLines?.wants(type) === true;
    if (countMoney === undefined && !isBook && !isCover && !isOfBooks && !isOfLines && !isOfCustomers) return;
    const decoded = vm.decodeValue(type, value);
    if (isOfBooks) this.institutionBooks?.add(type, decoded);
    this.customerBooks?.add(type, decoded, meaning.kind === "page" ? meaning.handle : undefined);
    countMoney?.(decoded, 1n, this.held);
    if (isCover && meaning.kind === "resource") this.eMoneyCover?.add(type, meaning.address, decoded);
    if (isOfLines && meaning.kind === "resource") this.settlementLines?.add(type, meaning.address, decoded);
    if (isBook && meaning.kind === "resource") this.books?.add(meaning.address, type, decoded);
  }

  private results(): LawResult[] {
    const { held } = this;
    const { instruments } = this.options;
    const money: LawResult = {
      law: 1,
      name: "holdings equal issued less redeemed",
      holds:
        instruments.every((view) => (held.get(view.instrument) ?? 0n) === view.outstandingMinor) &&
        [...held.keys()].every((id) => instruments.some((view) => view.instrument === id)),
      evidence: instruments.map((view) => ({
        instrument: view.symbol,
        held: `${held.get(view.instrument) ?? 0n}`,
        issued: `${view.issuedMinor}`,
        redeemed: `${view.redeemedMinor}`,
        holds: (held.get(view.instrument) ?? 0n) === view.outstandingMinor,
      })),
    };
    return [
      money,
      ...(this.books?.results(instruments) ?? []),
      ...(this.eMoneyCover?.results(instruments) ?? []),
      ...(this.institutionBooks?.results(instruments) ?? []),
      ...(this.settlementLines?.results() ?? []),
      ...(this.customerBooks?.results(instruments) ?? []),
    ];
  }
}
