import { addressFromBytes } from "@sycee/protocol/core";
import { expect, test } from "vitest";
import type { InstrumentView } from "../ledger.ts";
import { positionOf } from "./position-of.ts";

const bank = addressFromBytes(new Uint8Array(32).fill(1));
const stranger = addressFromBytes(new Uint8Array(32).fill(2));

function instrument(number: number, kind: string, issuer: typeof bank, outstandingMinor: bigint): InstrumentView {
  return {
    instrument: number,
    symbol: `S${number}`,
    kind,
    unit: "CNY",
    decimals: 2,
    zoneOffsetMinutes: 480,
    issuer,
    issuedMinor: outstandingMinor,
    redeemedMinor: 0n,
    outstandingMinor,
  };
}

test("what a module calls a deposit or e-money is no money of an institution's", () => {
  const instruments = [
    instrument(1, "deposit", bank, 500n),
    instrument(2, "deposit", stranger, 7_000n),
    instrument(3, "e-money", stranger, 90_000n),
  ];
  const own = new Map([[2, 40n]]);
  const member = { address: bank, own, isBank: true, reserveMinor: 0n, institutionsDepositsMinor: 0n, timeDepositsMinor: 0n };
  const position = positionOf(instruments, { byKind: [], insurerMinor: undefined, holders: [bank] }, [member]);
  expect(position).toMatchObject({ demandDepositsMinor: 500n, demandDepositsOfInstitutionsMinor: 0n, eMoneyMinor: 0n });
});
