import type { ClearingModel, ModelParticipant } from "./clearing-model.ts";

/** What is put up at a clearing house. */
export type PutUp = "collateral" | "fundShare";

const NOTICE_MS = 7 * 86_400_000;
const LAPSE_MS = 30 * 86_400_000;

/** What stands behind a clearing house's cycles, by the rules alone; acts on a {@link ClearingModel}. */
export class ClearingFundsModel {
  private readonly model: ClearingModel;
  /** What owners paid in of the capital and did not get back, by place. */
  private readonly contributions: bigint[];
  /** Higher caps that were announced, by place. */
  private readonly announced = new Map<number, { readonly cap: bigint; readonly fromMs: number }>();

  constructor(model: ClearingModel, contributions: readonly bigint[]) {
    this.model = model;
    this.contributions = [...contributions];
  }

  post(place: number, what: PutUp, amount: bigint): string {
    const each = this.participant(place);
    if (!each.licensed) return "ESuspended";
    if (each.status !== "active") return "ENotActive";
    const refusal = this.spend(each, amount);
    if (refusal !== undefined) return refusal;
    each[what] += amount;
    return "executed";
  }

  take(place: number, what: PutUp, amount: bigint): string {
    const each = this.participant(place);
    if (this.model.closed !== undefined) return "ECycleClosed";
    if (owedBy(each) > 0n) return "EOwesClearingHouse";
    if (amount > each[what]) return "ENotSoMuch";
    each[what] -= amount;
    const isCovered = what === "collateral" ? this.isCovered(each) : this.model.participants.every((one) => this.isCovered(one));
    if (!isCovered || amount === 0n) {
      each[what] += amount;
      return isCovered ? "EZeroAmount" : "ENotCovered";
    }
    receive(each, amount);
    return "executed";
  }

  contribute(place: number, amount: bigint): string {
    const each = this.participant(place);
    if (!each.licensed) return "ESuspended";
    const refusal = this.spend(each, amount);
    if (refusal !== undefined) return refusal;
    this.model.capital += amount;
    this.contributions[place] = (this.contributions[place] ?? 0n) + amount;
    return "executed";
  }

  returnCapital(place: number, amount: bigint): string {
    if (this.model.closed !== undefined) return "ECycleClosed";
    if (amount === 0n) return "EZeroAmount";
    const paidIn = this.contributions[place] ?? 0n;
    if (amount > this.model.capital || amount > paidIn) return "ENotSoMuch";
    this.model.capital -= amount;
    if (!this.model.participants.every((one) => this.isCovered(one))) {
      this.model.capital += amount;
      return "ENotCovered";
    }
    this.contributions[place] = paidIn - amount;
    receive(this.participant(place), amount);
    return "executed";
  }

  /** Survivors first, in proportion to what each bore, then the clearing house. */
  repay(place: number, amount: bigint): string {
    const each = this.participant(place);
    if (amount === 0n) return "EZeroAmount";
    if (amount > owedBy(each)) return "EOwesLess";
    const refusal = this.spend(each, amount);
    if (refusal !== undefined) return refusal;
    const owed = each.owedSurvivors.reduce((sum, one) => sum + one, 0n);
    const toSurvivors = amount < owed ? amount : owed;
    let odd = toSurvivors;
    const parts = each.owedSurvivors.map((one) => (owed === 0n ? 0n : (toSurvivors * one) / owed));
    for (const part of parts) odd -= part;
    for (const [survivor, one] of this.model.participants.entries()) {
      const bore = each.owedSurvivors[survivor] ?? 0n;
      let part = parts[survivor] ?? 0n;
      if (odd > 0n && part < bore) {
        part += 1n;
        odd -= 1n;
      }
      each.owedSurvivors[survivor] = bore - part;
      one.fundShare += part;
    }
    each.owedCapital -= amount - toSurvivors;
    this.model.capital += amount - toSurvivors;
    return "executed";
  }

  setCap(place: number, cap: bigint, nowMs: number): string {
    const each = this.participant(place);
    if (each.status !== "active") return "ENotActive";
    if (cap > this.reach(each)) return "ENotCovered";
    const notice = this.announced.get(place);
    const isAnnounced = notice !== undefined && cap <= notice.cap && nowMs >= notice.fromMs && nowMs <= notice.fromMs + LAPSE_MS;
    if (cap > each.cap && !isAnnounced) return "ENotAnnounced";
    each.cap = cap;
    this.announced.delete(place);
    return "executed";
  }

  announceCap(place: number, cap: bigint, nowMs: number): string {
    if (this.participant(place).status !== "active") return "ENotActive";
    this.announced.set(place, { cap, fromMs: nowMs + NOTICE_MS });
    return "executed";
  }

  private isCovered(each: ModelParticipant): boolean {
    return each.cap <= this.reach(each);
  }

  private reach({ collateral }: ModelParticipant): bigint {
    return collateral + this.model.fund() + this.model.capital;
  }

  /** Takes an amount out of what an institution has of its own, or says why not. */
  private spend(each: ModelParticipant, amount: bigint): string | undefined {
    if (amount === 0n) return "EZeroAmount";
    if ((each.own ?? each.settlement) < amount) return "EInsufficientSettlement";
    receive(each, -amount);
    return undefined;
  }

  private participant(place: number): ModelParticipant {
    const found = this.model.participants[place];
    if (found === undefined) throw new Error(`there is no participant ${place}`);
    return found;
  }
}

/** All that a participant owes for having failed. */
export function owedBy({ owedCapital, owedSurvivors }: ModelParticipant): bigint {
  return owedSurvivors.reduce((sum, each) => sum + each, owedCapital);
}

function receive(each: ModelParticipant, amount: bigint): void {
  if (each.own === undefined) each.settlement += amount;
  else each.own += amount;
}
