import type { ClearingHouseJson } from "@sycee/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { developmentPopulation, residents } from "../economy/population.ts";
import { type DevelopmentNode, startDevelopmentNode } from "../../test-data/development-node.ts";

const SLOW_MS = 180_000;
let node: DevelopmentNode;

/** What `sycee clearing` says in its first line, or why it refused. */
const clearing = (...args: string[]): Promise<string> => node.says("clearing", ...args);

async function house(): Promise<ClearingHouseJson> {
  return (await node.json("clearing", "show")) as ClearingHouseJson;
}

/** Payments by which customers got their first e-money: 8 for examples, and one for each of the population who has any in the second mode. */
const before =
  8 +
  residents(developmentPopulation()).filter(({ eMoney }) => eMoney !== undefined && eMoney.at !== "old-pay" && eMoney.amountMinor > 0n)
    .length;
const gross = before + 1;
const net = before + 2;
const riverToHill = ["--from", "river-bank", "--account", "1", "--to", "hill-bank", "--to-account", "2"];
const hillToRiver = ["--from", "hill-bank", "--account", "2", "--to", "river-bank", "--to-account", "1"];

beforeAll(async () => {
  node = await startDevelopmentNode("clearing");
}, SLOW_MS);

afterAll(async () => {
  await node.end();
});

describe("sycee clearing, on the development economy", { timeout: SLOW_MS }, () => {
  test("shows a house that has settled the payment institution's first e-money", async () => {
    const { participants, measures, cycle } = await house();
    expect(participants.map(({ status }) => status)).toEqual(["active", "active", "active", "active", "active"]);
    expect(measures.gross).toMatchObject({ payments: `${before}`, nettingRatioBps: 0 });
    expect(cycle).toEqual({ number: "1", closedAtMs: null });
    const { out } = await node.run("clearing", "show");
    expect(out).toContain("own capital 307,440.00, default fund 50,000.00");
    expect(out).toMatch(/swiftpay +active +300,000\.00 +20,000\.00 +10,000\.00 +0\.00/);
  });

  test("shows its books too", async () => {
    const { out } = await node.run("bank", "books", "clearing-house");
    expect(out).toMatch(/sum +457,440\.00 +457,440\.00/);
  });

  test("lists the houses there are", async () => {
    const { out } = await node.run("clearing", "list");
    expect(out).toMatch(/clearing-house +Clearing house +CNY +5 +1, open +0 +0 +0/);
    const listed = JSON.parse((await node.run("clearing", "list", "--json")).out) as readonly { readonly name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(["Clearing house"]);
  });

  test("a gross payment is final at once", async () => {
    expect(await clearing("pay", "12.50", ...riverToHill)).toBe(`payment ${gross} of 12.50 CNY to hill-bank has settled and is final`);
  });

  test("net payments wait, are revoked or settle with the difference alone", async () => {
    expect(await clearing("pay", "100", ...riverToHill, "--mode", "net")).toBe(
      `payment ${net} of 100.00 CNY to hill-bank waits for its cycle`,
    );
    await clearing("pay", "70", ...hillToRiver, "--mode", "net");
    await clearing("pay", "5", ...hillToRiver, "--mode", "net");
    expect(await clearing("revoke", `${net + 2}`, "--from", "river-bank")).toContain("The payment is not one of the signer's customers.");
    expect(await clearing("revoke", `${net + 2}`, "--from", "hill-bank")).toBe(`payment ${net + 2} was revoked, its payer has the money`);
    expect(await clearing("prioritise", `${net + 1}`, "--from", "hill-bank", "--priority", "urgent")).toBe(
      `payment ${net + 1} is now urgent`,
    );
    expect((await house()).queues.net.map(({ number }) => number)).toEqual([`${net + 1}`, `${net}`]);
    expect(await clearing("close")).toBe("cycle 1 is closed over 2 payments");
    expect(await clearing("revoke", `${net}`, "--from", "river-bank")).toContain("can no longer be changed or revoked");
    expect(await clearing("settle", "--mode", "net", "--as", "alice")).toBe(
      "2 payments of 170.00 CNY settled with 30.00 CNY of central-bank money",
    );
    expect((await house()).measures.net).toMatchObject({ payments: "2", liquidityMinor: "3000", nettingRatioBps: 8235, revoked: "1" });
  });

  test("a settled payment is recalled and given back, never unwound", async () => {
    expect(await clearing("revoke", `${gross}`, "--from", "river-bank")).toContain("No payment of this number waits.");
    expect(await clearing("recall", `${gross}`, "--from", "river-bank", "--reason", "Sent twice")).toBe(`payment ${gross} was asked back`);
    expect(await clearing("give-back", `${gross}`, "--from", "hill-bank")).toBe(`payment ${gross} goes back as payment ${gross + 4}`);
    expect(await clearing("give-back", `${gross}`, "--from", "hill-bank")).toContain("The payment was returned already.");
  });

  test("what is no house, number or amount is refused in words", async () => {
    expect(await clearing("show", "--house", "alice")).toContain("There is no clearing house at");
    expect(await clearing("revoke", "x", "--from", "hill-bank")).toContain('"x" is not the number of a payment.');
    expect(await clearing("pay", "1.234", ...riverToHill)).toContain("more decimals");
  });
});
