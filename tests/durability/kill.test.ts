import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startNode, verifyChain } from "@sycee/node";
import { ENGINE_OPTIONS } from "@sycee/node/engine";
import { Client, type PreparedTransaction, pay, SyceeError } from "@sycee/sdk";
import { seededDraw } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE_MINOR, CASH, type Cast, castOf, GENESIS_MS, genesisOf } from "../node/economy.ts";
import { scaleOf, tell } from "./scale.ts";

const { seed, count, timeoutMs } = scaleOf(20_261_121, 5);
const draw = seededDraw(seed);

let directory: string;
let cast: Cast;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-kill-"));
  cast = await castOf();
  await writeFile(join(directory, "genesis"), genesisOf(cast));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function startChild(): Promise<{ child: ChildProcess; client: Client }> {
  const script = join(import.meta.dirname, "../node/serve.mjs");
  const options = [join(directory, "data"), join(directory, "genesis"), String(GENESIS_MS)];
  // With the engine's settings of the `sycee` command: a start takes two thirds of the processor time.
  const child = spawn(process.execPath, [...ENGINE_OPTIONS, script, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const [url]: unknown[] = await once(createInterface({ input: child.stdout }), "line");
  return { child, client: new Client(String(url)) };
}

/** What was sent, by id, and which of it was answered as executed. */
interface Ledgerbook {
  readonly sent: Map<string, PreparedTransaction>;
  readonly acknowledged: Set<string>;
}

/** Pays Bob one minor unit at a time, in batches and alone, and sends again what had no answer, until the node is gone. */
async function load(client: Client, { sent, acknowledged }: Ledgerbook): Promise<void> {
  const unanswered = [...sent.values()].slice(-60).filter(({ id }) => !acknowledged.has(id));
  const payBob = async () => {
    const transaction = await client.prepare({
      signers: [cast.alice],
      calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 1n })],
    });
    sent.set(transaction.id, transaction);
    return transaction;
  };
  const again = async () => {
    for (const transaction of unanswered) {
      const expired = await client.submit(transaction).then(() => false, hasExpired);
      if (!expired) acknowledged.add(transaction.id);
    }
  };
  const batches = async () => {
    for (;;) {
      const batch = await Promise.all(Array.from({ length: 1 + draw(30) }, payBob));
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
  // Starts of a busy machine can take longer than the two minutes that a transaction lives; that it was not done either is counted at the end.
  const hasExpired = (error: unknown) => {
    if (error instanceof SyceeError && error.code === "expired") return true;
    throw error;
  };
  const goneOrRefused = (error: unknown) => {
    // A node that dies refuses nothing; a lost connection is told by the client as "unreachable".
    if (!(error instanceof SyceeError) || error.code !== "unreachable") throw error;
  };
  await Promise.all([again(), batches(), singles(), singles()].map((worker) => worker.catch(goneOrRefused)));
}

async function busyAfter(book: Ledgerbook, known: number): Promise<void> {
  await expect.poll(() => book.acknowledged.size, { interval: 2, timeout: 120_000 }).toBeGreaterThan(known);
}

async function killOnce(book: Ledgerbook): Promise<void> {
  const { child, client } = await startChild();
  const known = book.acknowledged.size;
  const running = load(client, book);
  // A load that ends before the kill has been refused something: that is then the failure.
  await Promise.race([busyAfter(book, known), running]);
  expect(book.acknowledged.size).toBeGreaterThan(known);
  await new Promise((resolve) => setTimeout(resolve, draw(250)));
  child.kill("SIGKILL");
  await once(child, "exit");
  await running;
}

/** How many of what was sent is final; nothing that was acknowledged may not be. */
async function countFinal(client: Client, { sent, acknowledged }: Ledgerbook): Promise<bigint> {
  let final = 0n;
  const ids = [...sent.keys()];
  const ask = async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      const status = await client.transaction(id).then(
        (answer) => answer.status,
        (error: { code: string }) => error.code,
      );
      if (status === "final") final += 1n;
      else expect([id, status, acknowledged.has(id)]).toEqual([id, "unknown_transaction", false]);
    }
  };
  await Promise.all(Array.from({ length: 16 }, ask));
  return final;
}

describe(`kill -9 under load (seed ${seed}, ${count} kills)`, () => {
  it("loses nothing that was acknowledged, and does nothing twice", { timeout: timeoutMs(15_000) }, async () => {
    const book: Ledgerbook = { sent: new Map(), acknowledged: new Set() };
    const started = performance.now();
    for (let kill = 1; kill <= count; kill += 1) {
      await killOnce(book);
      if (kill % 50 === 0)
        tell(`${kill} kills, ${book.acknowledged.size} acknowledged, ${Math.round((performance.now() - started) / kill)} ms each`);
    }
    const eachMs = Math.round((performance.now() - started) / count);

    // The log, as the last kill left it.
    expect(await verifyChain(join(directory, "data"))).toMatchObject({ holds: true });
    const node = await startNode({ dataDirectory: join(directory, "data"), port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
    const client = new Client(node.url);
    const paid = await countFinal(client, book);
    expect(paid).toBeGreaterThanOrEqual(BigInt(book.acknowledged.size));
    const balance = async (address: Cast["bob"]["address"]) => BigInt((await client.account(address)).balances[0]?.amountMinor ?? "-1");
    expect(await balance(cast.bob.address)).toBe(paid);
    expect(await balance(cast.alice.address)).toBe(ALICE_MINOR - paid);
    for (const law of (await client.laws()).laws) expect(law).toMatchObject({ holds: true });
    const { headHash, height } = await client.status();
    await node.close();

    const report = await verifyChain(join(directory, "data"));
    expect(report).toMatchObject({ holds: true, mismatch: undefined, headHash, height: BigInt(height) });
    expect(report.transactions).toBeGreaterThanOrEqual(book.acknowledged.size);
    tell(
      `kill -9: seed ${seed}, ${count} kills, ${eachMs} ms each, ${book.sent.size} payments sent, ${book.acknowledged.size} acknowledged, ${paid} final, none lost, none twice`,
    );
  });
});
