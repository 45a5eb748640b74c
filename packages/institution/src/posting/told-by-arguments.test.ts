import { addressFromBytes, bytesToHex, type Call } from "@sycee/protocol";
import {
  buySecurity,
  claimReturned,
  defundWallet,
  literal,
  money,
  payDepositInterest,
  releaseDeposit,
  takeInDeposit,
  transferDeposits,
  transferEMoney,
} from "@sycee/sdk";
import { expect, test } from "vitest";
import { creditsOfCall, isTransferBatch, namesByArguments, transfersOfCall } from "./told-by-arguments.ts";

const bank = addressFromBytes(new Uint8Array(32).fill(1));
const bonds = { kind: "governmentBonds", description: "Bonds", priceMinor: 9n } as const;
const functionOf = ({ module, function: name }: Call) => `0x4::${module}::${name}`;

test.each<[Call, string]>([
  [buySecurity({ account: 7, ...bonds }), "security"],
  [releaseDeposit({ customer: 7, account: 1, amountMinor: 9n }), "received"],
  [takeInDeposit({ bank, account: 1, customer: 7 }), "received"],
  [claimReturned({ house: bank, number: 3n, account: 7 }), "returned"],
  [defundWallet({ account: 7, amountMinor: 9n }), "top_up"],
])("a call names the account that money comes onto: %#", (call, kind) => {
  expect(namesByArguments(functionOf(call))).toBe(true);
  expect(creditsOfCall(call, functionOf(call), 9n)).toEqual([{ account: 7, amountMinor: 9n, kind }]);
  const unknown = { ...call, arguments: call.arguments.map(() => ({ kind: "result", call: 0, value: 0 }) as const) };
  expect(creditsOfCall(unknown, functionOf(call), 9n)).toEqual([]);
});

test("interest is each account's at its position", () => {
  const call = payDepositInterest({ accounts: [4, 2], amountsMinor: [5n, 3n] });
  expect(creditsOfCall(call, functionOf(call), 8n)).toEqual([
    { account: 4, amountMinor: 5n, kind: "interest" },
    { account: 2, amountMinor: 3n, kind: "interest" },
  ]);
});

test.each([transferDeposits, transferEMoney])("transfers of a batch are those that were accepted", (transfer) => {
  const call = transfer({ payers: [1, 2, 3], payees: [2, 3, 1], amountsMinor: [10n, 20n, 30n] });
  expect([isTransferBatch(functionOf(call)), namesByArguments(functionOf(call))]).toEqual([true, false]);
  const { name } = money.customerBookTransfersPostedType;
  const posted = literal(money.customerBookTransfersPostedType, {
    institution: bank,
    instrument: 1,
    accepted: 2n,
    refused: 1n,
    total: 40n,
    statuses: Uint8Array.of(0, 8, 0),
  });
  if (posted.kind !== "literal") throw new Error("a value is a literal");
  expect(transfersOfCall(call, { call: 0, type: name, fields: {}, data: `0x${bytesToHex(posted.bytes)}` })).toEqual([
    { account: 1, other: 2, amountMinor: -10n, kind: "payment" },
    { account: 2, other: 1, amountMinor: 10n, kind: "payment" },
    { account: 3, other: 1, amountMinor: -30n, kind: "payment" },
    { account: 1, other: 3, amountMinor: 30n, kind: "payment" },
  ]);
});
