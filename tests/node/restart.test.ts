import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NodeOptions, NodeStartError, startNode, verifyChain, type VerifyProgress } from "@sycee/node";
import { Client, pay, setPerforming } from "@sycee/sdk";
import { open } from "lmdb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Cast, castOf, GENESIS_MS, genesisOf, startEconomy } from "./economy.ts";

let directory: string;
let cast: Cast;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-restart-"));
  cast = await castOf();
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

const start = (name: string, options: Partial<NodeOptions> = {}) =>
  startNode({ port: 0, quiet: true, clock: { startMs: GENESIS_MS }, ...options, dataDirectory: join(directory, name) });

/** Damages the checkpoint: the first resource at an address (or the first of all) is no longer found. */
async function hideFirstEntryAt(name: string, address: `0x${string}`): Promise<void> {
  const path = join(directory, name, "state", "data.mdb");
  const database = open<Buffer, Buffer>({ path, keyEncoding: "binary", encoding: "binary", overlappingSync: false });
  const start = Buffer.concat([Buffer.of(1), Buffer.from(address.slice(2), "hex")]);
  const [key] = database.getKeys({ start, limit: 1 });
  if (key === undefined) throw new Error("the checkpoint has entries");
  await database.remove(Buffer.from(key));
  await database.flushed;
  await database.close();
}

describe("a node that is stopped and started", () => {
  it("has everything it had, and goes on from its last block's time", async () => {
    const genesis = genesisOf(cast);
    const first = await start("kept", { genesis });
    const before = new Client(first.url);
    const transaction = await before.prepare({
      signers: [cast.alice],
      calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 7n })],
    });
    const receipt = await before.submit(transaction);
    const head = await before.status();
    const account = await before.account(cast.bob.address);
    await first.close();

    const second = await start("kept");
    const metrics = await (await fetch(`${second.url}/metrics`)).text();
    expect(metrics).toContain(`\nsycee_height ${head.height}\n`);
    expect(metrics).toContain(`\nsycee_checkpoint_height ${head.height}\n`);
    expect(metrics).toContain("\nsycee_blocks_total 0\n");
    const after = new Client(second.url);
    const status = await after.status();
    expect(status).toMatchObject({ chainId: head.chainId, height: head.height, headHash: head.headHash, stateRoot: head.stateRoot });
    expect(Number(status.timeMs)).toBeLessThan(Number(head.headTimeMs) + 10_000);
    expect(await after.account(cast.bob.address)).toEqual(account);
    expect(await after.submit(transaction)).toEqual(receipt);
    expect(await after.transaction(transaction.id)).toEqual({ status: "final", receipt });
    expect(await after.account(cast.bob.address)).toEqual(account);
    await second.close();
    const third = await start("kept", { genesis });
    expect(third.height()).toBe(BigInt(head.height));
    await third.close();
  });

  it("answers all that it had accepted before it stops", async () => {
    const economy = await startEconomy();
    const batch = await Promise.all(
      Array.from({ length: 300 }, () =>
        economy.client.prepare({
          signers: [economy.alice],
          calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
        }),
      ),
    );
    const answers = batch.map((transaction) => economy.client.submit(transaction));
    await answers[0];
    const late = Promise.allSettled(answers);
    await economy.end();
    for (const answer of await late) {
      if (answer.status === "fulfilled") expect(answer.value.status).toBe("executed");
      else expect(["stopping", "unreachable"]).toContain(answer.reason.code);
    }
  });

  it("never executes what it called expired, though its clock was set back", async () => {
    const first = await start("expired", { genesis: genesisOf(cast) });
    const client = new Client(first.url);
    const late = await client.prepare({
      signers: [cast.alice],
      calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 7n })],
      expiresInMs: 2_500,
    });
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    await expect(client.submit(late)).rejects.toMatchObject({ code: "expired" });
    const [batched] = await client.submitBatch([late]);
    expect(batched).toMatchObject({ kind: "rejected", code: "expired" });
    await first.close();
    // A simulated clock begins again at the last block's time.
    const second = await start("expired");
    await expect(new Client(second.url).submit(late)).rejects.toMatchObject({ code: "expired" });
    expect(await new Client(second.url).transaction(late.id, { expiryMs: late.expiryMs })).toEqual({ status: "never" });
    await second.close();
    expect(await verifyChain(join(directory, "expired"))).toMatchObject({ holds: true });
  });

  it("does not start on nothing, on another genesis, or twice in one directory", async () => {
    await expect(start("nothing")).rejects.toThrow(NodeStartError);
    const node = await start("mine", { genesis: genesisOf(cast) });
    await expect(start("mine")).rejects.toThrow(NodeStartError);
    await node.close();
    await expect(start("mine", { genesis: genesisOf(cast, GENESIS_MS + 1) })).rejects.toThrow(/another genesis/);
    await (await start("mine")).close();
  });

  it("does not listen where another does", async () => {
    const node = await start("here", { genesis: genesisOf(cast) });
    await expect(start("there", { genesis: genesisOf(cast), port: Number(new URL(node.url).port) })).rejects.toThrow(NodeStartError);
    await node.close();
  });
});

describe("a node whose clock is far behind the ledger's time", () => {
  it("answers a transaction that is final with its receipt, though its expiry seems too far ahead", async () => {
    const ahead = await start("ahead", { genesis: genesisOf(cast), clock: { startMs: Date.now() + 600_000 } });
    const client = new Client(ahead.url);
    const payment = { signers: [cast.alice], calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 7n })] };
    const taken = await client.prepare(payment);
    const lost = await client.prepare(payment);
    const receipt = await client.submit(taken);
    await ahead.close();

    const behind = await start("ahead", { clock: undefined });
    const later = new Client(behind.url);
    expect(await later.submit(taken)).toEqual(receipt);
    await expect(later.submit(lost)).rejects.toMatchObject({ code: "expiry_too_far" });
    expect(await later.submitBatch([lost, taken])).toMatchObject([{ kind: "rejected", code: "expiry_too_far" }, { kind: "executed" }]);
    await behind.close();
  });
});

describe("a chain, verified", () => {
  it("replays to the same roots, with progress", async () => {
    const node = await start("verified", { genesis: genesisOf(cast) });
    const client = new Client(node.url);
    for (const amountMinor of [1n, 10n ** 12n, 3n]) {
      const transaction = await client.prepare({
        signers: [cast.alice],
        calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor })],
      });
      await client.submitBatch([transaction, transaction]);
    }
    const { headHash, stateRoot } = await client.status();
    await node.close();
    const told: VerifyProgress[] = [];
    const report = await verifyChain(join(directory, "verified"), { onProgress: (progress) => told.push(progress) });
    expect(report).toMatchObject({ holds: true, blocks: 4n, height: 3n, headHash, stateRoot, mismatch: undefined });
    expect(told.at(-1)).toMatchObject({ height: 3n, lastHeight: 3n });
  });

  it("whose checkpoint hides an entry is not what its log says, and comes back from the log", async () => {
    await (await start("hidden", { genesis: genesisOf(cast) })).close();
    await hideFirstEntryAt("hidden", "0x");
    const report = await verifyChain(join(directory, "hidden"));
    expect(report).toMatchObject({ holds: false, mismatch: { in: "checkpoint", height: 0n } });
    await rm(join(directory, "hidden", "state"), { recursive: true });
    expect(await verifyChain(join(directory, "hidden"))).toMatchObject({ holds: true, mismatch: undefined });
    await (await start("hidden")).close();
    expect(await verifyChain(join(directory, "hidden"))).toMatchObject({ holds: true, mismatch: undefined });
    // The chain is opened five times.
  }, 60_000);

  it("whose recount breaks a law stops its node, with the evidence", async () => {
    await (await start("robbed", { genesis: genesisOf(cast) })).close();
    await hideFirstEntryAt("robbed", cast.alice.address);
    const node = await start("robbed");
    const [money] = (await new Client(node.url).laws()).laws;
    expect(money).toMatchObject({ law: 1, holds: false });
    expect(await node.failed).toMatch(/A recount at block 0 breaks law 1 .*"holds":false/);
    await node.close();
  });

  it("on which an asset has failed is sound, with its cover breached", async () => {
    const node = await start("failed-asset", { genesis: genesisOf(cast) });
    const client = new Client(node.url);
    await client.send({ signers: [cast.bank], calls: [setPerforming({ asset: 1n, performing: false })] });
    const cover = { law: 2, holds: true, evidence: [expect.objectContaining({ cover: "breached" })] };
    expect((await client.laws()).laws[1]).toMatchObject(cover);
    await node.close();
    const report = await verifyChain(join(directory, "failed-asset"));
    expect(report.laws[1]).toMatchObject(cover);
    expect(report.holds).toBe(true);
  });

  it("that is not there is no chain", async () => {
    await expect(verifyChain(join(directory, "no such"))).rejects.toThrow(NodeStartError);
    const empty = await mkdtemp(join(directory, "empty-"));
    await expect(verifyChain(empty)).rejects.toThrow(NodeStartError);
    expect(await readdir(empty)).toEqual([]);
  });
});
