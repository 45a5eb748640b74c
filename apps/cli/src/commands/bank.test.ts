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

  test("lends as an annuity, of which each instalment is the same", async () => {
    const before = await deposit(opened + 2);
    const lent = ["bank", "lend", "1200", "--from", "river-bank", "--account", `${opened + 2}`] as const;
    const { loan } = await node.json(...lent, "--rate", "3.65", "--instalments", "12", "--days", "30", "--annuity");
    expect((await deposit(opened + 2)) - before).toBe(120_000n);
    const { loans } = await node.json("bank", "loans", "river-bank", "--account", `${opened + 2}`);
    // 0.3% in 30 days: 120,000 × 0.003 / (1 - 1.003^-12) = 10,195.82.
    expect(loans).toMatchObject([{ loan, principalMinor: "120000", overdueMinor: "0", instalmentMinor: "10196" }]);
  });

  test("takes notes in up to what the central bank allows, until they are counted", async () => {
    const limit = ["bank", "notes-limit", "river-bank", "--from", "central-bank", "--limit"] as const;
    expect(await node.says(...limit, "150")).toBe("river-bank may take in notes of 150.00 CNY before they are counted");
    const takes = ["bank", "deposit-notes", "100", "--from", "river-bank", "--account", account] as const;
    const count = ["bank", "count-notes", "river-bank", "--from"] as const;
    expect(await node.says(...count, "central-bank")).toBe("the notes of river-bank were counted: none missing");
    await node.json(...takes);
    expect(await node.refusal(...takes)).toBe("EOverLimit");
    expect(await node.refusal(...count, "central-bank", "--missing", "100.01")).toBe("EMissingTooMuch");
    expect(await node.json(...count, "central-bank", "--missing", "40")).toMatchObject({ missingMinor: "4000" });
    await node.json(...takes);
    // A higher limit stands for the delay first; notes that were counted before are missing only if the bank says so too.
    expect(await node.refusal(...limit, "150.01")).toBe("EMustBeProposed");
    const propose = ["policy", "propose", "notes-limit", "river-bank", "200", "--from", "central-bank"] as const;
    const { number } = await node.json(...propose);
    expect(await node.refusal("policy", "execute", `${number}`, "--from", "central-bank")).toBe("ELocked");
    expect((await node.run("policy", "proposals")).out).toContain("notes that river-bank may take in before a count 150.00 to 200.00");
    await node.json("policy", "cancel", `${number}`, "--from", "central-bank");
    expect(await node.refusal(...count, "central-bank", "--missing", "300")).toBe("EMissingTooMuch");
    expect(await node.refusal(...count, "river-bank", "--missing", "300", "--together")).toBe("same_signer");
    expect(await node.says(...count, "central-bank", "--missing", "300", "--together")).toBe(
      "the notes of river-bank were counted: 300.00 CNY missing",
    );
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

describe("who supervises, on the command line", { timeout: SLOW_MS }, () => {
  const by = ["--from", "supervisor"] as const;

  test("a change is proposed, approved, shown and taken back, and made no sooner than its time", async () => {
    expect(await node.refusal("supervisor", "propose", ...by, "--reason", "Nothing")).toBe("invalid_argument");
    const appoint = ["supervisor", "propose", "--appoint", "developer", "--reason", "Two are safer"] as const;
    expect(await node.refusal(...appoint, "--from", "prosecutor")).toBe("ENotSupervisor");
    const { number, earliestMs } = await node.json(...appoint, ...by);
    expect(number).toBe("1");
    expect(await node.json("supervisor", "list")).toEqual({
      changes: [
        {
          number,
          earliestMs,
          dismissed: null,
          appointed: node.address("developer"),
          reason: "Two are safer",
          approvedBy: [node.address("supervisor")],
          objected: false,
        },
      ],
    });
    expect(await node.refusal("supervisor", "approve", "1", ...by)).toBe("EApprovedAlready");
    expect(await node.refusal("supervisor", "object", "1", ...by)).toBe("ENotDismissed");
    expect(await node.refusal("supervisor", "execute", "1", ...by)).toBe("ELocked");
    expect(await node.says("supervisor", "cancel", "1", ...by)).toBe("change 1 taken back");
    expect(await node.says("supervisor", "list")).toBe("no change of supervisors is proposed");
  });
});
