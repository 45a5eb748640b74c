import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PaymentInstitutionJson } from "@sycee/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstModeMinor } from "../economy/population-e-money.ts";
import { formatAmount } from "../output/amounts.ts";
import { type DevelopmentNode, startDevelopmentNode } from "../../test-data/development-node.ts";

/** What customers for examples have at the institution in the first mode, and what the population has there: whole yuan. */
const E_MONEY_MINOR = 4_000_000n + firstModeMinor();
const SLOW_MS = 180_000;
let node: DevelopmentNode;

/** What `sycee institution` says in its first line, or why it refused. */
const institution = (...args: string[]): Promise<string> => node.says("institution", ...args);

async function shown(name: string): Promise<PaymentInstitutionJson> {
  return (await node.json("institution", "show", name)) as PaymentInstitutionJson;
}

beforeAll(async () => {
  node = await startDevelopmentNode("institution");
}, SLOW_MS);

afterAll(async () => {
  await node.end();
});

describe("payment institutions on the command line", { timeout: SLOW_MS }, () => {
  test("are shown with what stands behind their e-money, and with what only a report tells", async () => {
    const { out } = await node.run("institution", "show", "old-pay");
    const lines = out.split("\n").map((line) => line.replace(/\s+/g, " "));
    expect(lines[0]).toMatch(/^old-pay, first mode, old-pay/);
    expect(lines).toContain(`e-money ${formatAmount(E_MONEY_MINOR.toString(), 2)} CNY`);
    expect(lines).toContain("short by that report 8,000.00 CNY");
    expect(await institution("show", "alice")).toContain("There is no payment institution at");
  });

  test("take cash in and pay it out", async () => {
    const before = await shown("swiftpay");
    const top = ["--from", "bob", "--institution", "swiftpay", "--account", "2"];
    expect(await institution("top-up", ...top, "100")).toBe("paid 100.00 swiftpay.money onto account 2 at swiftpay");
    const out = ["--from", "swiftpay", "--account", "2", "--to", "carol"];
    expect(await institution("pay-out", ...out, "30.50")).toBe("redeemed 30.50 swiftpay.money of account 2 into the wallet of carol");
    const after = await shown("swiftpay");
    for (const field of ["eMoneyMinor", "reserveMinor"] as const) expect(BigInt(after[field]) - BigInt(before[field])).toBe(6_950n);
    expect(await institution("top-up", "--from", "bob", "--institution", "swiftpay", "--account", "x", "1")).toContain(
      "(invalid_argument)",
    );
    expect(await institution("top-up", "--from", "bob", "--institution", "alice", "--account", "1", "1")).toContain("(unknown_instrument)");
  });

  test("run an office by one command", async () => {
    const directory = join(node.directory, "office");
    const office = ["office", "swiftpay", "--port", "0", "--data", directory] as const;
    expect(await node.refusal("office", "--config", join(node.directory, "none.json"))).toBe("office_configuration");
    const running = node.start(...office, "--json");
    const token = async (): Promise<{ url: string; token: string }> => {
      while (!running.printed().includes("\n")) await new Promise((resolve) => setTimeout(resolve, 50));
      const { url, tokenFile, kind } = JSON.parse(running.printed()) as Record<"url" | "tokenFile" | "kind", string>;
      expect(kind).toBe("payment institution");
      expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
      return { url, token: readFileSync(tokenFile, "utf8").trim() };
    };
    const { url, token: bearer } = await token();
    const ask = async (authorization: string) =>
      await fetch(`${url}/v1/customers`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json", "idempotency-key": "first" },
        body: JSON.stringify({ reference: "Ann" }),
      });
    expect((await ask("Bearer a-token-of-somebody-else")).status).toBe(401);
    expect((await ask(`Bearer ${bearer}`)).status).toBe(202);
    running.child.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ code: 0, err: "" });
  });

  test("report, and make batches of payments", async () => {
    expect(await institution("report", "--from", "old-pay", `${E_MONEY_MINOR / 100n}`)).toBe(
      `old-pay reported ${formatAmount(E_MONEY_MINOR.toString(), 2)} CNY at banks`,
    );
    expect((await shown("old-pay")).report).toMatchObject({ atBanksMinor: `${E_MONEY_MINOR}`, shortfallMinor: "0" });
    const file = join(node.directory, "batch.csv");
    writeFileSync(file, "1,2,5.00\n2,1,1.25\n");
    const { out } = await node.run("batch", "--from", "old-pay", file);
    expect(out).toContain("made 2 of 2 transfers, 6.25 old-pay.money, all final");
  });
});
