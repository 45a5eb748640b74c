import type { Call } from "@sycee/protocol";
import {
  agreeEscrow,
  closeWallet,
  confirmEscrow,
  decideEscrow,
  deliverEscrow,
  deliverEscrowTo,
  disputeEscrow,
  escrowAddress,
  expireEscrow,
  handBack,
  handOut,
  openEscrow,
  recoverWallet,
  refundEscrow,
  shipEscrow,
} from "@sycee/sdk";
import { expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { CASH, held } from "./economy-genesis.ts";
import {
  AGREED,
  BEGINNING,
  DECIDED,
  ESCROW_ACTS,
  type EscrowAct,
  escrowAfter,
  type EscrowState,
  PAID_IN,
  PART,
  ROOM,
  SILENT_BPS,
} from "./escrow-model.ts";
import { createRetailEconomy, type RetailEconomy, TIER_2_BALANCE } from "./retail-economy.ts";

const TYPE = "0x2::escrow::Escrow";
const WINDOW_MS = 1_000_000n;
const stranger = actor("retail stranger");
const arbiter = actor("retail arbiter");
const FILLING = TIER_2_BALANCE - ROOM;

/** One escrow on the ledger with parties of its own. */
class Trade {
  readonly economy: RetailEconomy;
  readonly escrow: ReturnType<typeof escrowAddress>;
  readonly name: string;
  /** Of the seller's holder. */
  readonly other: Actor;
  buyer: Actor;
  seller: Actor;

  constructor(economy: RetailEconomy, number: number) {
    this.economy = economy;
    this.name = `trade ${number}`;
    this.buyer = actor(`${this.name} buyer`);
    this.seller = actor(`${this.name} seller`);
    this.escrow = escrowAddress(this.buyer.address, 1n);
    economy.open(this.buyer, `b${number}`, 1, PAID_IN);
    economy.open(this.seller, `s${number}`, 2);
    this.other = actor(`${this.name} seller's other wallet`);
    economy.open(this.other, `s${number}`, 2);
    const windows = { shipWithinMs: WINDOW_MS, inspectWithinMs: WINDOW_MS, decideWithinMs: WINDOW_MS };
    const terms = { number: 1n, seller: this.seller.address, arbiter: arbiter.address, silentShareBasisPoints: SILENT_BPS };
    economy.act(this.buyer, openEscrow({ ...terms, ...windows, instrument: CASH, amountMinor: PAID_IN }));
  }

  /** Does what the act says and gives the ledger's answer. */
  do(act: EscrowAct): string {
    const { economy, escrow, buyer, seller } = this;
    const { operator, fixture } = economy;
    const by = (signer: Actor | readonly Actor[], call: Call) => economy.answer(signer, call);
    switch (act) {
      case "ship":
        return by(seller, shipEscrow({ escrow }));
      case "confirm":
        return by(buyer, confirmEscrow({ escrow }));
      case "refund":
        return by(seller, refundEscrow({ escrow }));
      case "refund a part":
        return by(seller, refundEscrow({ escrow, amountMinor: PART }));
      case "agree":
        return by([buyer, seller], agreeEscrow({ escrow, forSellerMinor: AGREED }));
      case "dispute":
        return by(buyer, disputeEscrow({ escrow }));
      case "decide":
        return by(arbiter, decideEscrow({ escrow, forSellerMinor: DECIDED }));
      case "expire":
        return by(stranger, expireEscrow({ escrow }));
      case "deliver":
        return by(stranger, deliverEscrow({ escrow }));
      case "deliver elsewhere":
        return by(seller, deliverEscrowTo({ escrow, to: this.other.address }));
      case "wait":
        fixture.timeMs = Number(this.fields()?.["until_ms"]);
        return "executed";
      case "close seller":
        return by(seller, closeWallet());
      case "open seller":
        economy.open(seller, `s${this.name.slice(6)}`, 2);
        return "executed";
      case "fill seller":
        return by(operator, handOut({ to: seller.address, amountMinor: FILLING }));
      case "drain seller":
        return by(seller, handBack({ amountMinor: FILLING }));
      case "recover seller":
        this.seller = this.recover(seller, `s${this.name.slice(6)}`, 2);
        return "executed";
      case "recover buyer":
        this.buyer = this.recover(buyer, `b${this.name.slice(6)}`, 1);
        return "executed";
    }
  }

  /** As the ledger has it, in the words of the model. */
  state(model: EscrowState): EscrowState {
    const fields = this.fields();
    const filled = model.seller === "full" ? FILLING : 0n;
    return {
      ...model,
      state: Number(fields?.["state"] ?? 0),
      amount: BigInt((fields?.["money"] as { value: string } | undefined)?.value ?? 0),
      forSeller: BigInt((fields?.["for_seller"] as string | undefined) ?? 0),
      isOverdue: fields !== undefined && BigInt(this.economy.fixture.timeMs) >= BigInt(fields["until_ms"] as string),
      buyerHas: held(this.economy.fixture, this.buyer.address, "wallet", CASH),
      sellerHas: held(this.economy.fixture, this.seller.address, "wallet", CASH) - filled,
      elsewhere: held(this.economy.fixture, this.other.address, "wallet", CASH),
    };
  }

  private fields() {
    return this.economy.resource(this.escrow, TYPE);
  }

  private recover(from: Actor, holder: string, tier: number): Actor {
    const to = actor(`${from.name} again`);
    this.economy.open(to, holder, tier);
    this.economy.act(this.economy.operator, recoverWallet({ from: from.address, to: to.address }));
    return to;
  }
}

function keyOf(state: EscrowState): string {
  return JSON.stringify(state, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}

/** Every state that a model reaches, each with a shortest way to it. */
function reachable(): Map<string, { readonly state: EscrowState; readonly way: readonly EscrowAct[] }> {
  const found = new Map([[keyOf(BEGINNING), { state: BEGINNING, way: [] as readonly EscrowAct[] }]]);
  for (const { state, way } of found.values()) {
    for (const act of ESCROW_ACTS) {
      const after = escrowAfter(state, act);
      if (after === undefined || found.has(keyOf(after.next)) || state.state === 0) continue;
      found.set(keyOf(after.next), { state: after.next, way: [...way, act] });
    }
  }
  return found;
}

const states = reachable();

test(`each act in each of ${states.size} reachable states is answered as the rules say, and nothing is lost`, { timeout: 600_000 }, () => {
  const economy = createRetailEconomy();
  let trades = 0;
  let answered = 0;
  for (const { state, way } of states.values()) {
    // Acts that are refused leave the state as it is: they share a trade. Those that are not get one of their own.
    const acts = ESCROW_ACTS.flatMap((act) => {
      const after = escrowAfter(state, act);
      return after === undefined || (state.state === 0 && after.answer === "executed") ? [] : [{ act, ...after }];
    });
    const begin = (): Trade => {
      const trade = new Trade(economy, trades++);
      for (const act of way) expect(trade.do(act), `${way.join(", ")}: ${act}`).toBe("executed");
      expect(trade.state(state), way.join(", ")).toEqual(state);
      return trade;
    };
    let trade = begin();
    const refusedFirst = acts.toSorted((left, right) => Number(left.answer === "executed") - Number(right.answer === "executed"));
    for (const [index, { act, answer, next }] of refusedFirst.entries()) {
      if (index > 0 && refusedFirst[index - 1]?.answer === "executed") trade = begin();
      expect(trade.do(act), `${way.join(", ")}: ${act}`).toBe(answer);
      expect(trade.state(next), `${way.join(", ")}: ${act}`).toEqual(next);
      answered += 1;
    }
  }
  expect(answered).toBeGreaterThan(500);
  expect(economy.fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

test("from every reachable state time, room in the seller's wallet and anybody's call end it, whatever has become of the wallets", {
  timeout: 600_000,
}, () => {
  const economy = createRetailEconomy();
  let trades = 0;
  for (const { state, way } of states.values()) {
    if (state.state === 0) continue;
    const trade = new Trade(economy, trades++);
    for (const act of way) trade.do(act);
    let now = state;
    // What was decided for a seller without a wallet needs a second time limit; nothing needs a third. What a full wallet has no
    // room for is the seller's, whenever it makes room.
    for (let round = 0; round < 2 && trade.state(now).state !== 0; round++) {
      for (const act of ["wait", "expire", "drain seller", "deliver"] as const) {
        const after = escrowAfter(now, act);
        if (after === undefined) continue;
        now = after.next;
        expect(trade.do(act), `${way.join(", ")}, then ${act}`).toBe(after.answer);
      }
    }
    const end = trade.state(now);
    expect(end.state, way.join(", ")).toBe(0);
    expect(end.buyerHas + end.sellerHas + end.elsewhere, way.join(", ")).toBe(PAID_IN);
    expect(held(economy.fixture, trade.escrow, "wallet", CASH)).toBe(0n);
    for (const { address } of [trade.buyer, trade.seller]) {
      expect(economy.resource(address, "0x2::expected_returns::ExpectedReturns")).toBeUndefined();
    }
  }
  expect(economy.fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

/** Answers to each role's attempt, in states paid, shipped and disputed. */
const ROLES: readonly (readonly [
  act: string,
  call: (escrow: ReturnType<typeof escrowAddress>) => Call,
  answers: Record<string, readonly [string, string, string]>,
])[] = [
  ["ship", (escrow) => shipEscrow({ escrow }), only("seller", "ENotSeller", ["executed", "EWrongState", "EWrongState"])],
  ["confirm", (escrow) => confirmEscrow({ escrow }), only("buyer", "ENotBuyer", ["executed", "executed", "executed"])],
  ["refund", (escrow) => refundEscrow({ escrow }), only("seller", "ENotSeller", ["executed", "executed", "executed"])],
  [
    "refund a part",
    (escrow) => refundEscrow({ escrow, amountMinor: 1n }),
    only("seller", "ENotSeller", ["executed", "executed", "executed"]),
  ],
  [
    "refund too much",
    (escrow) => refundEscrow({ escrow, amountMinor: PAID_IN }),
    only("seller", "ENotSeller", ["EBadAmount", "EBadAmount", "EBadAmount"]),
  ],
  ["dispute", (escrow) => disputeEscrow({ escrow }), only("buyer", "ENotBuyer", ["EWrongState", "executed", "EWrongState"])],
  [
    "decide",
    (escrow) => decideEscrow({ escrow, forSellerMinor: 1n }),
    only("arbiter", "ENotArbiter", ["EWrongState", "EWrongState", "executed"]),
  ],
  [
    "decide too much",
    (escrow) => decideEscrow({ escrow, forSellerMinor: 101n }),
    only("arbiter", "ENotArbiter", ["EWrongState", "EWrongState", "EBadAmount"]),
  ],
];

function only(role: string, others: string, answers: readonly [string, string, string]): Record<string, readonly [string, string, string]> {
  const refused = [others, others, others] as const;
  return { buyer: refused, seller: refused, arbiter: refused, stranger: refused, [role]: answers };
}

test.each(ROLES)("%s: each role in each state", (_, call, answers) => {
  const economy = createRetailEconomy();
  let number = 0;
  for (const [role, expected] of Object.entries(answers)) {
    for (const [index, answer] of expected.entries()) {
      const trade = new Trade(economy, number++);
      for (const act of (["ship", "dispute"] as const).slice(0, index)) trade.do(act);
      const signers: Record<string, Actor> = { buyer: trade.buyer, seller: trade.seller, arbiter, stranger };
      expect(economy.answer(signers[role] ?? stranger, call(trade.escrow)), `${role} in state ${index + 1}`).toBe(answer);
    }
  }
});
