import type { BlockRecord } from "@sycee/ledger";
import type { Call } from "@sycee/protocol";
import { admitOperator, grantLicence, handOut, issueSettlement, pay } from "@sycee/sdk";
import { expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { CASH, createEconomy } from "./economy-genesis.ts";
import { supervisor } from "./supervision.ts";

const bank = actor("central bank");
const north = actor("north");
const [alice, bob, carol] = [actor("alice"), actor("bob"), actor("carol")];
const MONTH_MS = 31 * 86_400_000;

/** Payments of people of whom one becomes an institution before a restart and another after it; what is counted of them. */
function turnoverOf(restarts: boolean): { readonly before: unknown; readonly after: unknown } {
  const fixture = createEconomy({
    centralBank: bank,
    operators: [north],
    customers: [alice, bob, carol].map((owner) => ({ owner, operator: north, holder: owner.name, tier: 1 })),
    capital: 1_000_000n,
    zoneOffsetMinutes: 0,
  });
  const records: BlockRecord[] = [fixture.record];
  const block = (...entries: (readonly [Actor, Call])[]) => {
    const results = fixture.block(entries.map(([signer, call]) => fixture.transaction([signer], [call])));
    expect(results.map((result) => fixture.describe(result))).toEqual(entries.map(() => "executed"));
    records.push(fixture.record);
  };
  const pays = (payer: Actor, payee: Actor, amountMinor: bigint) =>
    [payer, pay({ payee: payee.address, instrument: CASH, amountMinor })] as const;
  const becomesOperator = (who: Actor) =>
    [
      [supervisor, grantLicence({ kind: "operator", holder: who.address, unit: 1 })],
      [bank, admitOperator({ operator: who.address, name: who.name })],
    ] as const;
  const bonds = { kind: "governmentBonds", description: "bonds", haircutBasisPoints: 0 } as const;
  block(
    [bank, issueSettlement({ operator: north.address, bookValueMinor: 100_000n, ...bonds })],
    ...[alice, bob, carol].map((to) => [north, handOut({ to: to.address, amountMinor: 5_000n })] as const),
    pays(alice, bob, 900n),
  );
  fixture.timeMs += MONTH_MS;
  block(pays(alice, bob, 100n), pays(carol, alice, 10n));
  block(pays(alice, carol, 20n), ...becomesOperator(alice), pays(alice, bob, 2n));
  block(pays(bob, alice, 3n), pays(carol, bob, 40n));
  const turnover = () => fixture.ledger.statistics()?.units[0]?.turnover;
  const past = records.toReversed();
  if (restarts) fixture.restart(records.slice(2));
  const before = turnover();
  block(...becomesOperator(carol), pays(carol, bob, 5n));
  if (restarts) for (const record of past) if (!fixture.ledger.addPastTurnover(record)) break;
  return { before, after: turnover() };
}

test("turnover that is read again after a restart is told apart by who was an institution when it was paid", () => {
  // All that is paid in the block in which somebody becomes one counts as financial; what is 30 days old does not count.
  const [before, after] = [
    { realMinor: 150n, financialMinor: 25n },
    { realMinor: 150n, financialMinor: 30n },
  ];
  expect(turnoverOf(false)).toEqual({ before, after });
  expect(turnoverOf(true)).toEqual({ before: { realMinor: 0n, financialMinor: 0n }, after });
});
