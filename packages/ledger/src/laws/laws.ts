import type { BlockSession, ElementChanges, ProgramOutcome, StateChange, VirtualMachine } from "@sycee/move-vm";
import type { InstrumentView, LawResult } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { BaseMoneyLaw } from "./base-money.ts";
import { ConservationLaw } from "./conservation.ts";
import { CustomerBookLaw } from "./customer-books.ts";
import { EMoneyCoverLaw } from "./e-money-cover.ts";
import { InstitutionBookLaw } from "./institution-books.ts";
import type { MoneyCounters } from "./money-counter.ts";
import { Recount } from "./recount.ts";
import { SettlementLineLaw } from "./settlement-lines.ts";

/** The laws of money as the ledger enforces them itself, beside and not through the modules. */
export class Laws {
  private readonly vm: VirtualMachine;
  private readonly conservation: ConservationLaw | undefined;
  private readonly baseMoney: BaseMoneyLaw | undefined;
  private readonly eMoneyCover: EMoneyCoverLaw | undefined;
  private readonly institutionBooks: InstitutionBookLaw | undefined;
  private readonly settlementLines: SettlementLineLaw | undefined;
  /** `undefined` on a chain without such books. */
  readonly customerBooks: CustomerBookLaw | undefined;

  constructor(vm: VirtualMachine) {
    this.vm = vm;
    this.conservation = ConservationLaw.of(vm);
    this.baseMoney = this.conservation === undefined ? undefined : BaseMoneyLaw.of(vm, this.conservation);
    this.eMoneyCover = this.conservation === undefined ? undefined : EMoneyCoverLaw.of(vm, this.conservation);
    this.institutionBooks = this.conservation === undefined ? undefined : InstitutionBookLaw.of(vm, this.conservation);
    this.settlementLines = this.conservation === undefined ? undefined : SettlementLineLaw.of(vm);
    this.customerBooks = this.conservation === undefined ? undefined : CustomerBookLaw.of(vm);
  }

  /** Finds money inside values; `undefined` on a chain without money. */
  get counters(): MoneyCounters | undefined {
    return this.conservation?.counters;
  }

  /** The outcome that replaces a transaction's success, `undefined` if every law holds after it. */
  check(session: BlockSession, changes: readonly StateChange[], elements: ElementChanges): ProgramOutcome | undefined {
    return (
      this.conservation?.check(changes) ??
      this.baseMoney?.check(session, changes) ??
      this.eMoneyCover?.check(session, changes) ??
      this.institutionBooks?.check(changes) ??
      this.settlementLines?.check(session, changes) ??
      this.customerBooks?.check(changes, elements)
    );
  }

  /** Begins to count everything again; `undefined` on a chain without money. `instruments` are as of now. */
  beginRecount(store: LedgerStore, instruments: readonly InstrumentView[], inSteps: boolean): Recount | undefined {
    const { vm, conservation, baseMoney, eMoneyCover, institutionBooks, settlementLines, customerBooks } = this;
    if (conservation === undefined) return undefined;
    return new Recount({
      vm,
      store,
      conservation,
      baseMoney,
      eMoneyCover,
      institutionBooks,
      settlementLines,
      customerBooks,
      instruments,
      inSteps,
    });
  }

  /** Counts everything again at once. */
  recount(store: LedgerStore, instruments: readonly InstrumentView[]): LawResult[] {
    return this.beginRecount(store, instruments, false)?.step(Infinity) ?? [];
  }
}
