import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startNode, verifyChain } from "@sycee/node";
import { Client, type PreparedTransaction, pay, SyceeError } from "@sycee/sdk";
import { seededDraw } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scaleOf, tell } from "../durability/scale.ts";
import { ALICE_MINOR, CASH, type Cast, castOf, GENESIS_MS, genesisOf } from "../node/economy.ts";

const PAYMENTS_A_ROUND = 30;
const { seed, count, timeoutMs } = scaleOf(20_261_131, 400);
const RESENDS_A_ROUND = Math.min(count, 800);
const draw = seededDraw(seed);

let directory: string;
let cast: Cast;
let running: ChildProcess | undefined;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-resends-"));
  cast = await castOf();
  await writeFile(join(directory, "genesis"), genesisOf(cast));
});
afterAll(async () => {
  running?.kill("SIGKILL");
  await rm(directory, { recursive: true, force: true });
});

async function startChild(): Promise<{ child: ChildProcess; client: Client }> {
  const script = join(import.meta.dirname, "../node/serve.mjs");
  const child = spawn(process.execPath, [script, join(directory, "data"), join(directory, "genesis"), String(GENESIS_MS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running = child;
  const [url]: unknown[] = await once(createInterface({ input: child.stdout }), "line");
  return { child, client: new Client(String(url)) };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** A payment, another body under the same nonce, and where the ledger said that the payment is. */
interface Payment {
  readonly first: PreparedTransaction;
  readonly other: PreparedTransaction;
  readonly places: Set<string>;
}

let lastNonce = 5_000_000n;
async function paymentOf(client: Client): Promise<Payment> {
  lastNonce += 1n;
  const nonce = lastNonce;
  const make = (amountMinor: bigint) =>
    client.prepare({
      signers: [cast.alice],
      calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor })],
      nonce,
      expiresInMs: 110_000,
    });
  return { first: await make(1n), other: await make(1_000n), places: new Set() };
}

/** Sends payments again and again, alone and in batches, also twice in one batch, and other bodies where the first is known to be final. */
async function resend(client: Client, payments: readonly Payment[], resends: number): Promise<number> {
  let sent = 0;
  const some = () => payments[draw(payments.length)] ?? raise("there are no payments");
  const single = async () => {
    const payment = some();
    if (payment.places.size > 0 && draw(3) === 0) {
      const answer: unknown = await client.submit(payment.other).catch((error: unknown) => error);
      if (answer instanceof SyceeError && answer.code === "unreachable") throw answer;
      expect(answer).toMatchObject({ code: "nonce_used" });
      return;
    }
    sent += 1;
    const receipt = await client.submit(payment.first);
    expect(receipt.status).toBe("executed");
    payment.places.add(`${receipt.height}/${receipt.index}`);
  };
  const batch = async () => {
    const chosen = Array.from({ length: 1 + draw(20) }, some);
    sent += chosen.length;
    const results = await client.submitBatch(chosen.map(({ first }) => first));
    for (const [index, result] of results.entries()) {
      if (result.kind !== "executed") throw new Error(`a payment was sent again and is ${JSON.stringify(result.kind)}`);
      chosen[index]?.places.add(`${result.height}/${result.index}`);
    }
  };
  const lane = async () => {
    while (sent < resends) await (draw(3) === 0 ? batch() : single());
  };
  await Promise.all([lane(), lane(), lane(), lane()].map(untilItIsGone));
  return sent;
}

// Other errors than a lost node are the test's.
async function untilItIsGone(lane: Promise<void>): Promise<void> {
  await lane.catch((error: unknown) => {
    if (!(error instanceof SyceeError) || error.code !== "unreachable") throw error;
  });
}

function raise(message: string): never {
  throw new Error(message);
}

async function checkOneEffect(client: Client, { first, other, places }: Payment): Promise<void> {
  const receipt = await client.submit(first);
  places.add(`${receipt.height}/${receipt.index}`);
  expect([first.id, [...places]]).toEqual([first.id, [`${receipt.height}/${receipt.index}`]]);
  await expect(client.submit(other)).rejects.toMatchObject({ code: "nonce_used" });
}

describe(`${count} resends across kills (seed ${seed})`, () => {
  it("have one effect, and another body under the same nonce has none", { timeout: timeoutMs(200) }, async () => {
    let sent = 0;
    let kills = 0;
    const all: Payment[] = [];
    while (sent < count) {
      const before = await startChild();
      const payments = await Promise.all(Array.from({ length: PAYMENTS_A_ROUND }, () => paymentOf(before.client)));
      const resending = resend(before.client, payments, RESENDS_A_ROUND);
      await new Promise((resolve) => setTimeout(resolve, draw(400)));
      await kill(before.child);
      const lost = await resending;
      const after = await startChild();
      sent += lost + (await resend(after.client, payments, Math.max(PAYMENTS_A_ROUND, RESENDS_A_ROUND - lost)));
      await Promise.all(payments.map((payment) => checkOneEffect(after.client, payment)));
      await kill(after.child);
      kills += 2;
      all.push(...payments);
    }
    const node = await startNode({ dataDirectory: join(directory, "data"), port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
    const client = new Client(node.url);
    const balance = async (who: keyof Cast) => BigInt((await client.account(cast[who].address)).balances[0]?.amountMinor ?? "-1");
    expect(await balance("bob")).toBe(BigInt(all.length));
    expect(await balance("alice")).toBe(ALICE_MINOR - BigInt(all.length));
    await node.close();
    expect(await verifyChain(join(directory, "data"))).toMatchObject({ holds: true });
    tell(`${sent} resends of ${all.length} payments across ${kills} kills: each has one effect (seed ${seed})`);
  });
});
