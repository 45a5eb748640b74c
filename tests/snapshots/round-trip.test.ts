import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BlockHistory, decodeBlockRecord, openStateCommitment, RootBuilder } from "@sycee/ledger";
import { bytesToHex } from "@sycee/protocol";
import { exportSnapshot, importSnapshot, openChain, startNode, verifyChain } from "@sycee/node";
import { openStorage } from "@sycee/storage";
import { afterAll, describe, expect, test, vi } from "vitest";
import { uniformInt, xoroshiro128plus } from "../money/random.ts";
import { followChain } from "./follow-chain.ts";
import { beginChain } from "./stored-chain.ts";
import { randomPayments, storedEconomyGenesis, temporaryDirectory } from "./stored-economy.ts";

const SEED = Number(process.env["SYCEE_SNAPSHOT_SEED"] ?? 1);
// Nodes start and stop, several times a test.
vi.setConfig({ testTimeout: 120_000 });
const place = temporaryDirectory();
afterAll(place.remove);

async function chainOf(name: string, blocks: number, options: { checkpointEntries?: number; gapMs?: number } = {}): Promise<string> {
  const random = xoroshiro128plus(SEED);
  const directory = join(place.path, name);
  const chain = await beginChain(directory, storedEconomyGenesis(), options.checkpointEntries);
  for (let block = 1; block <= blocks; block += 1) {
    chain.timeMs += options.gapMs ?? 0;
    await chain.block(randomPayments(chain, random, uniformInt(random, 0, 6)));
  }
  await chain.close();
  return directory;
}

/** Headers of a chain by height, and the entries of its state. */
async function contentOf(directory: string) {
  const storage = await openStorage({ directory });
  try {
    const root = new RootBuilder();
    let entries = 0;
    for (let kind = 1; kind <= 15; kind += 1) {
      for (const { key, value } of storage.scan(Uint8Array.of(kind))) {
        root.add(key, value);
        entries += 1;
      }
    }
    const headers = [...storage.records(0n)].map(({ record }) => decodeBlockRecord(record).header);
    return { root: bytesToHex(root.finish()), entries, headers, commitment: bytesToHex(openStateCommitment(storage).root) };
  } finally {
    await storage.close();
  }
}

describe("a snapshot", () => {
  test(`of any height of a chain begins a chain with the state of that height (seed ${SEED})`, async () => {
    const blocks = 30;
    const source = await chainOf("source", blocks, { checkpointEntries: 60, gapMs: 20_000 });
    const { headers } = await contentOf(source);
    const random = xoroshiro128plus(SEED + 1);
    for (const height of [0, blocks, ...Array.from({ length: 6 }, () => uniformInt(random, 1, blocks - 1))]) {
      const file = join(place.path, `${height}.${uniformInt(random, 0, 1e9)}.snapshot`);
      const made = await exportSnapshot({ dataDirectory: source, height: BigInt(height), output: file });
      const target = join(place.path, `from-${height}-${uniformInt(random, 0, 1e9)}`);
      const taken = await importSnapshot({ file, dataDirectory: target });
      const content = await contentOf(target);
      const header = headers[height];
      expect(made.height).toBe(BigInt(height));
      expect(content.root).toBe(bytesToHex(header?.stateRoot ?? new Uint8Array()));
      expect(content.commitment).toBe(content.root);
      expect(content.headers.at(-1)).toEqual(header);
      expect(content.entries).toBe(made.entries);
      expect({ ...taken, path: "" }).toEqual({ ...made, path: "" });
      rmSync(file);
    }
  });

  test("makes a chain that takes the next blocks of the old one, and comes to the same", async () => {
    const source = await chainOf("to-follow", 20);
    const file = join(place.path, "follow.snapshot");
    const target = join(place.path, "followed");
    await exportSnapshot({ dataDirectory: source, height: 12n, output: file });
    await importSnapshot({ file, dataDirectory: target });
    const [from, to] = [await openStorage({ directory: source }), await openStorage({ directory: target })];
    const ledger = followChain(from, to);
    expect(ledger.head?.height).toBe(20n);
    // Blocks from the snapshot on are proved under the newest header, those before it nowhere here.
    const history = new BlockHistory(to, ledger.head);
    for (let height = 12; height < 20; height += 1) expect(history.path(height, 20).siblings.length).toBeGreaterThan(0);
    expect(() => history.path(3, 20)).toThrow("pruned");
    await Promise.all([from.close(), to.close()]);
  });

  test("starts a node that answers for its blocks, remembers their transactions, and goes on", async () => {
    const source = await chainOf("to-serve", 6);
    const file = join(place.path, "serve.snapshot");
    const target = join(place.path, "served");
    const { headHash } = await exportSnapshot({ dataDirectory: source, output: file });
    await importSnapshot({ file, dataDirectory: target, trust: Buffer.from(headHash.slice(2), "hex") });
    const node = await startNode({ dataDirectory: target, port: 0, quiet: true, clock: { startMs: 0 } });
    try {
      const latest = await fetch(`${node.url}/v1/blocks/latest`);
      expect(await latest.json()).toMatchObject({ height: "6", hash: headHash });
      const laws = (await (await fetch(`${node.url}/v1/laws`)).json()) as { laws: { holds: boolean }[] };
      expect(laws.laws.map(({ holds }) => holds)).toEqual([true, true, true, true]);
    } finally {
      await node.close();
    }
  });

  test("starts a node that does not say never of what may be in a block that it does not have", async () => {
    const source = await chainOf("to-ask", 12, { gapMs: 30_000 });
    const file = join(place.path, "ask.snapshot");
    const target = join(place.path, "asked");
    await exportSnapshot({ dataDirectory: source, output: file });
    await importSnapshot({ file, dataDirectory: target });
    const { timeMs } = (await contentOf(source)).headers[2] ?? { timeMs: 0n };
    const asked = `/v1/transactions/0x${"5a".repeat(32)}?expiryMs=${timeMs + 60_000n}`;
    for (const [dataDirectory, expected] of [
      [source, { status: "never" }],
      [target, { code: "pruned", status: 410 }],
    ] as const) {
      const node = await startNode({ dataDirectory, port: 0, quiet: true, clock: { startMs: 0 } });
      try {
        expect(await (await fetch(`${node.url}${asked}`)).json()).toMatchObject(expected);
      } finally {
        await node.close();
      }
    }
  });

  test("rebuilds a checkpoint that was lost, also where the log cannot", async () => {
    const source = await chainOf("to-lose", 12, { gapMs: 30_000 });
    const file = join(place.path, "lose.snapshot");
    const target = join(place.path, "lost");
    await exportSnapshot({ dataDirectory: source, output: file });
    await importSnapshot({ file, dataDirectory: target });
    const before = await contentOf(target);
    expect(before.headers[0]?.height).toBeGreaterThan(0n);
    rmSync(join(target, "state"), { recursive: true });
    const node = await startNode({ dataDirectory: target, port: 0, quiet: true, clock: { startMs: 0 } });
    await node.close();
    expect(await contentOf(target)).toEqual(before);
    rmSync(join(target, "state"), { recursive: true });
    rmSync(join(target, "snapshots"), { recursive: true });
    await expect(startNode({ dataDirectory: target, port: 0, quiet: true })).rejects.toThrow("no sound snapshot lies beside it");
    expect(existsSync(source)).toBe(true);
    expect((await verifyChain(source)).holds).toBe(true);
    expect(readdirSync(place.path).filter((name) => name.includes("importing"))).toEqual([]);
  });
});

describe("the genesis document beside an imported chain", () => {
  test("is held to the chain's id: another begins no node and goes into no snapshot", async () => {
    const file = join(place.path, "imported.snapshot");
    await exportSnapshot({ dataDirectory: await chainOf("begun", 5, { gapMs: 100_000 }), output: file });
    const directory = join(place.path, "damaged-genesis");
    await importSnapshot({ file, dataDirectory: directory });
    const path = join(directory, "genesis.bcs");
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(openChain(directory, undefined)).rejects.toThrow("not that of its chain");
    await expect(exportSnapshot({ dataDirectory: directory, output: join(place.path, "no.snapshot") })).rejects.toMatchObject({
      code: "snapshot_wrong_chain",
    });
    expect(existsSync(join(place.path, "no.snapshot"))).toBe(false);
  });
});
