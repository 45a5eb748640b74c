import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DevelopmentNode, startDevelopmentNode } from "../../test-data/development-node.ts";

const SLOW_MS = 240_000;
let node: DevelopmentNode;

beforeAll(async () => {
  node = await startDevelopmentNode("history", { readModels: true });
}, SLOW_MS);

afterAll(async () => {
  await node.end();
});

/** The lines that a command prints, each run of spaces as one. */
async function lines(...args: string[]): Promise<string[]> {
  const { code, out, err } = await node.run(...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out.split("\n").map((line) => line.trim().replace(/ +/g, " "));
}

describe("sycee history", { timeout: SLOW_MS }, () => {
  test("tells payments with the running balance, and the statement of a month, to whoever may read them", async () => {
    await node.json("pay", "12.50", "--from", "bob", "--to", "carol");
    await expect
      .poll(async () => (await node.json("history", "bob", "--count", "1"))["payments"], { timeout: 150_000, interval: 1_000 })
      .toMatchObject([{ amountMinor: "1250", balanceMinor: "348750", to: node.address("carol") }]);
    const [head, last] = await lines("history", "bob", "--count", "1");
    expect(head).toBe("time what with amount instrument balance after for");
    expect(last).toMatch(/Z paid carol -12\.50 CNY\.cash 3,487\.50$/);
    const { out } = await node.run("history", "bob", "--csv", "--count", "1");
    expect(out.split("\n")[1]).toMatch(/,paid,carol,-12\.50,CNY\.cash,3487\.50,,0x[0-9a-f]{64}$/);
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    expect(await lines("history", "bob", "--month", month)).toContain("closing balance 3,487.50 CNY.cash");
    expect(await lines("history", "bob", "--month", "2001-01")).toEqual(["times are those of UTC+08:00", "no payments", ""]);
    expect((await node.json("history", "bob", "--as", "supervisor", "--count", "1"))["payments"]).toHaveLength(1);
    expect(await node.refusal("history", "bob", "--as", "alice")).toBe("not_yours");
    expect(await node.refusal("history", "bob", "--month", "2026-13")).toBe("invalid_argument");
    expect(await node.refusal("history", "bob", "--html")).toBe("invalid_argument");
    expect(await node.refusal("history", "bob", "--month", month, "--zone", "8")).toBe("invalid_argument");
  });

  test("tells what a payment was for, as text whatever it looks like", async () => {
    const { code = "" } = (await node.json("request", "1", "--to", "bookshop", "--reference", "=1+1")) as { code?: string };
    await node.json("pay", "--from", "dan", "--yes", "--request", code);
    await expect
      .poll(async () => (await node.json("history", "dan", "--count", "1"))["payments"], { timeout: 150_000, interval: 1_000 })
      .toMatchObject([{ amountMinor: "100", purpose: "=1+1" }]);
    expect((await lines("history", "dan", "--count", "1"))[1]).toMatch(/ -1\.00 CNY\.cash [\d,.]+ =1\+1$/);
    const { out } = await node.run("history", "dan", "--csv", "--count", "1");
    expect(out.split("\n")[1]).toMatch(/,paid,bookshop,-1\.00,CNY\.cash,\d+\.\d\d,'=1\+1,0x[0-9a-f]{64}$/);
  });

  test("the balance runs from payment to payment, within a block too, and files have all of it", async () => {
    // What alice got and paid at the beginning is all in one block.
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    const statement = (await node.json("history", "alice", "--month", month)) as {
      readonly totals: readonly { readonly openingMinor: string; readonly closingMinor: string; readonly otherMinor: string }[];
      readonly payments: readonly Record<string, string>[];
    };
    const [total] = statement.totals;
    expect(total?.otherMinor).toBe("0");
    let running = BigInt(total?.openingMinor ?? "");
    const alice = node.address("alice");
    for (const { from, to, amountMinor = "", balanceMinor } of [...statement.payments].reverse()) {
      running += (to === alice ? BigInt(amountMinor) : 0n) - (from === alice ? BigInt(amountMinor) : 0n);
      expect(balanceMinor).toBe(`${running}`);
    }
    expect(total?.closingMinor).toBe(`${running}`);
    expect(new Set(statement.payments.map(({ height }) => height)).size).toBeLessThan(statement.payments.length);
    const { out: csv } = await node.run("history", "alice", "--month", month, "--csv");
    const rows = csv.trim().split("\n");
    expect(rows[1]).toBe(",opening balance,,,CNY.cash,0.00,,");
    expect(rows).toHaveLength(statement.payments.length + 3);
    expect(rows.at(-1)).toBe(",closing balance,,,CNY.cash,12000.00,,");
    const { out: html } = await node.run("history", "alice", "--month", month, "--html");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>alice: statement of /);
    expect(html).toContain("@page { size: A4;");
    expect(html).toContain('<td class="amount">12,000.00</td>');
    expect(html.match(/<tr>/g)).toHaveLength(statement.payments.length + 3);
    expect(html).not.toMatch(/<script|src=|href=|url\(/);
  });

  test("what an account held after any block", async () => {
    const { payments } = (await node.json("history", "bob", "--count", "1")) as { payments: readonly { readonly height: string }[] };
    const height = payments[0]?.height ?? "";
    expect(await lines("account", "bob", "--at", height)).toEqual([
      `after block ${height}`,
      "instrument amount where since block",
      `CNY.cash 3,487.50 wallet ${height}`,
      "",
    ]);
    expect((await node.json("account", "bob", "--at", `${BigInt(height) - 1n}`))["balances"]).toMatchObject([{ amountMinor: "350000" }]);
    expect(await node.refusal("account", "bob", "--at", "99999999")).toBe("unknown_block");
    expect(await node.refusal("account", "bob", "--at", height, "--as", "alice")).toBe("not_yours");
  });
});
