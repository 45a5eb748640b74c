import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { topUp } from "@sycee/sdk";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { APPS, startTestEconomy, type TestEconomy } from "../test-data/economy.ts";
import { OfficeClient } from "../test-data/office-client.ts";

const MAIN = join(import.meta.dirname, "../dist/main.js");
const SEED = Number(process.env.SYCEE_SEED ?? 20_261_121);
const KILLS = Number(process.env.SYCEE_KILLS ?? 6);
const CLIENTS = 4;
const CUSTOMERS = 4;
const FUNDS = 10_000n;

let economy: TestEconomy;
let child: ChildProcess | undefined;
let url = "";

beforeAll(async () => {
  economy = await startTestEconomy();
  mkdirSync(join(economy.directory, "office"));
  const { node, directory, institutionSeed } = economy;
  writeFileSync(join(directory, "seed"), Buffer.from(institutionSeed).toString("hex"));
  const configuration = {
    directory: join(directory, "office"),
    node: node.url,
    seedFile: join(directory, "seed"),
    name: "Swift Pay",
    port: 0,
    zoneOffsetMinutes: 480,
    apps: APPS,
  };
  writeFileSync(join(directory, "office.json"), JSON.stringify(configuration));
}, 120_000);

afterAll(async () => {
  child?.kill("SIGKILL");
  await economy.end();
});

async function startOffice(): Promise<void> {
  const started = spawn(process.execPath, [MAIN, "--config", join(economy.directory, "office.json")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  for await (const line of createInterface({ input: started.stdout })) {
    const event = JSON.parse(line) as { readonly listening?: string };
    if (event.listening === undefined) continue;
    url = event.listening;
    return;
  }
  throw new Error("the office ended before it listened");
}

async function killOffice(): Promise<void> {
  const killed = child;
  if (killed === undefined) return;
  const ended = new Promise((resolve) => killed.once("exit", resolve));
  killed.kill("SIGKILL");
  await ended;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request until it is answered, and now and then once more: always the same bytes with the same key. */
async function insist(path: string, body: unknown, again: boolean): Promise<Record<string, unknown>> {
  const key = randomUUID();
  for (;;) {
    try {
      const answer = await new OfficeClient(url).post(path, body, key);
      expect(answer.status).toBe(202);
      if (again) expect((await new OfficeClient(url).post(path, body, key)).text).toBe(answer.text);
      return answer.json;
    } catch (error) {
      // fetch tells a lost connection by a TypeError.
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
      await pause(30);
    }
  }
}

test(`an office that is killed ${KILLS} times does once what its clients ask for again and again (seed ${SEED})`, {
  timeout: 240_000,
}, async () => {
  const random = xoroshiro128plus(SEED);
  await startOffice();
  const customers = await Promise.all(
    Array.from({ length: CUSTOMERS }, (_, index) => insist("/v1/customers", { reference: `${index}` }, true)),
  );
  const ids = customers.map(({ id }) => String(id));
  const accounts: number[] = [];
  for (const id of ids) accounts.push(Number((await new OfficeClient(url).settled(`/v1/customers/${id}`)).account));
  expect(new Set(accounts)).toEqual(new Set([1, 2, 3, 4]));
  const { alice, client, institution } = economy;
  const calls = accounts.map((account) => topUp({ institution: institution.address, account, amountMinor: FUNDS }));
  await client.send({ signers: [alice], calls });

  let running = true;
  const expected = new Map(ids.map((id) => [id, FUNDS]));
  const orders: string[] = [];
  const work = async (): Promise<void> => {
    while (running) {
      const from = uniformInt(random, 0, CUSTOMERS - 1);
      const payer = ids[from] ?? "";
      const payee = ids[(from + uniformInt(random, 1, CUSTOMERS - 1)) % CUSTOMERS] ?? "";
      const amount = BigInt(uniformInt(random, 1, 9));
      const order = await insist("/v1/payments", { payer, payee, amountMinor: `${amount}` }, uniformInt(random, 0, 3) === 0);
      orders.push(String(order.id));
      await pause(20);
      expected.set(payer, (expected.get(payer) ?? 0n) - amount);
      expected.set(payee, (expected.get(payee) ?? 0n) + amount);
    }
  };
  const workers = Array.from({ length: CLIENTS }, work);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(uniformInt(random, 150, 900));
    await killOffice();
    await startOffice();
  }
  await pause(200);
  running = false;
  await Promise.all(workers);

  expect(new Set(orders).size).toBe(orders.length);
  expect(orders.length).toBeGreaterThan(KILLS * CLIENTS);
  for (const order of orders) expect(await new OfficeClient(url).settled(`/v1/orders/${order}`)).toMatchObject({ state: "done" });
  const held = await Promise.all(accounts.map((account) => client.customerAccount(institution.address, account)));
  expect(held.map(({ balances }) => balances[0]?.amountMinor)).toEqual(ids.map((id) => `${expected.get(id) ?? 0n}`));
  const { json } = await new OfficeClient(url).post("/v1/reconciliations", {});
  expect(json).toMatchObject({ accounts: CUSTOMERS, differences: [] });
  const ending = child;
  const ended = new Promise((resolve) => ending?.once("exit", resolve));
  ending?.kill("SIGTERM");
  expect(await ended).toBe(0);
});
