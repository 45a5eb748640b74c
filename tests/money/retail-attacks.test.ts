import { decodePayerCode, encodePayerCode } from "@sycee/payment-requests";
import type { Address, Call } from "@sycee/protocol";
import {
  agreeEscrow,
  collectOnCode,
  enablePaymentCodes,
  deliverEscrowTo,
  escrowAddress,
  expireEscrow,
  giveRedPacket,
  handBack,
  handOut,
  type Key,
  nobleKey,
  openEscrow,
  openPaymentRequest,
  orderPayments,
  pay,
  paymentRequestAddress,
  payRequest,
  redPacketAddress,
  signPaymentCode,
  standingOrderAddress,
  takeRedPacket,
  triggerOrder,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { actor } from "./actor.ts";
import { CASH, held } from "./economy-genesis.ts";
import { createRetailEconomy, type RetailEconomy, TIER_2_BALANCE } from "./retail-economy.ts";

const alice = actor("attacked alice");
const shop = actor("attacked shop");
const thief = actor("thief");
const key: Key = nobleKey(new Uint8Array(32).fill(42));

function begin(): RetailEconomy {
  const economy = createRetailEconomy();
  economy.open(alice, "alice", 1, 10_000n);
  economy.open(shop, "shop", 1);
  economy.open(thief, "thief", 1);
  return economy;
}

function enable(economy: RetailEconomy, mostMinor: bigint, chainId = economy.fixture.ledger.chainId): void {
  economy.act(alice, enablePaymentCodes({ publicKey: key.publicKey, chainId, instrument: CASH, mostMinor }));
}

/** A code as it goes through a QR code, and the call that collects on it. */
async function codeOf(economy: RetailEconomy, number: bigint): Promise<(amountMinor: bigint) => Call> {
  const { chainId } = economy.fixture.ledger;
  const expiresMs = BigInt(economy.fixture.timeMs) + 60_000n;
  const terms = { payer: alice.address, instrument: CASH, limitMinor: 500n, expiresMs, number };
  const signature = await signPaymentCode(key, { chainId, ...terms });
  const code = decodePayerCode(encodePayerCode({ chain: chainId.slice(0, 8), ...terms, signature }));
  return (amountMinor) => collectOnCode({ code, signature: code.signature, amountMinor });
}

describe("codes that payers show", () => {
  test("of two who collect on one code in the same block, one is paid", async () => {
    const economy = begin();
    enable(economy, 500n);
    const collect = await codeOf(economy, 1n);
    const { fixture } = economy;
    const results = fixture.block([fixture.transaction([shop], [collect(300n)]), fixture.transaction([thief], [collect(500n)])]);
    expect(results.map((result) => fixture.describe(result))).toEqual(["executed", "EUsedAlready"]);
    expect(held(fixture, alice.address, "wallet", CASH)).toBe(9_700n);
  });

  test("one code is collected on once within one transaction too, and a failed collection leaves it good", async () => {
    const economy = begin();
    enable(economy, 500n);
    const collect = await codeOf(economy, 1n);
    expect(economy.answer(thief, collect(100n), collect(100n))).toBe("EUsedAlready");
    expect(economy.answer(shop, collect(100n))).toBe("executed");
  });

  test("a code for one ledger is worth nothing on another where the wallet and its key are the same", async () => {
    const [here, there] = [begin(), begin()];
    enable(here, 500n);
    // The owner's wallet names the chain that it means.
    enable(there, 500n, new Uint8Array(32).fill(1));
    const collect = await codeOf(here, 1n);
    expect(there.answer(thief, collect(100n))).toBe("EBadSignature");
    expect(here.answer(shop, collect(100n))).toBe("executed");
  });

  test("a copied code is worth nothing a minute later, and no more than the wallet has", async () => {
    const economy = begin();
    enable(economy, 500n);
    const collect = await codeOf(economy, 1n);
    economy.act(alice, pay({ payee: shop.address, instrument: CASH, amountMinor: 9_900n }));
    expect(economy.answer(thief, collect(101n))).toBe("EInsufficientMoney");
    economy.fixture.timeMs += 60_000;
    expect(economy.answer(thief, collect(1n))).toBe("EExpired");
  });
});

test("nobody draws again from a red packet by undoing a draw", () => {
  const economy = begin();
  const { fixture } = economy;
  const packet = redPacketAddress(alice.address, 1n);
  const expiresMs = BigInt(fixture.timeMs) + 86_400_000n;
  const gift = { number: 1n, instrument: CASH, amountMinor: 5_000n, shares: 5n, seed: new Uint8Array(32).fill(3), expiresMs };
  economy.act(alice, giveRedPacket(gift));
  // A transaction that hands back what it hopes for is undone when it drew less: what could be drawn shows at each try.
  const drawn = new Set<bigint>();
  for (let attempt = 0; attempt < 8; attempt++) {
    let [least, most] = [1n, 5_000n];
    while (least < most) {
      const middle = (least + most + 1n) / 2n;
      const undone = economy.answer(
        thief,
        takeRedPacket({ packet }),
        handBack({ amountMinor: middle }),
        pay({ payee: shop.address, instrument: CASH, amountMinor: 0n }),
      );
      if (undone === "EZeroAmount") least = middle;
      else most = middle - 1n;
    }
    drawn.add(least);
    fixture.timeMs += 3_600_000;
  }
  expect(drawn.size).toBe(1);
  economy.act(thief, takeRedPacket({ packet }));
  expect([...drawn]).toEqual([held(fixture, thief.address, "wallet", CASH)]);
});

test("no door leads above a tier's balance", async () => {
  const economy = begin();
  const { fixture, operator } = economy;
  const capped = actor("capped");
  economy.open(capped, "capped", 2, TIER_2_BALANCE - 10n);
  const soon = BigInt(fixture.timeMs) + 86_400_000n;
  const amount = { instrument: CASH, amountMinor: 11n };

  economy.act(capped, openPaymentRequest({ number: 1n, ...amount, expiresMs: soon }));
  const request = paymentRequestAddress(capped.address, 1n);
  expect(economy.answer(alice, payRequest({ request, payee: capped.address, ...amount }))).toBe("EBalanceLimit");

  enable(economy, 500n);
  expect(economy.answer(capped, (await codeOf(economy, 1n))(11n))).toBe("EBalanceLimit");

  economy.act(alice, giveRedPacket({ number: 1n, ...amount, shares: 1n, expiresMs: soon }));
  expect(economy.answer(capped, takeRedPacket({ packet: redPacketAddress(alice.address, 1n) }))).toBe("ECannotTake");

  const firstDay = (BigInt(fixture.timeMs) + 3_600_000n) / 86_400_000n;
  economy.act(alice, orderPayments({ number: 1n, payee: capped.address, ...amount, period: "days", every: 1n, firstDay }));
  const order = standingOrderAddress(alice.address, 1n);
  economy.act(shop, triggerOrder({ order }));
  expect(economy.resource(order, "0x2::standing_order::StandingOrder")).toMatchObject({ paid: "0", last_refusal: 6 });

  const windows = { shipWithinMs: 1n, inspectWithinMs: 1n, decideWithinMs: 1n, silentShareBasisPoints: 0n };
  economy.act(alice, openEscrow({ number: 1n, seller: capped.address, ...amount, ...windows }));
  const escrow = escrowAddress(alice.address, 1n);
  economy.act([alice, capped], agreeEscrow({ escrow, forSellerMinor: 11n }));
  // As much as there is room for; the rest waits, for the seller alone.
  expect(economy.resource(escrow, "0x2::escrow::Escrow")).toMatchObject({ state: 4, for_seller: "1", is_due: true });
  expect(economy.answer(capped, deliverEscrowTo({ escrow, to: capped.address }))).toBe("ENoRoom");
  expect(economy.answer(capped, deliverEscrowTo({ escrow, to: shop.address }))).toBe("EOtherHolder");
  fixture.timeMs += 31 * 86_400_000;
  expect(economy.answer(alice, expireEscrow({ escrow }))).toBe("EDueToSeller");

  expect(held(fixture, capped.address, "wallet", CASH)).toBe(TIER_2_BALANCE);
  expect(economy.answer(operator, handOut({ to: capped.address, amountMinor: 1n }))).toBe("EBalanceLimit");
  expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

test("what lies in escrow is seen by the law of money, with the place where it lies", () => {
  const economy = begin();
  const windows = { shipWithinMs: 1n, inspectWithinMs: 1n, decideWithinMs: 1n, silentShareBasisPoints: 0n };
  economy.act(alice, openEscrow({ number: 9n, seller: shop.address, instrument: CASH, amountMinor: 10_000n, ...windows }));
  const escrow: Address = escrowAddress(alice.address, 9n);
  const { balances } = economy.fixture.ledger.account(escrow) ?? { balances: [] };
  expect(balances.map(({ amountMinor, place }) => [amountMinor, place])).toEqual([[10_000n, "0x2::escrow::Escrow"]]);
  const [money] = economy.fixture.ledger.recountLaws();
  expect(money?.holds).toBe(true);
});
