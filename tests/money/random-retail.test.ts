import {
  agreeEscrow,
  cancelOrder,
  collectOnCode,
  confirmEscrow,
  decideEscrow,
  disputeEscrow,
  enablePaymentCodes,
  escrowAddress,
  expireEscrow,
  expireRedPacket,
  giveRedPacket,
  nobleKey,
  openEscrow,
  openPaymentRequest,
  orderPayments,
  pay,
  paymentRequestAddress,
  payRequest,
  redPacketAddress,
  refundEscrow,
  shipEscrow,
  signPaymentCode,
  standingOrderAddress,
  takeRedPacket,
  triggerOrder,
} from "@sycee/sdk";
import { expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { CASH, held } from "./economy-genesis.ts";
import { uniformInt, xoroshiro128plus } from "./random.ts";
import { createRetailEconomy } from "./retail-economy.ts";
import { DAY_MS, ESCROW_WINDOW_MS, RetailModel } from "./retail-model.ts";

const PEOPLE = 8;
const BEGINNING = 1_000n;
const arbiter = actor("random arbiter");
/** Signs everybody's payment codes. */
const codeKey = nobleKey(new Uint8Array(32).fill(11));
const CODE_LIFE_MS = 60_000;

/** Acts drawn from a seed on a ledger and on the model: every answer and every balance must be the same, and the laws hold. */
async function play(seed: number, acts: number): Promise<Map<string, number>> {
  const random = xoroshiro128plus(seed);
  const draw = (most: number) => uniformInt(random, 0, most);
  const economy = createRetailEconomy();
  const { fixture } = economy;
  const model = new RetailModel(60 * 60_000);
  const people = Array.from({ length: PEOPLE }, (_, index) => actor(`random ${index}`));
  for (const each of people) {
    economy.open(each, each.name, 1, BEGINNING);
    model.wallets.set(each.name, BEGINNING);
    const { chainId } = fixture.ledger;
    economy.act(each, enablePaymentCodes({ publicKey: codeKey.publicKey, chainId, instrument: CASH, mostMinor: BEGINNING }));
  }
  const someone = (): Actor => people[draw(PEOPLE - 1)] ?? arbiter;
  const owners = new Map<number, Actor>();
  const shown: { readonly payer: Actor; readonly limit: bigint; readonly expiresMs: number }[] = [];
  let last = 0;
  const anything = () => draw(Math.max(last, 1));
  const numberOf = (owner: Actor) => {
    owners.set(++last, owner);
    return last;
  };
  // A thing's address follows from its owner; what was never made has one too.
  const ownerOf = (number: number) => (owners.get(number) ?? arbiter).address;
  const counts = new Map<string, number>();

  for (let step = 0; step < acts; step++) {
    if (draw(5) === 0) fixture.timeMs += draw(3) === 0 ? draw(2 * DAY_MS) : draw(ESCROW_WINDOW_MS);
    const now = fixture.timeMs;
    const [one, other] = [someone(), someone()];
    const amount = BigInt(draw(300));
    const number = anything();
    let expected: string;
    let got: string;
    const kind = draw(16);
    switch (kind) {
      case 0:
        expected = model.pay(one.name, other.name, amount);
        got = economy.answer(one, pay({ payee: other.address, instrument: CASH, amountMinor: amount }));
        break;
      case 1: {
        const made = numberOf(one);
        expected = model.openEscrow(made, one.name, other.name, amount, now);
        const windowMs = BigInt(ESCROW_WINDOW_MS);
        got = economy.answer(
          one,
          openEscrow({
            number: BigInt(made),
            seller: other.address,
            instrument: CASH,
            amountMinor: amount,
            arbiter: arbiter.address,
            shipWithinMs: windowMs,
            inspectWithinMs: windowMs,
            decideWithinMs: windowMs,
            silentShareBasisPoints: 2_500n,
          }),
        );
        break;
      }
      case 2:
      case 3:
      case 4: {
        const act = (["ship", "confirm", "refund", "dispute", "expire"] as const)[draw(4)] ?? "expire";
        const live = [...model.escrows.keys()];
        const chosen = draw(3) === 0 ? number : (live[draw(Math.max(live.length - 1, 0))] ?? number);
        const parties = model.escrows.get(chosen);
        const party = act === "ship" || act === "refund" ? parties?.seller : parties?.buyer;
        const by = draw(3) === 0 ? one : (people.find(({ name }) => name === party) ?? one);
        const escrow = escrowAddress(ownerOf(chosen), BigInt(chosen));
        expected = model.escrowAct(chosen, act, by.name, now);
        const calls = { ship: shipEscrow, confirm: confirmEscrow, refund: refundEscrow, dispute: disputeEscrow, expire: expireEscrow };
        got = economy.answer(by, calls[act]({ escrow }));
        break;
      }
      case 5: {
        const live = [...model.escrows].filter(([, { state }]) => state === "disputed").map(([key]) => key);
        const chosen = live[draw(Math.max(live.length - 1, 0))] ?? number;
        expected = model.decide(chosen, amount, now);
        got = economy.answer(arbiter, decideEscrow({ escrow: escrowAddress(ownerOf(chosen), BigInt(chosen)), forSellerMinor: amount }));
        break;
      }
      case 6: {
        const made = numberOf(one);
        const shares = draw(6);
        const seed_ = draw(1) === 0 ? undefined : new Uint8Array(32).fill(draw(255));
        const expiresMs = now + 1 + draw(DAY_MS);
        expected = model.give(made, one.name, amount, shares, expiresMs);
        got = economy.answer(
          one,
          giveRedPacket({
            number: BigInt(made),
            instrument: CASH,
            amountMinor: amount,
            shares: BigInt(shares),
            ...(seed_ === undefined ? {} : { seed: seed_ }),
            expiresMs: BigInt(expiresMs),
          }),
        );
        break;
      }
      case 7:
      case 8: {
        const live = [...model.packets.keys()];
        const chosen = live[draw(Math.max(live.length - 1, 0))] ?? number;
        const packet = redPacketAddress(ownerOf(chosen), BigInt(chosen));
        const before = held(fixture, one.address, "wallet", CASH);
        const isRandom = economy.resource(packet, "0x2::red_packet::RedPacket")?.["is_random"] === true;
        got = economy.answer(one, takeRedPacket({ packet }));
        const drawn = held(fixture, one.address, "wallet", CASH) - before;
        expected = model.take(chosen, one.name, now, isRandom ? drawn : undefined);
        break;
      }
      case 9: {
        const live = [...model.packets.keys()];
        const chosen = live[draw(Math.max(live.length - 1, 0))] ?? number;
        expected = model.expirePacket(chosen, now);
        got = economy.answer(one, expireRedPacket({ packet: redPacketAddress(ownerOf(chosen), BigInt(chosen)) }));
        break;
      }
      case 10: {
        const made = numberOf(one);
        const every = 1 + draw(3);
        const day = BigInt(model.day(now));
        expected = model.order(made, one.name, other.name, amount, every, now);
        const terms = { payee: other.address, instrument: CASH, amountMinor: amount, period: "days", every: BigInt(every) } as const;
        got = economy.answer(one, orderPayments({ number: BigInt(made), ...terms, firstDay: day }));
        break;
      }
      case 11: {
        const live = [...model.orders.keys()];
        const chosen = live[draw(Math.max(live.length - 1, 0))] ?? number;
        const order = standingOrderAddress(ownerOf(chosen), BigInt(chosen));
        if (draw(6) === 0) {
          expected = model.cancel(chosen, one.name);
          got = economy.answer(one, cancelOrder({ order }));
        } else {
          expected = model.trigger(chosen, now);
          got = economy.answer(one, triggerOrder({ order }));
        }
        break;
      }
      case 13:
      case 14: {
        const live = [...model.escrows.keys()];
        const chosen = live[draw(Math.max(live.length - 1, 0))] ?? number;
        const parties = model.escrows.get(chosen);
        const seller = people.find(({ name }) => name === parties?.seller) ?? other;
        const buyer = draw(3) === 0 ? one : (people.find(({ name }) => name === parties?.buyer) ?? one);
        const escrow = escrowAddress(ownerOf(chosen), BigInt(chosen));
        if (kind === 13) {
          const by = draw(3) === 0 ? one : seller;
          expected = model.refundPart(chosen, by.name, amount);
          got = economy.answer(by, refundEscrow({ escrow, amountMinor: amount }));
        } else {
          expected = model.agree(chosen, buyer.name, seller.name, amount);
          const signers = buyer === seller ? [buyer] : [buyer, seller];
          got = economy.answer(signers, agreeEscrow({ escrow, seller: signers.length - 1, forSellerMinor: amount }));
        }
        break;
      }
      case 15: {
        // A new code, or one that was shown before.
        const again = draw(2) === 0 ? shown[draw(Math.max(shown.length - 1, 0))] : undefined;
        if (again === undefined) shown.push({ payer: one, limit: BigInt(50 + draw(250)), expiresMs: now + CODE_LIFE_MS });
        const index = again === undefined ? shown.length - 1 : shown.indexOf(again);
        const code = shown[index];
        if (code === undefined) throw new Error("no code was shown");
        const { payer, limit, expiresMs } = code;
        const said = { payer: payer.address, instrument: CASH, limitMinor: limit, expiresMs: BigInt(expiresMs), number: BigInt(index) };
        const signature = await signPaymentCode(codeKey, { chainId: fixture.ledger.chainId, ...said });
        expected = model.collect(index, payer.name, other.name, amount, limit, expiresMs, now);
        got = economy.answer(other, collectOnCode({ code: said, signature, amountMinor: amount }));
        break;
      }
      case 12: {
        const made = numberOf(one);
        const expiresMs = now + 1 + draw(DAY_MS);
        expected = model.request(made, one.name, amount, expiresMs);
        const call = openPaymentRequest({ number: BigInt(made), instrument: CASH, amountMinor: amount, expiresMs: BigInt(expiresMs) });
        got = economy.answer(one, call);
        break;
      }
      default: {
        const live = [...model.requests.keys()];
        const chosen = live[draw(Math.max(live.length - 1, 0))] ?? number;
        const asked = model.requests.get(chosen);
        const payee = draw(5) === 0 ? other : (people.find(({ name }) => name === asked?.payee) ?? other);
        const paid = draw(5) === 0 ? amount : (asked?.amount ?? amount);
        const request = paymentRequestAddress(ownerOf(chosen), BigInt(chosen));
        expected = model.payRequest(chosen, one.name, payee.name, paid, now);
        got = economy.answer(one, payRequest({ request, payee: payee.address, instrument: CASH, amountMinor: paid }));
      }
    }
    expect(got, `seed ${seed}, act ${step} of kind ${kind}`).toBe(expected);
    counts.set(got, (counts.get(got) ?? 0) + 1);
    for (const { name, address } of people) {
      expect(held(fixture, address, "wallet", CASH), `seed ${seed}, act ${step}: ${name}`).toBe(model.wallets.get(name));
    }
    expect([...model.wallets.values()].reduce((sum, value) => sum + value, model.kept)).toBe(BEGINNING * BigInt(PEOPLE));
  }
  for (const [number, { paid, missed }] of model.orders) {
    const order = economy.resource(standingOrderAddress(ownerOf(number), BigInt(number)), "0x2::standing_order::StandingOrder");
    expect([order?.["paid"], order?.["missed"]]).toEqual([`${paid}`, `${missed}`]);
  }
  expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
  return counts;
}

const seen = new Set<string>();

test.each([1, 2, 3, 4])("seed %i, 1,000 acts: answers and balances are the model's", { timeout: 300_000 }, async (seed) => {
  for (const answer of (await play(seed, 1_000)).keys()) seen.add(answer);
});

test("the acts met every rule", () => {
  for (const rule of [
    "executed",
    "ENotDue",
    "ENotSeller",
    "ENotBuyer",
    "EWrongState",
    "ETooLate",
    "EBadAmount",
    "EBadShares",
    "EOwnPacket",
    "ETakenAlready",
    "ENotExpired",
    "EExpired",
    "ENotPayer",
    "EOtherPayee",
    "EOtherAmount",
    "EPaidAlready",
    "EAboveCodeLimit",
    "EUsedAlready",
    "EInsufficientMoney",
  ]) {
    expect([...seen], rule).toContain(rule);
  }
});
