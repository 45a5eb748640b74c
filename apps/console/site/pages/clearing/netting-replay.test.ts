import { describe, expect, it } from "vitest";
import { nettingReplay, type Obligation } from "./netting-replay.ts";

const obligation = (payer: string, payee: string, amountMinor: bigint): Obligation => ({ payer, payee, amountMinor });

/** Four banks, worked by hand: 375 gross, 175 between pairs, 40 over all. */
const FOUR_BANKS = [
  obligation("A", "B", 55n),
  obligation("A", "B", 25n),
  obligation("B", "A", 50n),
  obligation("B", "C", 70n),
  obligation("C", "B", 20n),
  obligation("C", "A", 60n),
  obligation("A", "C", 30n),
  obligation("C", "D", 40n),
  obligation("D", "A", 25n),
];

describe("the replay of netting", () => {
  it("nets four banks as worked by hand", () => {
    expect(nettingReplay(FOUR_BANKS)).toEqual({
      institutions: ["A", "B", "C", "D"],
      gross: [
        { payer: "A", payee: "B", amountMinor: 80n, payments: 2 },
        { payer: "B", payee: "A", amountMinor: 50n, payments: 1 },
        { payer: "B", payee: "C", amountMinor: 70n, payments: 1 },
        { payer: "C", payee: "B", amountMinor: 20n, payments: 1 },
        { payer: "C", payee: "A", amountMinor: 60n, payments: 1 },
        { payer: "A", payee: "C", amountMinor: 30n, payments: 1 },
        { payer: "C", payee: "D", amountMinor: 40n, payments: 1 },
        { payer: "D", payee: "A", amountMinor: 25n, payments: 1 },
      ],
      bilateral: [
        { payer: "A", payee: "B", amountMinor: 30n, payments: 3 },
        { payer: "B", payee: "C", amountMinor: 50n, payments: 2 },
        { payer: "C", payee: "A", amountMinor: 30n, payments: 2 },
        { payer: "C", payee: "D", amountMinor: 40n, payments: 1 },
        { payer: "D", payee: "A", amountMinor: 25n, payments: 1 },
      ],
      positions: [
        { institution: "A", paysMinor: 110n, getsMinor: 135n, netMinor: 25n },
        { institution: "B", paysMinor: 120n, getsMinor: 100n, netMinor: -20n },
        { institution: "C", paysMinor: 120n, getsMinor: 100n, netMinor: -20n },
        { institution: "D", paysMinor: 25n, getsMinor: 40n, netMinor: 15n },
      ],
      movedMinor: { gross: 375n, bilateral: 175n, multilateral: 40n },
    });
  });

  it.each([
    { name: "nothing", payments: [], moved: { gross: 0n, bilateral: 0n, multilateral: 0n } },
    { name: "one payment", payments: [obligation("A", "B", 7n)], moved: { gross: 7n, bilateral: 7n, multilateral: 7n } },
    {
      name: "an even pair, which is gone after the second step",
      payments: [obligation("A", "B", 7n), obligation("B", "A", 7n)],
      moved: { gross: 14n, bilateral: 0n, multilateral: 0n },
    },
    {
      name: "a circle, which pairs cannot see and all together can",
      payments: [obligation("A", "B", 100n), obligation("B", "C", 100n), obligation("C", "A", 100n)],
      moved: { gross: 300n, bilateral: 300n, multilateral: 0n },
    },
  ])("moves what it must for $name", ({ payments, moved }) => {
    expect(nettingReplay(payments).movedMinor).toEqual(moved);
  });

  it("refuses a payment to oneself", () => {
    expect(() => nettingReplay([obligation("A", "A", 1n)])).toThrow(RangeError);
  });

  it("keeps everybody's position at each step, and never moves more than the step before (seed 7, 200 draws)", () => {
    const draw = drawsFrom(7);
    for (let round = 0; round < 200; round += 1) {
      const count = 2 + draw(6);
      const payments = Array.from({ length: 1 + draw(40) }, () => {
        const payer = draw(count);
        const payee = (payer + 1 + draw(count - 1)) % count;
        return obligation(`${payer}`, `${payee}`, BigInt(1 + draw(1_000_000)));
      });
      const { positions, bilateral, movedMinor } = nettingReplay(payments);
      const again = new Map(nettingReplay(bilateral).positions.map(({ institution, netMinor }) => [institution, netMinor]));
      for (const { institution, netMinor } of positions) expect(again.get(institution) ?? 0n).toBe(netMinor);
      expect(positions.reduce((total, { netMinor }) => total + netMinor, 0n)).toBe(0n);
      expect(movedMinor.bilateral <= movedMinor.gross && movedMinor.multilateral <= movedMinor.bilateral).toBe(true);
    }
  });
});

/** Whole numbers below a bound, from a seed (Park and Miller's generator). */
function drawsFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}
