import type { ProgramOutcome, StateChange, StructType, StructValue, VirtualMachine } from "@sycee/move-vm";
import type { Address } from "@sycee/protocol/core";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { MoneyCounters, type MoneySums } from "./money-counter.ts";

/**
 * Law 1, for one transaction: for each instrument, the money that changed entries hold more (or less) than before is what
 * was issued less what was redeemed. It reads the changed entries themselves and trusts no module.
 */
export class ConservationLaw {
  readonly counters: MoneyCounters;
  readonly instrumentType: StructType;
  private readonly id: `f${number}`;
  private readonly kindOf: `f${number}`;
  private readonly issued: `f${number}`;
  private readonly redeemed: `f${number}`;
  private readonly issuedBy: `f${number}`;

  /** `undefined` where the chain's genesis has no money. */
  static of(vm: VirtualMachine): ConservationLaw | undefined {
    const moneyType = resolveStruct(vm, PACKAGE.money, "money", "Money");
    const instrumentType = resolveStruct(vm, PACKAGE.money, "instrument", "Instrument");
    if (moneyType === undefined || instrumentType === undefined) return undefined;
    return new ConservationLaw(moneyType, instrumentType);
  }

  private constructor(moneyType: StructType, instrumentType: StructType) {
    this.counters = new MoneyCounters(moneyType);
    this.instrumentType = instrumentType;
    this.id = fieldOf(instrumentType, "id");
    this.kindOf = fieldOf(instrumentType, "kind");
    this.issued = fieldOf(instrumentType, "issued");
    this.redeemed = fieldOf(instrumentType, "redeemed");
    this.issuedBy = fieldOf(instrumentType, "issuer");
  }

  /** The outcome that replaces a success, `undefined` if the law holds. */
  check(changes: readonly StateChange[]): ProgramOutcome | undefined {
    const surplus: MoneySums = new Map();
    for (const { type, before, after } of changes) {
      if (type === this.instrumentType) {
        if (before !== undefined) this.addSupply(surplus, before as StructValue, 1n);
        if (after !== undefined) this.addSupply(surplus, after as StructValue, -1n);
      }
      const count = this.counters.of(type);
      if (count === undefined) continue;
      if (before !== undefined) count(before, -1n, surplus);
      if (after !== undefined) count(after, 1n, surplus);
    }
    for (const [instrument, amount] of surplus) {
      if (amount !== 0n) {
        const detail = `Law 1: holdings of instrument ${instrument} would differ from what was issued less redeemed by ${amount} minor units.`;
        return { kind: "failed", code: "law_broken", detail, location: undefined };
      }
    }
    return undefined;
  }

  /** Issued less redeemed of an instrument's record, minor units. */
  outstanding(instrument: StructValue): bigint {
    return BigInt(instrument[this.issued] as bigint) - BigInt(instrument[this.redeemed] as bigint);
  }

  instrumentId(instrument: StructValue): number {
    return Number(instrument[this.id]);
  }

  /** The number of the instrument's kind. */
  kind(instrument: StructValue): number {
    return Number(instrument[this.kindOf]);
  }

  /** The issuer's address, `undefined` for an instrument nobody issues. */
  issuer(instrument: StructValue): Address | undefined {
    // An Option is a vector of at most one.
    const [issuer] = (instrument[this.issuedBy] as StructValue).f0 as Address[];
    return issuer;
  }

  private addSupply(sums: MoneySums, instrument: StructValue, sign: 1n | -1n): void {
    const amount = this.outstanding(instrument);
    if (amount === 0n) return;
    const id = this.instrumentId(instrument);
    sums.set(id, (sums.get(id) ?? 0n) + sign * amount);
  }
}
