import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { populationAccounts } from "../economy/population.ts";
import { type DevelopmentNode, startDevelopmentNode } from "../../test-data/development-node.ts";

/** The number of the next account that the bank opens: after its own, 8 for examples and the population's. */
const opened = 9 + Number(populationAccounts("river-bank"));
const account = `${opened}`;
const SLOW_MS = 180_000;
let node: DevelopmentNode;

/** What a customer of the bank has, in minor units. */
async function deposit(account: number): Promise<bigint> {
  const { shown } = (await node.json("customers", "river-bank", "--first", `${account}`, "--count", "1")) as {
    readonly shown: readonly { readonly balances: readonly { readonly place: string; readonly amountMinor: string }[] }[];
  };
  return BigInt(shown[0]?.balances.find(({ place }) => place === "customers")?.amountMinor ?? "-1");
}

beforeAll(async () => {
  node = await startDevelopmentNode("bank");
}, SLOW_MS);

afterAll(async () => {
  await node.end();
});

describe("a bank on the command line", { timeout: SLOW_MS }, () => {
  test("opens accounts, lends, takes time deposits and exchanges notes, and each customer's account follows", async () => {
    expect(await node.says("bank", "open", "2", "--from", "river-bank")).toBe(
      `opened 2 accounts at river-bank, numbers ${opened} to ${opened + 1}`,
    );
    expect(await node.says("bank", "open", "1", "--from", "river-bank")).toBe(`opened 1 account at river-bank, number ${opened + 2}`);
    const { loan } = await node.json("bank", "lend", "5000", "--from", "river-bank", "--account", account);
    expect([loan, await deposit(opened)]).toEqual([expect.stringMatching(/^\d+$/), 500_000n]);
    const placed = await node.json("bank", "time-deposit", "1000", "--from", "river-bank", "--account", account, "--days", "90");
    expect(placed).toMatchObject({ amountMinor: "100000", maturesOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
    expect(await deposit(opened)).toBe(400_000n);
    expect(await node.says("bank", "withdraw-notes", "500", "--from", "river-bank", "--account", account)).toBe(
      `withdrew notes of 500.00 CNY from account ${account}`,
    );
    expect(await node.says("bank", "deposit-notes", "100", "--from", "river-bank", "--account", account)).toBe(
      `deposited notes of 100.00 CNY onto account ${account}`,
    );
    expect(await deposit(opened)).toBe(360_000n);
    expect(await node.json("bank", "release", String(placed["deposit"]), "--from", "river-bank")).toMatchObject({
      principalMinor: "100000",
      interestMinor: "0",
    });
    expect(await deposit(opened)).toBe(460_000n);
    expect(await node.says("bank", "release", String(placed["deposit"]), "--from", "river-bank")).toMatch(/\(aborted EUnknown\w*\)$/);
  });

  test("is refused in words where it is no bank, and where there is too little", async () => {
    expect(await node.says("bank", "lend", "5", "--from", "harbour-bank", "--account", "1")).toBe(
      "error: harbour-bank takes no deposits on this ledger: it is no bank. (unknown_instrument)",
    );
    expect(await node.says("customers", "alice")).toBe("error: alice keeps no customers' accounts on this ledger. (no_books)");
    expect(await node.says("bank", "withdraw-notes", "1", "--from", "river-bank", "--account", `${opened + 1}`)).toMatch(
      /^error: .* \(aborted E\w+\)$/,
    );
  });
});
