import type { SettlementDeposits } from "./member-reader.ts";
import type { MonetaryPosition } from "./money-supply.ts";

/** A central bank's statement: two sides that are equal, in minor units. */
export interface CentralBankStatement {
  readonly assets: readonly StatementLine[];
  readonly liabilities: readonly StatementLine[];
}

export interface StatementLine {
  readonly line: string;
  readonly amountMinor: bigint;
}

/** What a central bank's books have, by number of the account: what stands on its normal side, minor units. */
export interface CentralBankBalances {
  readonly assets: ReadonlyMap<number, bigint>;
  /** Capital, what was retained and the running period's result. */
  readonly equityMinor: bigint;
}

/** The statement in the lines that the People's Bank of China publishes, gold among the foreign assets. */
export function statementOf(
  { assets, equityMinor }: CentralBankBalances,
  { byKind, insurerMinor }: SettlementDeposits,
  position: MonetaryPosition,
): CentralBankStatement {
  const [banks = 0n, reserves = 0n, ownFunds = 0n, clearingHouses = 0n, government = 0n] = byKind;
  const insurersFund = insurerMinor ?? 0n;
  const asset = (number: number) => assets.get(number) ?? 0n;
  const onAccounts = banks + reserves + ownFunds + clearingHouses + government;
  return {
    assets: [
      { line: "foreign assets", amountMinor: asset(1410) + asset(1420) },
      { line: "claims on government", amountMinor: asset(1430) },
      { line: "claims on banks", amountMinor: asset(1440) },
      { line: "other assets", amountMinor: asset(1450) },
    ],
    liabilities: [
      { line: "currency issue", amountMinor: position.digitalCashMinor + position.notesMinor },
      // Settlement money that lies on no account is that which banks left at the deposit facility.
      { line: "deposits of banks", amountMinor: banks + position.settlementMinor - onAccounts },
      { line: "deposits of non-financial institutions", amountMinor: reserves + ownFunds },
      { line: "deposits of clearing houses", amountMinor: clearingHouses },
      { line: "deposits of government", amountMinor: government - insurersFund },
      // A line of ours, while there is anything in it.
      ...(insurersFund === 0n ? [] : [{ line: "deposits of the deposit insurer", amountMinor: insurersFund }]),
      { line: "own capital", amountMinor: equityMinor },
    ],
  };
}
