import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startNode, verifyChain } from "@sycee/node";
import { Client, type PreparedTransaction, pay } from "@sycee/sdk";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE_MINOR, CASH, type Cast, castOf, GENESIS_MS, genesisOf } from "./economy.ts";

const SEED = 20_261_121;
const ROUNDS = 5;
const random = xoroshiro128plus(SEED);

let directory: string;
let cast: Cast;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-crash-"));
  cast = await castOf();
  await writeFile(join(directory, "genesis"), genesisOf(cast));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function startChild(): Promise<{ child: ChildProcess; client: Client }> {
  const arguments_ = [join(import.meta.dirname, "serve.mjs"), join(directory, "data"), join(directory, "genesis"), String(GENESIS_MS)];
  const child = spawn(process.execPath, arguments_, { stdio: ["ignore", "pipe", "inherit"] });
  const [url]: unknown[] = await once(createInterface({ input: child.stdout }), "line");
  return { child, client: new Client(String(url)) };
}

/** Pays Bob one minor unit at a time, in batches and alone, until the node is gone. */
async function load(client: Client, sent: PreparedTransaction[], acknowledged: Set<string>): Promise<void> {
  const payBob = async () => {
    const transaction = await client.prepare({
      signers: [cast.alice],
      calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 1n })],
    });
    sent.push(transaction);
    return transaction;
  };
  const batches = async () => {
    for (;;) {
      const batch = await Promise.all(Array.from({ length: uniformInt(random, 1, 40) }, payBob));
      const results = await client.submitBatch(batch);
      for (const [index, result] of results.entries()) if (result.kind === "executed") acknowledged.add(batch[index]?.id ?? "");
    }
  };
  const singles = async () => {
    for (;;) {
      const transaction = await payBob();
      await client.submit(transaction);
      acknowledged.add(transaction.id);
    }
  };
  await Promise.all([batches(), batches(), singles(), singles(), singles()].map((worker) => worker.catch(() => "the node is gone")));
}

describe(`kill -9 under load (seed ${SEED})`, () => {
  it("loses nothing that was acknowledged, and does nothing twice", { timeout: 120_000 }, async () => {
    const sent: PreparedTransaction[] = [];
    const acknowledged = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const { child, client } = await startChild();
      const known = acknowledged.size;
      const running = load(client, sent, acknowledged);
      await expect.poll(() => acknowledged.size, { interval: 2, timeout: 20_000 }).toBeGreaterThan(known);
      await new Promise((resolve) => setTimeout(resolve, uniformInt(random, 5, 400)));
      child.kill("SIGKILL");
      await once(child, "exit");
      await running;
    }

    // The log, as the last kill left it.
    expect(await verifyChain(join(directory, "data"))).toMatchObject({ holds: true });
    const node = await startNode({ dataDirectory: join(directory, "data"), port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
    const client = new Client(node.url);
    let paid = 0n;
    for (const { id } of sent) {
      const status = await client.transaction(id).then(
        (answer) => answer.status,
        (error: { code: string }) => error.code,
      );
      if (status === "final") paid += 1n;
      else expect([id, status, acknowledged.has(id)]).toEqual([id, "unknown_transaction", false]);
    }
    expect(paid).toBeGreaterThanOrEqual(BigInt(acknowledged.size));
    const balance = async (address: Cast["bob"]["address"]) => BigInt((await client.account(address)).balances[0]?.amountMinor ?? "-1");
    expect(await balance(cast.bob.address)).toBe(paid);
    expect(await balance(cast.alice.address)).toBe(ALICE_MINOR - paid);
    for (const law of (await client.laws()).laws) expect(law).toMatchObject({ holds: true });
    const { headHash, height } = await client.status();
    await node.close();

    const report = await verifyChain(join(directory, "data"));
    expect(report).toMatchObject({ holds: true, mismatch: undefined, headHash, height: BigInt(height) });
    expect(report.transactions).toBeGreaterThanOrEqual(acknowledged.size);
  });
});
