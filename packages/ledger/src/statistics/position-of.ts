import type { Address } from "@sycee/protocol/core";
import type { InstrumentView } from "../ledger.ts";
import type { Member, SettlementDeposits } from "./member-reader.ts";
import type { MonetaryPosition } from "./money-supply.ts";

/** The position of a unit from its instruments, what lies at its central bank, and what the holders of accounts there have. */
export function positionOf(
  ofUnit: readonly InstrumentView[],
  { byKind }: SettlementDeposits,
  members: readonly (Member & { readonly address: Address })[],
): MonetaryPosition {
  const [, reserves = 0n, ownFunds = 0n, clearingHousesMinor = 0n, governmentMinor = 0n] = byKind;
  const institutions = new Set(members.map(({ address }) => address));
  // Deposits and e-money are those of institutions with accounts at the central bank, whatever else a module calls so.
  const instruments = ofUnit.filter(
    ({ kind, issuer }) => (kind !== "deposit" && kind !== "e-money") || (issuer !== undefined && institutions.has(issuer)),
  );
  const numbers = (...kinds: readonly string[]) =>
    new Set(instruments.filter(({ kind }) => kinds.includes(kind)).map(({ instrument }) => instrument));
  const outstanding = (kind: string) =>
    sum(instruments.filter((each) => each.kind === kind).map(({ outstandingMinor }) => outstandingMinor));
  const held = (of: ReadonlySet<number>, who: readonly Member[]) =>
    sum(who.flatMap(({ own }) => [...own].map(([instrument, amount]) => (of.has(instrument) ? amount : 0n))));
  const banks = members.filter(({ isBank }) => isBank);
  const eMoneyOf = (issuer: Address) =>
    sum(instruments.filter((each) => each.kind === "e-money" && each.issuer === issuer).map(({ outstandingMinor }) => outstandingMinor));
  return {
    settlementMinor: outstanding("settlement"),
    governmentMinor,
    clearingHousesMinor,
    paymentInstitutionsMinor: reserves + ownFunds,
    digitalCashMinor: outstanding("digital cash"),
    notesMinor: outstanding("notes"),
    cashOfBanksMinor: held(numbers("digital cash", "notes"), banks),
    demandDepositsMinor: outstanding("deposit"),
    demandDepositsOfInstitutionsMinor:
      held(numbers("deposit"), members) + sum(members.map(({ institutionsDepositsMinor }) => institutionsDepositsMinor)),
    timeDepositsMinor: sum(members.map(({ timeDepositsMinor }) => timeDepositsMinor)),
    eMoneyMinor: outstanding("e-money"),
    eMoneyOfInstitutionsMinor: held(numbers("e-money"), members),
    eMoneyFullyReservedMinor: sum(members.map(({ address, reserveMinor }) => lesser(eMoneyOf(address), reserveMinor))),
  };
}

function lesser(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

function sum(amounts: readonly bigint[]): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
