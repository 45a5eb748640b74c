import { BcsError } from "@sycee/bcs";
import { addressFromBytes, bytesToHex, type Call, hexToBytes } from "@sycee/protocol";
import { expect, test } from "vitest";
import { address, bool, bytes, decode, literal, option, signer, string, u128, u16, u32, u64, u8, vector } from "../arguments/move-type.ts";
import { rotateKey } from "./account.ts";
import {
  admitOperator,
  contributeCapital,
  establishCentralBank,
  issueSettlement,
  redeemSettlement,
  redeemSettlementPart,
  setPerforming,
  setTier,
} from "./central-bank.ts";
import {
  beginCustomerAccounts,
  closeCustomerAccount,
  depositToCustomers,
  openCustomerAccounts,
  transferBatch,
  transfersOf,
  withdrawFromCustomer,
} from "./customer-accounts.ts";
import { frameworkCall } from "./framework-call.ts";
import { readBankingEvent } from "./generated/banking.ts";
import { customerBookTransfersPostedType, money, moneyPaidType, readMoneyEvent, walletType } from "./generated/money.ts";
import { grantLicence, limitLicence, resumeLicence, revokeLicence, suspendLicence } from "./licence.ts";
import { changeTier, fromTill, handBack, handOut, openWallets, recoverWallet, toTill } from "./operator.ts";
import { cancelPolicyChange, executePolicyChange, proposeParameter, proposeTier } from "./policy-change.ts";
import { freezeCustomer, freezeWallet, liftCustomer, liftWallet } from "./warrant.ts";
import { entrustUnit, initialiseMoney, registerUnit } from "./unit.ts";
import { closeWallet, pay } from "./wallet.ts";

const one = addressFromBytes(new Uint8Array(32).fill(1));
const two = addressFromBytes(new Uint8Array(32).fill(2));
const commitment = new Uint8Array(32).fill(3);
const gold = { kind: "gold", description: "Gold", bookValueMinor: 100n, haircutBasisPoints: 50 } as const;
const goldArguments = [literal(u8, 2), literal(string, "Gold"), literal(u64, 100n), literal(u64, 50n)];
const bank = (name: string, ...values: Parameters<typeof frameworkCall>[3]): Call =>
  frameworkCall("banking", "central_bank", name, [signer(1), ...values]);
const licence = (name: string, ...values: Parameters<typeof frameworkCall>[3]): Call =>
  frameworkCall("oversight", "licence", name, [signer(1), ...values]);
const operatorCall = (name: string, ...values: Parameters<typeof frameworkCall>[3]): Call =>
  frameworkCall("banking", "operator", name, [signer(1), ...values]);
const customers = (name: string, ...values: Parameters<typeof frameworkCall>[3]): Call =>
  frameworkCall("banking", "customer_accounts", name, [signer(1), ...values]);

// Names, order and types of arguments as the Move sources declare them.
test.each<[string, Call, Call]>([
  [
    "pay",
    pay({ payee: one, instrument: 2, amountMinor: 5n }),
    frameworkCall("money", "wallet", "pay", [signer(0), literal(address, one), literal(u32, 2), literal(u64, 5n)]),
  ],
  ["close", closeWallet({ signer: 1 }), frameworkCall("money", "wallet", "close", [signer(1)])],
  ["rotate", rotateKey(), frameworkCall("money", "account", "rotate_key", [signer(0), signer(1)])],
  ["initialise", initialiseMoney(), frameworkCall("money", "genesis", "initialise", [signer(0)])],
  [
    "register unit",
    registerUnit({ code: "CLP", decimals: 0, zoneOffsetMinutes: -240 }),
    frameworkCall("money", "unit", "register", [signer(0), literal(string, "CLP"), literal(u8, 0), literal(u16, 240), literal(bool, true)]),
  ],
  [
    "entrust",
    entrustUnit({ unit: 1, centralBank: one }),
    frameworkCall("money", "unit", "entrust", [signer(0), literal(u32, 1), literal(address, one)]),
  ],
  [
    "establish",
    establishCentralBank({ signer: 1, unit: 1, name: "B", settlementSymbol: "s", cashSymbol: "c" }),
    bank("establish", literal(u32, 1), literal(string, "B"), literal(string, "s"), literal(string, "c")),
  ],
  ["admit", admitOperator({ signer: 1, operator: one, name: "N" }), bank("admit_operator", literal(address, one), literal(string, "N"))],
  ["capital", contributeCapital({ signer: 1, ...gold }), bank("contribute_capital", ...goldArguments)],
  ["issue", issueSettlement({ signer: 1, operator: one, ...gold }), bank("issue", literal(address, one), ...goldArguments)],
  ["redeem", redeemSettlement({ signer: 1, operatorSigner: 2, asset: 7n }), bank("redeem", signer(2), literal(u64, 7n))],
  [
    "redeem a part",
    redeemSettlementPart({ signer: 1, operatorSigner: 2, asset: 7n, amountMinor: 8n }),
    bank("redeem_part", signer(2), literal(u64, 7n), literal(u64, 8n)),
  ],
  [
    "grant",
    grantLicence({ signer: 1, holder: one, kind: "bank", unit: 1, limitMinor: 9n, expiresAtMs: 8n }),
    licence("grant", literal(address, one), literal(u8, 2), literal(u32, 1), literal(option(u128), 9n), literal(option(u64), 8n)),
  ],
  [
    "limit",
    limitLicence({ signer: 1, holder: one, kind: "publisher" }),
    licence("limit", literal(address, one), literal(u8, 13), literal(u32, 0), literal(option(u128), undefined)),
  ],
  [
    "suspend",
    suspendLicence({ signer: 1, holder: one, kind: "operator", unit: 1, reason: "R" }),
    licence("suspend", literal(address, one), literal(u8, 4), literal(u32, 1), literal(string, "R")),
  ],
  [
    "resume",
    resumeLicence({ signer: 1, holder: one, kind: "operator", unit: 1 }),
    licence("resume", literal(address, one), literal(u8, 4), literal(u32, 1)),
  ],
  [
    "revoke",
    revokeLicence({ signer: 1, holder: one, kind: "operator", unit: 1, reason: "R" }),
    licence("revoke", literal(address, one), literal(u8, 4), literal(u32, 1), literal(string, "R")),
  ],
  [
    "freeze a wallet",
    freezeWallet({ owner: one, reason: "R", untilMs: 8n }),
    frameworkCall("oversight", "warrant", "freeze_wallet", [
      signer(0),
      signer(1),
      literal(address, one),
      literal(string, "R"),
      literal(u64, 8n),
    ]),
  ],
  [
    "lift a warrant",
    liftWallet({ signer: 1, owner: one, number: 2n }),
    frameworkCall("oversight", "warrant", "lift_wallet", [signer(1), literal(address, one), literal(u64, 2n)]),
  ],
  [
    "freeze a customer",
    freezeCustomer({ institution: one, instrument: 3, account: 5, reason: "R", untilMs: 8n }),
    frameworkCall("banking", "frozen_account", "freeze_account", [
      signer(0),
      signer(1),
      literal(address, one),
      literal(u32, 3),
      literal(u32, 5),
      literal(string, "R"),
      literal(u64, 8n),
    ]),
  ],
  [
    "release a customer",
    liftCustomer({ signer: 1, institution: one, instrument: 3, account: 5, number: 2n }),
    frameworkCall("banking", "frozen_account", "lift", [
      signer(1),
      literal(address, one),
      literal(u32, 3),
      literal(u32, 5),
      literal(u64, 2n),
    ]),
  ],
  [
    "propose a tier",
    proposeTier({ signer: 1, tier: 3, balanceMinor: 1n, singleMinor: 2n, dailyMinor: 3n, yearlyMinor: undefined, earliestMs: 8n }),
    frameworkCall("banking", "policy_change", "propose_tier", [
      signer(1),
      literal(u8, 3),
      ...[1n, 2n, 3n, undefined].map((limit) => literal(option(u64), limit)),
      literal(u64, 8n),
    ]),
  ],
  [
    "propose a parameter",
    proposeParameter({ signer: 1, parameter: "capitalRatio", value: 5n, earliestMs: 8n }),
    frameworkCall("banking", "policy_change", "propose_parameter", [signer(1), literal(u8, 8), literal(u64, 5n), literal(u64, 8n)]),
  ],
  [
    "execute a change",
    executePolicyChange({ signer: 1, number: 2n }),
    frameworkCall("banking", "policy_change", "execute", [signer(1), literal(u64, 2n)]),
  ],
  [
    "cancel a change",
    cancelPolicyChange({ signer: 1, number: 2n }),
    frameworkCall("banking", "policy_change", "cancel", [signer(1), literal(u64, 2n)]),
  ],
  ["performing", setPerforming({ signer: 1, asset: 7n, performing: true }), bank("set_performing", literal(u64, 7n), literal(bool, true))],
  [
    "tier",
    setTier({ signer: 1, tier: 3, balanceMinor: 1n, singleMinor: 2n, dailyMinor: 3n, yearlyMinor: undefined }),
    bank("set_tier", literal(u8, 3), ...[1n, 2n, 3n, undefined].map((limit) => literal(option(u64), limit))),
  ],
  [
    "open wallets",
    openWallets({ signer: 1, tier: 4, wallets: [{ owner: one, commitment }] }),
    operatorCall("open_wallets", literal(vector(address), [one]), literal(vector(bytes), [commitment]), literal(u8, 4)),
  ],
  ["change tier", changeTier({ signer: 1, owner: one, tier: 2 }), operatorCall("change_tier", literal(address, one), literal(u8, 2))],
  ["hand out", handOut({ signer: 1, to: one, amountMinor: 9n }), operatorCall("hand_out", literal(address, one), literal(u64, 9n))],
  ["hand back", handBack({ signer: 1, amountMinor: 9n }), operatorCall("hand_back", literal(u64, 9n))],
  ["to till", toTill({ signer: 1, amountMinor: 9n }), operatorCall("to_till", literal(u64, 9n))],
  ["from till", fromTill({ signer: 1, amountMinor: 9n }), operatorCall("from_till", literal(u64, 9n))],
  ["recover", recoverWallet({ signer: 1, from: one, to: two }), operatorCall("recover", literal(address, one), literal(address, two))],
  ["begin accounts", beginCustomerAccounts({ signer: 1 }), customers("begin")],
  ["open accounts", openCustomerAccounts({ signer: 1, count: 5n }), customers("open", literal(u64, 5n))],
  ["close an account", closeCustomerAccount({ signer: 1, account: 5 }), customers("close", literal(u32, 5))],
  [
    "deposit",
    depositToCustomers({ signer: 1, accounts: Uint32Array.of(1, 2), amountsMinor: [3n, (1n << 64n) - 1n] }),
    customers("deposit_batch", literal(vector(u32), [1, 2]), literal(vector(u64), [3n, (1n << 64n) - 1n])),
  ],
  ["withdraw", withdrawFromCustomer({ signer: 1, account: 5, amountMinor: 9n }), customers("withdraw", literal(u32, 5), literal(u64, 9n))],
  [
    "transfer",
    transferBatch({ signer: 1, payers: [1, 4_294_967_295], payees: [2, 1], amountsMinor: BigUint64Array.of(1n << 53n, 0n) }),
    customers(
      "transfer_batch",
      literal(vector(u32), [1, 4_294_967_295]),
      literal(vector(u32), [2, 1]),
      literal(vector(u64), [1n << 53n, 0n]),
    ),
  ],
])("%s", (_, call, expected) => {
  expect(call).toEqual(expected);
});

test("a call takes what an earlier one returned where it takes a value", () => {
  const result = { kind: "result", call: 0, value: 0 } as const;
  expect(money.split({ money: result, amount: result }).arguments).toEqual([result, result]);
});

test("events are read from a receipt's bytes", () => {
  const fields = { instrument: 2, amount: (1n << 64n) - 1n, from: one, to: two };
  const data = literal(moneyPaidType, fields);
  if (data.kind !== "literal") throw new Error("not a literal");
  expect(readMoneyEvent("0x2::money::Paid", data.bytes)).toEqual({ type: "0x2::money::Paid", fields });
  expect(readBankingEvent("0x2::money::Paid", data.bytes)).toBeUndefined();
  expect(() => readMoneyEvent("0x2::money::Paid", data.bytes.subarray(1))).toThrow(BcsError);
});

test("a stored value is read with all that it holds", () => {
  // Holder, operator, instrument 2, tier 3, moved to address 2, frozen until 9 ms, one balance of 5 of instrument 2.
  const text =
    `${"01".repeat(32)}${"02".repeat(32)}0200000003` + `01${"02".repeat(32)}` + "0900000000000000" + "01020000000500000000000000";
  expect(decode(walletType, hexToBytes(text) ?? new Uint8Array())).toEqual({
    holder: one,
    operator: two,
    admittedFor: 2,
    tier: 3,
    movedTo: two,
    frozenUntilMs: 9n,
    balances: [{ instrument: 2, value: 5n }],
  });
});

test("a receipt tells what became of each transfer of a batch", () => {
  const fields = { institution: one, instrument: 2, accepted: 1n, refused: 1n, total: 1n << 64n };
  const eventOf = (statuses: number[]) => {
    const data = literal(customerBookTransfersPostedType, { ...fields, statuses: Uint8Array.from(statuses) });
    if (data.kind !== "literal") throw new Error("not a literal");
    return { call: 0, type: "0x2::customer_book::TransfersPosted", fields: {}, data: `0x${bytesToHex(data.bytes)}` };
  };
  const other = { ...eventOf([]), type: "0x2::customer_book::Deposited" };
  expect(transfersOf({ events: [other, eventOf([0, 8])] })).toEqual([{ ...fields, statuses: ["accepted", "insufficient_balance"] }]);
  expect(() => transfersOf({ events: [eventOf([10])] })).toThrow("10 is not the status of a transfer");
});
