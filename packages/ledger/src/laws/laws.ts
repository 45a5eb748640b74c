import type { BlockSession, ElementChanges, ProgramOutcome, StateChange, VirtualMachine } from "@sycee/move-vm";
import type { InstrumentView, LawResult } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { BaseMoneyLaw } from "./base-money.ts";
import { ConservationLaw } from "./conservation.ts";
import { CustomerBookLaw } from "./customer-books.ts";
import type { MoneyCounters } from "./money-counter.ts";

/** Resources, table entries, table entries with long keys, and pages of paged vectors. */
const PREFIXES = [Uint8Array.of(0x01), Uint8Array.of(0x02), Uint8Array.of(0x04), Uint8Array.of(0x06)];

/** The laws of money as the ledger enforces them itself, beside and not through the modules. */
export class Laws {
  private readonly vm: VirtualMachine;
  private readonly conservation: ConservationLaw | undefined;
  private readonly baseMoney: BaseMoneyLaw | undefined;
  /** `undefined` on a chain without such books. */
  readonly customerBooks: CustomerBookLaw | undefined;

  constructor(vm: VirtualMachine) {
    this.vm = vm;
    this.conservation = ConservationLaw.of(vm);
    this.baseMoney = this.conservation === undefined ? undefined : BaseMoneyLaw.of(vm, this.conservation);
    this.customerBooks = this.conservation === undefined ? undefined : CustomerBookLaw.of(vm);
  }

  /** Finds money inside values; `undefined` on a chain without money. */
  get counters(): MoneyCounters | undefined {
    return this.conservation?.counters;
  }

  /** The outcome that replaces a transaction's success, `undefined` if every law holds after it. */
  check(session: BlockSession, changes: readonly StateChange[], elements: ElementChanges): ProgramOutcome | undefined {
    return this.conservation?.check(changes) ?? this.baseMoney?.check(session, changes) ?? this.customerBooks?.check(changes, elements);
  }

  /** Counts everything again from the entries of the state, using none of the sums kept on the way. */
  recount(store: LedgerStore, instruments: readonly InstrumentView[]): LawResult[] {
    const { vm, conservation, baseMoney } = this;
    if (conservation === undefined) return [];
    const held = new Map<number, bigint>();
    const books = baseMoney?.beginRecount();
    const customerBooks = this.customerBooks?.beginRecount();
    for (const prefix of PREFIXES) {
      for (const { key, value } of store.scan(prefix)) {
        const meaning = vm.describeKey(store, key);
        if (meaning === undefined) throw new Error(`the state has a key that no module explains: ${Buffer.from(key).toString("hex")}`);
        const count = conservation.counters.of(meaning.type);
        const isBook = books?.wants(meaning.type) === true;
        const isOfCustomers = customerBooks?.wants(meaning.type, meaning.kind === "page") === true;
        if (count === undefined && !isBook && !isOfCustomers) continue;
        const decoded = vm.decodeValue(meaning.type, value);
        customerBooks?.add(meaning.type, decoded, meaning.kind === "page" ? meaning.handle : undefined);
        count?.(decoded, 1n, held);
        if (isBook && meaning.kind === "resource") books?.add(meaning.address, decoded);
      }
    }
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
    return [money, ...(books?.results(instruments) ?? []), ...(customerBooks?.results(instruments) ?? [])];
  }
}
