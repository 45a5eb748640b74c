import { describe, expect, it } from "vitest";
import { BcsWriter } from "@sycee/bcs";
import { addressToBytes } from "@sycee/protocol/core";
import {
  batchOf,
  blockOf,
  FIRST_INSTRUMENT,
  INSTRUMENTS,
  institutionOf,
  settlementOf,
  type Transfer,
} from "../../../../test-data/alerts/customer-economy.ts";
import { EconomyDraw } from "../../../../test-data/alerts/economy-draw.ts";
import { type CustomerPayment, customerPayments } from "./customer-payments.ts";
import { merchantChanges } from "./merchant-changes.ts";
import { PaymentWatch, WATCH_PART_MS } from "./payment-watch.ts";
import { ALERT_DEFAULTS } from "../alert-parameters.ts";

/** 300 yuan. */
const FLOOR_MINOR = 30_000n;
/** 10,000 yuan. */
const CONSIDERABLE_MINOR = 1_000_000n;
const BANK = institutionOf(0);

const watchOf = (paymentsOfPart?: number): PaymentWatch => {
  const watch = new PaymentWatch(ALERT_DEFAULTS, paymentsOfPart);
  watch.beginBlock(1_000_000n);
  return watch;
};
const told = (payments: readonly CustomerPayment[]) => payments.map(({ payer, payee, amountMinor }) => [payer, payee, amountMinor]);

describe("customers' payments", () => {
  const cases: readonly [name: string, transfers: readonly Transfer[], seen: readonly number[]][] = [
    ["of the floor itself", [[0, 1, FLOOR_MINOR]], [0]],
    ["a cent below it", [[0, 1, FLOOR_MINOR - 1n]], []],
    ["that were refused", [[0, 1, CONSIDERABLE_MINOR, 8]], []],
    [
      "among smaller and refused ones",
      [
        [0, 1, 1n],
        [1, 2, FLOOR_MINOR],
        [2, 3, FLOOR_MINOR, 3],
        [3, 4, 2n ** 63n - 2n],
      ],
      [1, 3],
    ],
    ["beyond 32 bits, low half below the floor", [[7, 4_294_967_295, 2n ** 32n]], [0]],
  ];

  it.each(cases)("of a batch, %s", (_name, transfers, seen) => {
    const found = customerPayments(blockOf(1n, [batchOf(0, transfers)]), INSTRUMENTS, watchOf());
    expect(told(found)).toEqual(
      seen.map((index) => {
        const [payer, payee, amountMinor] = transfers[index] ?? [];
        return [`${BANK}#${payer}`, `${BANK}#${payee}`, amountMinor];
      }),
    );
  });

  it("have the final payer and payee of a payment through clearing, each with its institution", () => {
    const settled = settlementOf([
      [[0, 17], [1, 4], CONSIDERABLE_MINOR],
      [[1, 4], [2, 4], FLOOR_MINOR - 1n],
    ]);
    const [payment, ...others] = customerPayments(blockOf(1n, [batchOf(0, [[1, 2, 1n]]), settled]), INSTRUMENTS, watchOf());
    expect(payment).toEqual({
      position: 1,
      kind: "clearing",
      payer: `${BANK}#17`,
      payee: `${institutionOf(1)}#4`,
      instrument: FIRST_INSTRUMENT + 1,
      amountMinor: CONSIDERABLE_MINOR,
    });
    expect(others).toEqual([]);
  });

  // A bank may keep deposits and digital cash for customers: account 5 of the one is not account 5 of the other.
  it("tell an operator's accounts in digital cash from the same institution's own", () => {
    const transfers: Transfer[] = [[5, 6, FLOOR_MINOR]];
    const block = blockOf(1n, [
      batchOf(0, transfers),
      batchOf(0, transfers, "customer_accounts"),
      batchOf(0, transfers, "payment_institution"),
    ]);
    const payers = customerPayments(block, INSTRUMENTS, watchOf()).map(({ payer }) => payer);
    expect(payers).toEqual([`${BANK}#5`, `${BANK}#cash5`, `${BANK}#5`]);
  });

  it("are not made up from somebody else's function of that name", () => {
    expect(customerPayments(blockOf(1n, [batchOf(0, [[1, 2, FLOOR_MINOR]], "other")]), INSTRUMENTS, watchOf())).toEqual([]);
  });

  it("are not watched in a unit that the rules do not watch", () => {
    const unknown = { ...INSTRUMENTS, unitOf: () => "XAU" };
    expect(customerPayments(blockOf(1n, [batchOf(0, [[1, 2, FLOOR_MINOR]])]), unknown, watchOf())).toEqual([]);
  });

  it("do not crowd one another out: with more than there is room for, the largest of each kind are seen, and the rest is counted", () => {
    const draw = new EconomyDraw(5);
    const transfers = Array.from({ length: 5_000 }, (_, index): Transfer => [index, index + 1, BigInt(draw.whole(1, 3_000_000))]);
    const watch = watchOf(100);
    const found = customerPayments(blockOf(1n, [batchOf(0, transfers)]), INSTRUMENTS, watch);
    const sizes = transfers.map(([, , amountMinor]) => amountMinor).sort((one, other) => (one > other ? -1 : 1));
    const large = sizes.filter((amountMinor) => amountMinor >= CONSIDERABLE_MINOR);
    const small = sizes.filter((amountMinor) => amountMinor < CONSIDERABLE_MINOR && amountMinor >= FLOOR_MINOR);
    const wanted = [...large.slice(0, 100), ...small.slice(0, 100)];
    expect(found.map(({ amountMinor }) => amountMinor).sort((one, other) => (one > other ? -1 : 1))).toEqual(wanted);
    // In the order of the batch.
    const payers = found.map(({ payer }) => Number(payer.split("#")[1]));
    expect(payers).toEqual(payers.toSorted((one, other) => one - other));
    expect(watch.takePassedOver()).toEqual([{ part_ms: 1_000_000n, payments: BigInt(large.length + small.length - 200) }]);
    expect(watch.takePassedOver()).toEqual([]);
    // Somebody who fills the small ones leaves the large ones room, and the next part has room for all again.
    watch.beginBlock(1_000_000n + WATCH_PART_MS - 1n);
    expect(customerPayments(blockOf(2n, [batchOf(0, [[1, 2, FLOOR_MINOR]])]), INSTRUMENTS, watch)).toEqual([]);
    watch.beginBlock(1_000_000n + WATCH_PART_MS);
    expect(customerPayments(blockOf(3n, [batchOf(0, [[1, 2, FLOOR_MINOR]])]), INSTRUMENTS, watch)).toHaveLength(1);
  });

  it("cost a small part of what a batch costs: 500,000 transfers below the floor are read in a fraction of a second", () => {
    const transfers = Array.from({ length: 10_000 }, (_, index): Transfer => [index, index + 1, 100n]);
    const block = blockOf(
      1n,
      Array.from({ length: 50 }, () => batchOf(0, transfers)),
    );
    const before = process.cpuUsage();
    expect(customerPayments(block, INSTRUMENTS, watchOf())).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(`500,000 transfers below the floor: ${Math.round((user + system) / 1_000)} ms of one core\n`);
    expect(user + system).toBeLessThan(2_000_000);
  });
});

describe("merchants", () => {
  it("are who a payment institution registers, until it ends the terms", () => {
    const termsSet = (account: number, hasTerms: boolean) => {
      const writer = new BcsWriter()
        .fixedBytes(addressToBytes(BANK))
        .u32(account)
        .u8(hasTerms ? 1 : 0);
      const data = hasTerms ? writer.u64(30n).u64(0n).toBytes() : writer.toBytes();
      const type = {
        kind: "struct",
        address: `0x${"4".padStart(64, "0")}`,
        module: "merchant",
        name: "TermsSet",
        typeArguments: [],
      } as const;
      return { call: 0, type, data };
    };
    const made = settlementOf([]);
    if (made.result.kind !== "receipt") throw new Error("a settlement has a receipt");
    const events = [termsSet(1, true), termsSet(2, true), termsSet(1, false)];
    const results = [{ ...made.result, receipt: { ...made.result.receipt, events } }];
    expect([...merchantChanges({ results })]).toEqual([
      [`${BANK}#1`, false],
      [`${BANK}#2`, true],
    ]);
  });
});
