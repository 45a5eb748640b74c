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
    expect(head).toBe("time what with amount instrument balance after");
    expect(last).toMatch(/Z paid carol -12\.50 CNY\.cash 3,487\.50$/);
    const { out } = await node.run("history", "bob", "--csv", "--count", "1");
    expect(out.split("\n")[1]).toMatch(/,paid,carol,-12\.50,CNY\.cash,3487\.50,0x[0-9a-f]{64}$/);
    const month = new Date().toISOString().slice(0, 7);
    expect(await lines("history", "bob", "--month", month)).toContain("closing balance 3,487.50 CNY.cash");
    expect(await lines("history", "bob", "--month", "2001-01")).toEqual(["no payments", ""]);
    expect((await node.json("history", "bob", "--as", "supervisor", "--count", "1"))["payments"]).toHaveLength(1);
    expect(await node.refusal("history", "bob", "--as", "alice")).toBe("not_yours");
    expect(await node.refusal("history", "bob", "--month", "2026-13")).toBe("invalid_argument");
  });
});
