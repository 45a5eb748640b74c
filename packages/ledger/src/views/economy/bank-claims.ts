import type { LoansJson, TimeDepositsJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import type { JsonFields } from "../table-entries.ts";
import { fieldsOf, integerOf, type StateReader, textOf } from "../state-reader.ts";
import { dateText, dayAt } from "./calendar.ts";
import type { NumberPaging } from "./paging.ts";

/** Numbers that one page looks at: many may have ended, or be of other accounts. */
const MAX_LOOKED_AT = 1_000n;
/** Days in a year times hundredths of a per cent in the whole. */
const RATE_DAYS = 3_650_000n;

/** Which of a bank's loans or time deposits. */
export interface BankClaimsQuestion extends NumberPaging {
  /** Those of one account only, if given. */
  readonly account: number | undefined;
}

/** A bank's loans that are not repaid; `undefined` where there is no bank. */
export function loansOf(state: StateReader, bank: Address, question: BankClaimsQuestion): Omit<LoansJson, "height"> | undefined {
  const kept = state.resource("banking", "lending", "Loans", bank);
  const deposit = depositsOf(state, bank);
  if (kept === undefined || deposit === undefined) return undefined;
  const today = dayAt(state.timeMs, state.unit(state.resource("banking", "institution", "Institution", bank)?.unit).offsetMinutes);
  const { found, next } = pageOf(question, integerOf(kept.last), (number) =>
    state.entry("banking", "lending", "Loan", kept.loans, number, 8),
  );
  return { bank, ...deposit, loans: found.map(([number, loan]) => loanOf(number, loan, today)), next };
}

/** A bank's time deposits; `undefined` where there is no bank. */
export function timeDepositsOf(
  state: StateReader,
  bank: Address,
  question: BankClaimsQuestion,
): Omit<TimeDepositsJson, "height"> | undefined {
  const kept = state.resource("banking", "time_deposits", "TimeDeposits", bank);
  const deposit = depositsOf(state, bank);
  if (kept === undefined || deposit === undefined) return undefined;
  const { found, next } = pageOf(question, integerOf(kept.last), (number) =>
    state.entry("banking", "time_deposits", "TimeDeposit", kept.deposits, number, 8),
  );
  const deposits = found.map(([number, each]) => ({
    deposit: `${number}`,
    account: Number(each.account),
    principalMinor: textOf(each.principal),
    ...interestOf(each),
    earlyRateBps: Number(each.early_rate_bps),
    placedOn: dateText(integerOf(each.placed_on)),
    maturesOn: dateText(integerOf(each.matures_on)),
  }));
  return { bank, ...deposit, totalMinor: textOf(kept.total), deposits, next };
}

/** The name of the bank's deposits. */
function depositsOf(state: StateReader, bank: Address) {
  const found = state.instruments().find(({ issuer, kind }) => issuer === bank && kind === "deposit");
  return found === undefined ? undefined : state.nameOf(found.instrument);
}

function pageOf(
  { after, limit, account }: BankClaimsQuestion,
  last: bigint,
  entry: (number: bigint) => JsonFields | undefined,
): { readonly found: readonly (readonly [bigint, JsonFields])[]; readonly next: string | null } {
  const found: [bigint, JsonFields][] = [];
  const end = after + MAX_LOOKED_AT;
  let number = after;
  while (number < last && number < end && found.length < limit) {
    number += 1n;
    const value = entry(number);
    if (value !== undefined && (account === undefined || Number(value.account) === account)) found.push([number, value]);
  }
  return { found, next: number < last ? `${number}` : null };
}

function loanOf(number: bigint, loan: JsonFields, today: number): LoansJson["loans"][number] {
  const schedule = fieldsOf(loan.schedule);
  const granted = integerOf(schedule.principal);
  const left = integerOf(loan.principal);
  const instalments = integerOf(schedule.instalments);
  const periodDays = integerOf(schedule.period_days);
  const firstDay = integerOf(schedule.first_day);
  const day = BigInt(today);
  const passed = day < firstDay ? 0n : 1n + (day - firstDay) / periodDays;
  const parts = passed < instalments ? passed : instalments;
  const annuity = schedule.annuity === null ? undefined : fieldsOf(schedule.annuity);
  const due =
    annuity === undefined || parts === instalments
      ? (granted * parts) / instalments
      : granted - leftAfter(granted, integerOf(annuity.instalment), integerOf(annuity.rate_bps) * periodDays, parts);
  const overdue = due - (granted - left);
  return {
    loan: `${number}`,
    account: Number(loan.account),
    principalMinor: `${left}`,
    grantedMinor: `${granted}`,
    ...interestOf(loan),
    instalments: Number(instalments),
    instalmentMinor: annuity === undefined ? null : textOf(annuity.instalment),
    periodDays: Number(periodDays),
    firstInstalmentOn: dateText(firstDay),
    lastInstalmentOn: dateText(firstDay + periodDays * (instalments - 1n)),
    overdueMinor: `${overdue > 0n ? overdue : 0n}`,
    provisionMinor: textOf(loan.provision),
    performing: loan.performing === true,
  };
}

/** What is left of an annuity's principal after so many instalments, each paid on its day, as `banking::repayment_schedule` reckons it. */
function leftAfter(granted: bigint, instalment: bigint, rateDays: bigint, parts: bigint): bigint {
  let left = granted;
  let carried = 0n;
  for (let part = 0n; part < parts && left > 0n; part += 1n) {
    const total = left * rateDays + carried;
    carried = total % RATE_DAYS;
    const principal = instalment - total / RATE_DAYS;
    left -= principal < left ? principal : left;
  }
  return left;
}

function interestOf(claim: JsonFields) {
  const accrual = fieldsOf(claim.accrual);
  return {
    rateBps: Number(accrual.rate_bps),
    accruedThrough: dateText(integerOf(accrual.through_day)),
    interestDueMinor: textOf(claim.interest_due),
  };
}
