import { add, type BankingModel, type Loan } from "./banking-model.ts";

/** What a loan is for: its borrower's account, and its terms. */
export interface LoanTerms {
  readonly account: number;
  readonly principal: bigint;
  readonly rate: bigint;
  readonly parts: bigint;
  readonly days: bigint;
  readonly isAnnuity: boolean;
}

const YEAR = 3_650_000n;

/** Loans of banks to customers, by the same rules; acts on a {@link BankingModel}. */
export class LendingModel {
  private readonly model: BankingModel;

  constructor(model: BankingModel) {
    this.model = model;
  }

  grant(name: string, terms: LoanTerms): string {
    const { account, principal, rate, parts, days, isAnnuity } = terms;
    const bank = this.model.bank(name);
    const lentOn = this.model.day;
    if (principal === 0n) return "EZeroAmount";
    if (bank.settlement < this.model.required(bank)) return "EShortOfReserves";
    add(bank.deposits, account, principal);
    const instalment = isAnnuity ? leastInstalment(principal, rate, parts, days) : undefined;
    const schedule = { lent: principal, parts, days, lentOn, instalment };
    const id = bank.loans.push({
      ...schedule,
      principal,
      rate,
      through: lentOn,
      carried: 0n,
      account,
      due: 0n,
      provision: 0n,
      performing: true,
    });
    if (this.model.isAdequate(bank)) return "executed";
    bank.loans.delete(id);
    bank.loans.last -= 1;
    add(bank.deposits, account, -principal);
    return "ECapitalTooLow";
  }

  repay(name: string, id: number, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    const loan = this.reckoned(name, id);
    if (loan === undefined) return "EUnknownLoan";
    return this.settle(name, id, loan, amount);
  }

  collect(name: string, id: number): string {
    const loan = this.reckoned(name, id);
    if (loan === undefined) return "EUnknownLoan";
    const behind = principalDue(loan, this.model.day) - (loan.lent - loan.principal);
    const due = loan.due + (behind > 0n ? behind : 0n);
    const held = this.model.bank(name).deposits[loan.account] ?? 0n;
    const amount = due < held ? due : held;
    if (amount === 0n) return "ENothingDue";
    return this.settle(name, id, loan, amount);
  }

  provide(name: string, id: number, provision: bigint): string {
    const loan = this.model.bank(name).loans.get(id);
    if (loan === undefined) return "EUnknownLoan";
    if (provision > loan.principal) return "ETooMuchProvision";
    loan.provision = provision;
    return "executed";
  }

  /** Reckons a loan's interest, and records whether it performs if that is said. */
  reckon(name: string, id: number, performing?: boolean): string {
    const loan = this.reckoned(name, id);
    if (loan === undefined) return "EUnknownLoan";
    if (performing !== undefined) loan.performing = performing;
    this.model.bank(name).loans.set(id, loan);
    return "executed";
  }

  writeOff(name: string, id: number): string {
    const bank = this.model.bank(name);
    const loan = bank.loans.get(id);
    if (loan === undefined) return "EUnknownLoan";
    if (loan.performing) return "EPerforming";
    bank.loans.delete(id);
    return "executed";
  }

  /** A copy of a loan with its interest up to today. */
  private reckoned(name: string, id: number): Loan | undefined {
    const loan = this.model.bank(name).loans.get(id);
    if (loan === undefined) return undefined;
    const copy = { ...loan };
    const interest = this.model.accrue(copy);
    if (copy.performing) copy.due += interest;
    return copy;
  }

  private settle(name: string, id: number, loan: Loan, amount: bigint): string {
    const bank = this.model.bank(name);
    const interest = amount < loan.due ? amount : loan.due;
    if (amount - interest > loan.principal) return "EOverpaid";
    if ((bank.deposits[loan.account] ?? 0n) < amount) return "EInsufficientBalance";
    loan.due -= interest;
    loan.principal -= amount - interest;
    if (loan.provision > loan.principal) loan.provision = loan.principal;
    add(bank.deposits, loan.account, -amount);
    if (loan.principal === 0n && loan.due === 0n) bank.loans.delete(id);
    else bank.loans.set(id, loan);
    return "executed";
  }
}

/** How much of a loan's principal is due by the end of a day. */
function principalDue({ lent, rate, parts, days, lentOn, instalment }: Loan, day: bigint): bigint {
  const passed = (day - lentOn) / days;
  if (passed >= parts) return lent;
  if (instalment === undefined) return (lent * passed) / parts;
  return lent - leftAfter(lent, rate, days, instalment, passed).left;
}

/** What is left of a principal after so many instalments on their days, and what is carried of its interest, in parts of a minor unit. */
function leftAfter(principal: bigint, rate: bigint, days: bigint, instalment: bigint, times: bigint): { left: bigint; carried: bigint } {
  let left = principal;
  let carried = 0n;
  for (let time = 0n; time < times; time++) {
    const interest = left * rate * days + carried;
    carried = interest % YEAR;
    const repaid = instalment - interest / YEAR;
    if (repaid > 0n) left = repaid < left ? left - repaid : 0n;
  }
  return { left, carried };
}

/** The least amount that repays a loan in so many equal instalments, the last no more than the others: found by trying. */
function leastInstalment(principal: bigint, rate: bigint, parts: bigint, days: bigint): bigint {
  let least = 1n;
  let enough = principal + (principal * rate * days) / YEAR;
  while (least < enough) {
    const tried = (least + enough) / 2n;
    const { left, carried } = leftAfter(principal, rate, days, tried, parts - 1n);
    if (left + (left * rate * days + carried) / YEAR <= tried) enough = tried;
    else least = tried + 1n;
  }
  return enough;
}
