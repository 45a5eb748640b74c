import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backupChain, restoreChain, startNode, verifyChain } from "@sycee/node";
import { Client, type PreparedTransaction, pay } from "@sycee/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CASH, castOf, GENESIS_MS, genesisOf } from "../node/economy.ts";

const SEGMENT_BYTES = 20_000;

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-retention-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const prunedSegments = (data: string) => readdirSync(join(data, "log")).filter((name) => name.endsWith(".pruned"));

/** A chain of some segments of payments, stopped; the ids of its payments in order. */
async function oldChain(data: string): Promise<PreparedTransaction[]> {
  const cast = await castOf();
  const node = await startNode({
    dataDirectory: data,
    genesis: genesisOf(cast),
    port: 0,
    quiet: true,
    clock: { startMs: GENESIS_MS },
    segmentBytes: SEGMENT_BYTES,
  });
  const client = new Client(node.url);
  const sent: PreparedTransaction[] = [];
  for (let payment = 0; payment < 60; payment += 1) {
    const transaction = await client.prepare({
      signers: [cast.alice],
      calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 1n })],
    });
    await client.submit(transaction);
    sent.push(transaction);
  }
  await node.close();
  return sent;
}

/** Starts a node whose clock is the machine's, months after the payments, and pays once, so that the ledger's time is today. */
async function startToday(data: string, blocks: number) {
  const node = await startNode({ dataDirectory: data, port: 0, quiet: true, segmentBytes: SEGMENT_BYTES, retainReceipts: { blocks } });
  const client = new Client(node.url);
  const { alice, bob } = await castOf();
  const transaction = await client.prepare({ signers: [alice], calls: [pay({ payee: bob.address, instrument: CASH, amountMinor: 1n })] });
  await client.submit(transaction);
  return { node, client, transaction, bob };
}

describe("receipts that are no longer kept", () => {
  it("are answered as pruned; balances, headers, verification, backup and recovery from the log stay", { timeout: 120_000 }, async () => {
    const data = join(directory, "data");
    const sent = await oldChain(data);
    const { node, client, transaction, bob } = await startToday(data, 20);
    await expect.poll(() => prunedSegments(data).length, { timeout: 40_000, interval: 200 }).toBeGreaterThan(1);
    const [first] = sent;
    const pruned = { code: "pruned", number: 5007 };
    await expect(client.transaction(first?.id ?? "0x")).rejects.toMatchObject(pruned);
    // Whoever sends it again learns that it is final, not that it never was.
    await expect(client.submit(first ?? transaction)).rejects.toMatchObject(pruned);
    expect((await client.submitBatch([first ?? transaction]))[0]).toMatchObject({ kind: "rejected", code: "pruned" });
    expect((await fetch(`${node.url}/v1/transactions/${first?.id}`)).status).toBe(410);
    expect((await fetch(`${node.url}/v1/blocks/1`)).status).toBe(410);
    expect(await client.transaction(sent.at(-1)?.id ?? "0x")).toMatchObject({ status: "final" });
    expect(await client.transaction(transaction.id)).toMatchObject({ status: "final" });
    const { blocks } = (await (await fetch(`${node.url}/v1/blocks?from=0&limit=100`)).json()) as { blocks: { height: string }[] };
    expect(blocks.length).toBe(62);
    const balances = await client.account(bob.address);
    const { headHash } = await client.status();
    await node.close();

    const report = await verifyChain(data);
    expect(report).toMatchObject({ holds: true, mismatch: undefined, headHash, blocks: 62n });
    expect(report.notExecuted).toBeGreaterThan(20n);
    expect(report.notExecuted).toBeLessThan(62n);

    await backupChain(data, join(directory, "backup"));
    const restored = join(directory, "restored");
    await restoreChain(join(directory, "backup"), restored);
    rmSync(join(restored, "state"), { recursive: true });
    const again = await startToday(restored, 1_000_000);
    expect((await again.client.account(bob.address)).balances[0]?.amountMinor).toBe(
      String(BigInt(balances.balances[0]?.amountMinor ?? "") + 1n),
    );
    await expect(again.client.transaction(first?.id ?? "0x")).rejects.toMatchObject(pruned);
    await again.node.close();
  });

  it("are none that replay protection rests on, whatever the policy says", { timeout: 60_000 }, async () => {
    const data = join(directory, "data");
    const cast = await castOf();
    const options = {
      dataDirectory: data,
      port: 0,
      quiet: true,
      segmentBytes: SEGMENT_BYTES,
      clock: { startMs: GENESIS_MS },
      retainReceipts: { blocks: 1 },
    };
    const node = await startNode({ ...options, genesis: genesisOf(cast) });
    const client = new Client(node.url);
    const sent: PreparedTransaction[] = [];
    for (let payment = 0; payment < 40; payment += 1) {
      const transaction = await client.prepare({
        signers: [cast.alice],
        calls: [pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 1n })],
      });
      await client.submit(transaction);
      sent.push(transaction);
    }
    await node.close();
    const second = await startNode(options);
    // Longer than it takes to look for what may go.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(prunedSegments(data)).toEqual([]);
    const [first] = sent;
    expect(first === undefined ? undefined : await new Client(second.url).submit(first)).toMatchObject({ status: "executed" });
    await second.close();
  });
});
