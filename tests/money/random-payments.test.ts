import { bytesToHex, type Call, printTypeTag, type ReceiptJson } from "@sycee/protocol";
import {
  announceMerchantTerms,
  attachOwnFunds,
  closeEMoneyAccount,
  collectBatch,
  collectionsOf,
  contributeOwnFunds,
  endMerchantTerms,
  grantEMoney,
  openEMoneyAccounts,
  payOut,
  refundBatch,
  refundsOf,
  replenishReserve,
  setMerchantTerms,
  sweepSurplus,
  topUp,
  transferEMoney,
  transfersOf,
} from "@sycee/sdk";
import { expect, test } from "vitest";
import type { LedgerFixture } from "./ledger-fixture.ts";
import {
  createPaymentEconomy,
  CUSTOMERS,
  eMoneyOf,
  fundsOf,
  outstandingOf,
  OWN_FUNDS,
  people,
  WALLET,
  walletOf,
} from "./payment-economy.ts";
import { PaymentModel } from "./payment-model.ts";
import { uniformBigInt, uniformInt, xoroshiro128plus } from "./random.ts";

const SEEDS = (process.env.SYCEE_SEEDS ?? "7,8").split(",").map(Number);
const ACTS = Number(process.env.SYCEE_ACTS ?? 1_000);
const { alice, operator, second, supervisor } = people;
const institution = second.address;

interface Act {
  readonly by: typeof alice;
  readonly call: Call;
  /** What the ledger should answer. */
  readonly expected: string;
  /** Statuses of a batch, where it is one. */
  readonly statuses?: readonly string[];
}

/** Draws an act and has the model do it, at a time in milliseconds since 1970. */
function draw(random: ReturnType<typeof xoroshiro128plus>, model: PaymentModel, nowMs: number): Act {
  // Mostly accounts that there are, sometimes the institution's own, sometimes one too many.
  const account = () => uniformInt(random, 0, model.balances.length);
  const amount = () => (uniformInt(random, 0, 9) === 0 ? 0n : uniformBigInt(random, 1n, 3_000n));
  const payments = () =>
    Array.from({ length: uniformInt(random, 1, 12) }, () => ({ payer: account(), payee: account(), amount: amount() }));
  const columns = (batch: ReturnType<typeof payments>) => ({
    payers: batch.map(({ payer }) => payer),
    amountsMinor: batch.map((each) => each.amount),
  });
  const [at, minor] = [account(), amount()];
  switch (uniformInt(random, 0, 15)) {
    case 0:
      return { by: second, call: openEMoneyAccounts({ count: 1n }), expected: model.open(1) };
    case 1:
      return { by: second, call: closeEMoneyAccount({ account: at }), expected: model.close(at) };
    case 2:
      return { by: second, call: grantEMoney({ account: at, amountMinor: minor }), expected: model.grant(at, minor) };
    case 3:
      return { by: second, call: replenishReserve({ amountMinor: minor }), expected: model.replenish(minor) };
    case 4:
      return { by: second, call: sweepSurplus({ amountMinor: minor }), expected: model.sweep(minor) };
    case 5: {
      const [bps, fixed] = [uniformInt(random, 0, 300), uniformBigInt(random, 0n, 3n)];
      const terms = { account: at, feeBps: bps, feeFixedMinor: fixed };
      switch (uniformInt(random, 0, 3)) {
        case 0:
          return { by: second, call: announceMerchantTerms(terms), expected: model.announceTerms(at, BigInt(bps), fixed, nowMs) };
        case 1:
          return { by: second, call: endMerchantTerms({ account: at }), expected: model.endTerms(at, nowMs) };
        default:
          return { by: second, call: setMerchantTerms(terms), expected: model.setTerms(at, BigInt(bps), fixed, nowMs) };
      }
    }
    case 6:
      return { by: second, call: payOut({ account: at, owner: alice.address, amountMinor: minor }), expected: model.payOut(at, minor) };
    case 7:
    case 8:
      return { by: alice, call: topUp({ institution, account: at, amountMinor: minor }), expected: model.topUp(at, minor) };
    case 9:
    case 10: {
      const batch = payments();
      const call = transferEMoney({ ...columns(batch), payees: batch.map(({ payee }) => payee) });
      return { by: second, call, expected: "executed", statuses: model.pay(batch) };
    }
    case 11:
    case 12: {
      const batch = payments();
      const call = collectBatch({ ...columns(batch), merchants: batch.map(({ payee }) => payee) });
      if (!model.hasMerchants) return { by: second, call, expected: "ENotMerchant" };
      return { by: second, call, expected: "executed", statuses: model.collect(batch) };
    }
    case 13: {
      const call = attachOwnFunds({ institution, creditor: operator.address, amountMinor: minor, order: "A judgment" });
      return { by: supervisor, call, expected: model.attach(minor) };
    }
    case 14:
      return { by: operator, call: contributeOwnFunds({ institution, amountMinor: minor }), expected: model.contribute(minor) };
    default: {
      const batch = Array.from({ length: uniformInt(random, 1, 6) }, () => ({
        number: uniformInt(random, 0, model.collections.length),
        amount: amount(),
      }));
      const call = refundBatch({ collections: batch.map(({ number }) => BigInt(number)), amountsMinor: batch.map((each) => each.amount) });
      if (!model.hasMerchants) return { by: second, call, expected: "ENotMerchant" };
      return { by: second, call, expected: "executed", statuses: model.refund(batch) };
    }
  }
}

/** Executes an act alone in a block; what it was answered, with the statuses of its batch. */
function execute(fixture: LedgerFixture, { by, call }: Act): { readonly answer: string; readonly statuses: readonly string[] | undefined } {
  const [result] = fixture.block([fixture.transaction([by], [call])]);
  const answer = fixture.describe(result);
  if (result?.kind !== "receipt" || answer !== "executed") return { answer, statuses: undefined };
  const events = result.receipt.events.map(({ call: index, type, data }) => ({
    call: index,
    type: printTypeTag(type),
    fields: undefined,
    data: `0x${bytesToHex(data)}`,
  }));
  const receipt: Pick<ReceiptJson, "events"> = { events };
  const batch = transfersOf(receipt)[0] ?? collectionsOf(receipt)[0] ?? refundsOf(receipt)[0];
  return { answer, statuses: batch?.statuses };
}

for (const seed of SEEDS) {
  test(`${ACTS} random acts of an institution and its customers agree with a bookkeeping beside it (seed ${seed})`, {
    timeout: 300_000,
  }, () => {
    const random = xoroshiro128plus(seed);
    const fixture = createPaymentEconomy();
    const model = new PaymentModel(CUSTOMERS, WALLET, OWN_FUNDS);
    const seen = new Map<string, number>();
    for (let index = 0; index < ACTS; index += 1) {
      // Now and then weeks go by, so that announcements come to hold and lapse.
      if (uniformInt(random, 0, 4) === 0) fixture.timeMs += uniformInt(random, 1, 40) * 86_400_000;
      const act = draw(random, model, fixture.timeMs);
      const { answer, statuses } = execute(fixture, act);
      expect({ index, answer, statuses }).toEqual({ index, answer: act.expected, statuses: act.statuses });
      for (const each of act.statuses ?? [answer]) seen.set(each, (seen.get(each) ?? 0) + 1);
      expect({
        balances: model.balances.map((_, account) => eMoneyOf(fixture, institution, account)),
        outstanding: outstandingOf(fixture, institution),
        reserve: fundsOf(fixture, institution, "reserve"),
        ownFunds: fundsOf(fixture, institution, "own funds"),
        wallet: walletOf(fixture),
      }).toEqual({
        balances: model.balances,
        outstanding: model.outstanding,
        reserve: model.reserve,
        ownFunds: model.ownFunds,
        wallet: model.wallet,
      });
      expect(model.outstanding <= model.reserve).toBe(true);
    }
    expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
    // Cash and what backs e-money are all that there was; income less expense is what the institution gained.
    expect(model.wallet + model.reserve + model.ownFunds + model.creditors).toBe(WALLET + OWN_FUNDS);
    expect(model.reserve + model.ownFunds - model.outstanding).toBe(OWN_FUNDS + model.broughtIn + model.income - model.expense);
    for (const status of [
      "executed",
      "accepted",
      "insufficient_balance",
      "no_merchant",
      "refund_exceeds_payment",
      "EExceedsSurplus",
      "ENotAnnounced",
    ]) {
      expect(seen.get(status) ?? 0, status).toBeGreaterThan(0);
    }
  });
}
