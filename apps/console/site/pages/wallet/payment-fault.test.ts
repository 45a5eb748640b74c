import type { WalletLimitsJson } from "@sycee/protocol";
import { describe, expect, it } from "vitest";
import { type PaymentFault, paymentFault, type ToldWallet } from "./payment-fault.ts";

const CASH = 2;
const address = (digit: string) => `0x${digit.repeat(64)}` as const;
const [ALICE, BOB] = [address("a"), address("b")];

type Instrument = WalletLimitsJson["instruments"][number];

/** ¥1,000.00, of which ¥200.00 may be paid at once, ¥500.00 today and ¥900.00 this year, and ¥300.00 more received. */
function wallet(of: string, differs: Partial<WalletLimitsJson> = {}, inCash: Partial<Instrument> = {}): WalletLimitsJson {
  const cash: Instrument = {
    instrument: CASH,
    symbol: "CNY.cash",
    unit: "CNY",
    decimals: 2,
    balanceMinor: "100000",
    limits: { tier: 4, balanceMinor: "130000", singleMinor: "20000", dailyMinor: "60000", yearlyMinor: "100000" },
    usable: true,
    today: "2026-06-01",
    paidTodayMinor: "10000",
    paidThisYearMinor: "10000",
    left: { todayMinor: "50000", thisYearMinor: "90000", toReceiveMinor: "30000" },
    mostInOnePaymentMinor: "20000",
    ...inCash,
  };
  const whole = { height: "1", address: of, holder: of, operator: address("0"), tier: 4, movedTo: null, frozenUntilMs: null };
  return { ...whole, instruments: [cash], ...differs };
}

const FREE = { singleMinor: null, dailyMinor: null, yearlyMinor: null, balanceMinor: null, tier: 4 };
const NO_LIMITS = { limits: FREE, left: { todayMinor: null, thisYearMinor: null, toReceiveMinor: null } };
const day = (todayMinor: string) => ({ limits: FREE, left: { todayMinor, thisYearMinor: "90000", toReceiveMinor: null } });

interface Case {
  readonly name: string;
  readonly payer?: ToldWallet;
  readonly payee?: ToldWallet;
  readonly to?: string;
  readonly amountMinor?: bigint;
  readonly takenInstrument?: number;
  readonly overflows?: boolean;
  readonly fault: PaymentFault | undefined;
}

const plain = { payer: wallet(ALICE), payee: wallet(BOB) };
const CASES: readonly Case[] = [
  { name: "is within every limit, to the last minor unit", ...plain, amountMinor: 20_000n, fault: undefined },
  {
    name: "is more than one payment may be",
    ...plain,
    amountMinor: 20_001n,
    fault: { about: "amount", why: "limitOfOne", mostMinor: 20_000n },
  },
  {
    name: "is more than the day leaves",
    ...plain,
    payer: wallet(ALICE, {}, day("700")),
    amountMinor: 701n,
    fault: { about: "amount", why: "limitOfDay", mostMinor: 700n },
  },
  {
    name: "is more than the year leaves",
    ...plain,
    payer: wallet(ALICE, {}, { limits: FREE, left: { todayMinor: null, thisYearMinor: "0", toReceiveMinor: null } }),
    fault: { about: "amount", why: "limitOfYear", mostMinor: 0n },
  },
  {
    name: "is between wallets of one holder, where nothing is counted",
    payer: wallet(ALICE, { holder: ALICE }, day("0")),
    payee: wallet(BOB, { holder: ALICE }),
    fault: undefined,
  },
  {
    name: "is more than the payee may receive, which is told before limits of the payer",
    ...plain,
    amountMinor: 30_001n,
    fault: { about: "amount", why: "payeeFull", mostMinor: 30_000n },
  },
  {
    name: "has no limits",
    payer: wallet(ALICE, {}, NO_LIMITS),
    payee: wallet(BOB, {}, NO_LIMITS),
    amountMinor: 10n ** 18n,
    fault: undefined,
  },
  { name: "goes to oneself", ...plain, to: ALICE, fault: { about: "payee", why: "payeeSelf" } },
  { name: "goes where no wallet is", ...plain, payee: null, fault: { about: "payee", why: "payeeNoWallet" } },
  { name: "comes from where no wallet is", ...plain, payer: null, fault: { about: "amount", why: "payerNoWallet" } },
  { name: "goes to a wallet that moved", ...plain, payee: wallet(BOB, { movedTo: ALICE }), fault: { about: "payee", why: "payeeMoved" } },
  {
    name: "comes from a wallet that moved",
    ...plain,
    payer: wallet(ALICE, { movedTo: BOB }),
    fault: { about: "amount", why: "payerMoved" },
  },
  {
    name: "goes to a wallet that may not use it",
    ...plain,
    payee: wallet(BOB, { instruments: [] }),
    fault: { about: "payee", why: "payeeTier" },
  },
  {
    name: "goes to a wallet that no longer may",
    ...plain,
    payee: wallet(BOB, {}, { usable: false }),
    fault: { about: "payee", why: "payeeTier" },
  },
  {
    name: "is of an instrument without a policy, which the payee does not hold yet",
    payer: wallet(ALICE, {}, { ...NO_LIMITS, limits: null, today: null }),
    payee: wallet(BOB, { instruments: [] }),
    fault: undefined,
  },
  {
    name: "comes from a frozen wallet",
    ...plain,
    payer: wallet(ALICE, { frozenUntilMs: "1" }, { mostInOnePaymentMinor: "0" }),
    fault: { about: "amount", why: "payerFrozen" },
  },
  { name: "is of what a frozen wallet still pays", ...plain, payer: wallet(ALICE, { frozenUntilMs: "1" }), fault: undefined },
  {
    name: "comes to the payee as another instrument, which that wallet holds",
    ...plain,
    payee: wallet(BOB, {}, { instrument: 9 }),
    takenInstrument: 9,
    fault: undefined,
  },
  {
    name: "comes to the payee as another instrument, of which it can take less",
    ...plain,
    payee: wallet(BOB, {}, { instrument: 9, left: { todayMinor: null, thisYearMinor: null, toReceiveMinor: "99" } }),
    takenInstrument: 9,
    fault: { about: "amount", why: "payeeFull", mostMinor: 99n },
  },
  {
    name: "is more than the payee may receive, but flows over; the payer's limits hold",
    ...plain,
    amountMinor: 30_001n,
    overflows: true,
    fault: { about: "amount", why: "limitOfOne", mostMinor: 20_000n },
  },
  { name: "goes to a wallet that the payer may not read", ...plain, payee: undefined, fault: undefined },
];

describe("a payment before it is signed", () => {
  it.each(CASES)("$name", ({ payer, payee, to = BOB, amountMinor = 100n, takenInstrument = CASH, overflows = false, fault }) => {
    const wanted = { from: ALICE, to, payer, payee, instrument: CASH, takenInstrument, overflows, amountMinor };
    expect(paymentFault(wanted)).toEqual(fault);
  });
});
