import { add, type BankingModel, type BankModel, sum } from "./banking-model.ts";

/** Transfers of a batch: payer, payee and amount. */
export type Transfers = readonly (readonly [payer: number, payee: number, amount: bigint])[];

/** What passes between a bank, its owners and its customers besides loans, by the same rules; acts on a {@link BankingModel}. */
export class OwnershipModel {
  private readonly model: BankingModel;

  constructor(model: BankingModel) {
    this.model = model;
  }

  contributeSecurity(name: string, book: bigint): string {
    const bank = this.model.bank(name);
    if (book === 0n) return "EZeroAmount";
    bank.securities.push({ book, pledged: 0n });
    bank.capital += book;
    return "executed";
  }

  buySecurity(name: string, account: number, price: bigint): string {
    const bank = this.model.bank(name);
    if (bank.settlement < this.model.required(bank)) return "EShortOfReserves";
    if (price === 0n) return "EZeroAmount";
    // Paid with a deposit and without risk: neither equity nor what it is measured against changes.
    if (!this.model.isAdequate(bank)) return "ECapitalTooLow";
    add(bank.deposits, account, price);
    bank.securities.push({ book: price, pledged: 0n });
    return "executed";
  }

  sellSecurity(name: string, account: number, holding: number, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    const security = bank.securities.get(holding);
    if (security === undefined) return "EUnknownHolding";
    if (amount > security.book - security.pledged) return "EPledged";
    const refusal = take(bank, account, amount);
    if (refusal !== undefined) return refusal;
    security.book -= amount;
    if (security.book === 0n) bank.securities.delete(holding);
    return "executed";
  }

  payInCapital(name: string, account: number, amount: bigint): string {
    const bank = this.model.bank(name);
    const refusal = take(bank, account, amount);
    if (refusal !== undefined) return refusal;
    bank.capital += amount;
    return "executed";
  }

  chargeFee(name: string, account: number, amount: bigint): string {
    return take(this.model.bank(name), account, amount) ?? "executed";
  }

  payDividend(name: string, account: number, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount > (bank.retained > 0n ? bank.retained : 0n)) return "ENotEarned";
    if (amount === 0n) return "EZeroAmount";
    add(bank.deposits, account, amount);
    if (!this.model.isAdequate(bank)) {
      add(bank.deposits, account, -amount);
      return "ECapitalTooLow";
    }
    bank.retained -= amount;
    return "executed";
  }

  payInterest(name: string, accounts: readonly number[], amounts: readonly bigint[]): string {
    const bank = this.model.bank(name);
    if (amounts.includes(0n)) return "EZeroAmount";
    for (const [index, account] of accounts.entries()) add(bank.deposits, account, amounts[index] ?? 0n);
    return sum(amounts) === 0n ? "EZeroAmount" : "executed";
  }

  closePeriod(name: string): string {
    const bank = this.model.bank(name);
    bank.retained = bank.equity - bank.capital;
    return "executed";
  }

  /** Each by itself: what cannot be paid is left out. */
  transfer(name: string, transfers: Transfers): string {
    const { deposits } = this.model.bank(name);
    for (const [payer, payee, amount] of transfers) {
      if (amount === 0n || payer === payee || (deposits[payer] ?? 0n) < amount) continue;
      add(deposits, payer, -amount);
      add(deposits, payee, amount);
    }
    return "executed";
  }
}

/** Takes an amount off a customer's account, or says why not. */
function take(bank: BankModel, account: number, amount: bigint): string | undefined {
  if (amount === 0n) return "EZeroAmount";
  if ((bank.deposits[account] ?? 0n) < amount) return "EInsufficientBalance";
  add(bank.deposits, account, -amount);
  return undefined;
}
