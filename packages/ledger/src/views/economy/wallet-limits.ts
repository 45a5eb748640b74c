import type { TierJson, WalletLimitsJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import type { InstrumentView } from "../../ledger.ts";
import { fieldsOf, integerOf, listOf, type StateReader, textOf, textOrNull } from "../state-reader.ts";
import { dateText, dayAt, yearOf } from "./calendar.ts";
import { tiersOf } from "./policy.ts";

type InstrumentLimits = WalletLimitsJson["instruments"][number];

/** A wallet's limits and what is left of them; `undefined` where there is no wallet. */
export function walletLimitsAt(state: StateReader, address: Address): Omit<WalletLimitsJson, "height"> | undefined {
  const wallet = state.resource("money", "wallet", "Wallet", address);
  if (wallet === undefined) return undefined;
  const holder = textOf(wallet.holder) as Address;
  const frozenUntilMs = integerOf(wallet.frozen_until_ms);
  const isFrozen = frozenUntilMs > state.timeMs;
  const balances = new Map(
    listOf(wallet.balances)
      .map(fieldsOf)
      .map((money) => [Number(money.instrument), integerOf(money.value)]),
  );
  const tier = Number(wallet.tier);
  const instruments: InstrumentLimits[] = [];
  for (const instrument of state.instruments()) {
    const held = balances.get(instrument.instrument);
    const tiers = tiersOf(state, instrument.instrument);
    const limits = tiers?.find((each) => each.tier === tier);
    if (held === undefined && limits === undefined) continue;
    const isBlocked = wallet.moved_to !== null || (isFrozen && instrument.issuer !== undefined);
    instruments.push(limitsIn(state, instrument, { held: held ?? 0n, limits, isUnderPolicy: tiers !== undefined, holder, isBlocked }));
  }
  return {
    address,
    holder,
    operator: textOf(wallet.operator),
    tier,
    movedTo: textOrNull(wallet.moved_to),
    frozenUntilMs: isFrozen ? `${frozenUntilMs}` : null,
    instruments,
  };
}

function limitsIn(
  state: StateReader,
  { instrument, symbol, unit, decimals }: InstrumentView,
  wallet: {
    readonly held: bigint;
    readonly limits: TierJson | undefined;
    readonly isUnderPolicy: boolean;
    readonly holder: Address;
    /** Whether it can pay nothing for another reason. */
    readonly isBlocked: boolean;
  },
): InstrumentLimits {
  const { held, limits, isUnderPolicy } = wallet;
  const spent = spendingOf(state, wallet.holder, unit);
  const left = {
    todayMinor: leftOf(limits?.dailyMinor, spent.today),
    thisYearMinor: leftOf(limits?.yearlyMinor, spent.thisYear),
    toReceiveMinor: leftOf(limits?.balanceMinor, held),
  };
  const usable = !isUnderPolicy || limits !== undefined;
  const caps = [limits?.singleMinor, left.todayMinor, left.thisYearMinor];
  const most = caps.reduce<bigint>((least, cap) => (cap === undefined || cap === null || BigInt(cap) > least ? least : BigInt(cap)), held);
  return {
    instrument,
    symbol,
    unit,
    decimals,
    balanceMinor: `${held}`,
    limits: limits ?? null,
    usable,
    today: isUnderPolicy ? dateText(spent.day) : null,
    paidTodayMinor: `${spent.today}`,
    paidThisYearMinor: `${spent.thisYear}`,
    left,
    mostInOnePaymentMinor: usable && !wallet.isBlocked ? `${most}` : "0",
  };
}

function leftOf(limit: string | null | undefined, used: bigint): string | null {
  if (limit === undefined || limit === null) return null;
  const left = BigInt(limit) - used;
  return `${left > 0n ? left : 0n}`;
}

/** What a holder paid out in a unit on the day of the last block and in its year. */
function spendingOf(state: StateReader, holder: Address, code: string) {
  const [number, unit] = [...state.units()].find(([, each]) => each.code === code) ?? [];
  const day = dayAt(state.timeMs, unit?.offsetMinutes ?? 0);
  const record = state.resource("money", "holder", "Holder", holder);
  const spending =
    record === undefined
      ? undefined
      : listOf(record.spending)
          .map(fieldsOf)
          .find((each) => each.unit === number);
  if (spending === undefined) return { day, today: 0n, thisYear: 0n };
  const isToday = Number(spending.day) === day;
  const isThisYear = Number(spending.year) === yearOf(day);
  return { day, today: isToday ? integerOf(spending.paid_today) : 0n, thisYear: isThisYear ? integerOf(spending.paid_year) : 0n };
}
