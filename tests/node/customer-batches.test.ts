import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNode, verifyChain } from "@sycee/node";
import {
  beginCustomerAccounts,
  Client,
  depositToCustomers,
  freezeCustomer,
  openCustomerAccounts,
  toTill,
  transferBatch,
  TRANSFERS_GAS_LIMIT,
  transfersOf,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Economy, GENESIS_MS, startEconomy } from "./economy.ts";

const ACCOUNTS = 70_000;
const TRANSFERS = 10_000;
const EACH = 1_000n;
const DAY_MS = 24 * 60 * 60 * 1_000;

let directory: string;
let economy: Economy;
let client: Client;
let signers: Economy["operator"][];

const columns = (count: number, payer: (index: number) => number, payee: (index: number) => number, amount: bigint) => ({
  payers: Uint32Array.from({ length: count }, (_, index) => payer(index)),
  payees: Uint32Array.from({ length: count }, (_, index) => payee(index)),
  amountsMinor: new BigUint64Array(count).fill(amount),
});

/** Numbers that go through all accounts, each once, far apart from one another. */
const spread = (index: number) => (index * 4_999) % ACCOUNTS;
const balanceOf = async (account: number) => (await client.customerAccount(economy.operator.address, account)).balances[0];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-batches-"));
  economy = await startEconomy({ dataDirectory: join(directory, "ledger") });
  client = economy.client;
  signers = [economy.operator];
  await client.send({ signers, calls: [toTill({ amountMinor: BigInt(ACCOUNTS) * EACH }), beginCustomerAccounts()] });
  const count = 20_000;
  for (let first = 0; first < ACCOUNTS; first += count) {
    const here = Math.min(count, ACCOUNTS - first);
    const accounts = Uint32Array.from({ length: here }, (_, index) => first + index);
    const calls = [
      openCustomerAccounts({ count: BigInt(here) }),
      depositToCustomers({ accounts, amountsMinor: new BigUint64Array(here).fill(EACH) }),
    ];
    await client.send({ signers, calls, gasLimit: TRANSFERS_GAS_LIMIT });
  }
}, 120_000);

afterAll(async () => {
  await economy.end();
  await rm(directory, { recursive: true, force: true });
});

describe("a batch of transfers between customers", () => {
  it("of ten thousand is one transaction, whatever accounts they are between", async () => {
    const batch = columns(TRANSFERS, spread, (index) => spread(index + TRANSFERS), 10n);
    const receipt = await client.send({ signers, calls: [transferBatch(batch)], gasLimit: TRANSFERS_GAS_LIMIT });
    expect(transfersOf(receipt)).toMatchObject([{ accepted: BigInt(TRANSFERS), refused: 0n, total: BigInt(TRANSFERS) * 10n }]);
    expect(receipt.calls[0]?.description.length).toBeLessThan(1_000);
    expect(await balanceOf(spread(0))).toMatchObject({ symbol: "CZK.cash", amountMinor: "990", state: "open" });
    expect(await balanceOf(spread(TRANSFERS))).toMatchObject({ amountMinor: "1010" });
  });

  it("does each by itself", async () => {
    const frozen = { institution: economy.operator.address, instrument: CASH, account: 9 } as const;
    await client.send({
      signers: [economy.investigator, economy.supervisor],
      calls: [freezeCustomer({ ...frozen, reason: "Case 1", untilMs: BigInt(GENESIS_MS + DAY_MS) })],
    });
    const calls = [
      transferBatch({
        payers: [0, 1, 2, 9, ACCOUNTS, 3, 4],
        payees: [1, 1, 3, 1, 1, ACCOUNTS, 9],
        amountsMinor: [5n, 5n, 100_000n, 5n, 5n, 5n, 0n],
      }),
    ];
    const [posted] = transfersOf(await client.send({ signers, calls }));
    const refused = ["same_account", "insufficient_balance", "payer_frozen", "unknown_payer", "unknown_payee", "zero_amount"];
    expect(posted).toMatchObject({ accepted: 1n, refused: 6n, total: 5n, statuses: ["accepted", ...refused] });
    expect(await balanceOf(9)).toMatchObject({ state: "frozen" });
  });

  it("is done once however often it is sent, and its nonce takes no other", async () => {
    const calls = [transferBatch({ payers: [100], payees: [200], amountsMinor: [7n] })];
    const transaction = await client.prepare({ signers, calls, nonce: 77n });
    const before = await balanceOf(200);
    const receipt = await client.submit(transaction);
    expect(await client.submit(transaction)).toEqual(receipt);
    const other = [transferBatch({ payers: [100], payees: [200], amountsMinor: [8n] })];
    await expect(client.submit(await client.prepare({ signers, calls: other, nonce: 77n }))).rejects.toMatchObject({ code: "nonce_used" });
    expect(await balanceOf(200)).toMatchObject({ amountMinor: `${BigInt(before?.amountMinor ?? 0) + 7n}` });
  });

  it("is refused whole beyond the limits: bytes, gas, signature", async () => {
    const large = transferBatch(columns(16_385, spread, (index) => spread(index + 1), 1n));
    await expect(client.send({ signers, calls: [large], gasLimit: TRANSFERS_GAS_LIMIT })).rejects.toMatchObject({
      code: "transaction_too_large",
    });
    const batch = transferBatch(columns(1_000, spread, (index) => spread(index + 1_000), 1n));
    const before = await balanceOf(0);
    await expect(client.send({ signers, calls: [batch], gasLimit: 1_000_000n })).rejects.toMatchObject({ code: "out_of_gas" });
    await expect(client.send({ signers: [economy.alice], calls: [batch], gasLimit: TRANSFERS_GAS_LIMIT })).rejects.toMatchObject({
      code: "aborted",
    });
    expect(await balanceOf(0)).toEqual(before);
  });

  it("is read strictly", async () => {
    await expect(client.customerAccount(economy.operator.address, ACCOUNTS)).rejects.toMatchObject({ code: "unknown_account" });
    await expect(client.customerAccount(economy.alice.address, 0)).rejects.toMatchObject({ code: "unknown_account" });
    for (const account of ["-1", "1.5", "01", "x", "12345678901"]) {
      const answer = await fetch(`${client.connection.url}/v1/accounts/${economy.operator.address}/customers/${account}`);
      expect(answer.status).toBe(400);
    }
  });

  it("holds the law, and leaves a chain that verifies and starts again from its log", async () => {
    const { laws } = await client.laws();
    const total = `${BigInt(ACCOUNTS) * EACH}`;
    expect(laws.find(({ name }) => name.includes("customers"))).toMatchObject({
      law: 3,
      holds: true,
      evidence: [{ institution: economy.operator.address, accounts: ACCOUNTS, balances: total, pool: total, holds: true }],
    });
    const probes = [0, 9, 200, spread(3), ACCOUNTS - 1];
    const before = await Promise.all(probes.map(balanceOf));
    await economy.node.close();
    const dataDirectory = join(directory, "ledger");
    expect(await verifyChain(dataDirectory)).toMatchObject({ holds: true });
    // Without its checkpoint: every page is made again from patches.
    await rm(join(dataDirectory, "state"), { recursive: true });
    const node = await startNode({ port: 0, quiet: true, clock: { startMs: GENESIS_MS }, dataDirectory });
    client = new Client(node.url);
    expect(await Promise.all(probes.map(balanceOf))).toEqual(before);
    expect((await client.laws()).laws.every(({ holds }) => holds)).toBe(true);
    await node.close();
  }, 120_000);
});
