import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pruneRecord } from "@sycee/ledger";
import { backupChain, exportSnapshot, NodeStartError, restoreChain, startNode, verifyChain } from "@sycee/node";
import { Client, type PreparedTransaction, pay } from "@sycee/sdk";
import { pruneLogSegment } from "@sycee/storage";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALICE_MINOR, CASH, castOf, type Economy, GENESIS_MS, genesisOf, startEconomy } from "../node/economy.ts";
import { LedgerRun } from "./ledger-run.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-backup-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const inside = (name: string) => join(directory, name);

async function payments(economy: Economy, count: number): Promise<PreparedTransaction[]> {
  return Promise.all(
    Array.from({ length: count }, () =>
      economy.client.prepare({ signers: [economy.alice], calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })] }),
    ),
  );
}

/** Pays in batches until `done` is aborted; every id that was answered is in the list it returns. */
function keepPaying(economy: Economy, done: AbortSignal): { readonly acknowledged: string[]; readonly ended: Promise<void> } {
  const acknowledged: string[] = [];
  const run = async () => {
    while (!done.aborted) {
      const batch = await payments(economy, 20);
      const results = await economy.client.submitBatch(batch);
      for (const [index, result] of results.entries()) if (result.kind === "executed") acknowledged.push(batch[index]?.id ?? "");
    }
  };
  return { acknowledged, ended: run() };
}

describe("a backup that is made under load", () => {
  it("restores to a prefix with everything that was acknowledged before it began, and a later one adds what is new", {
    timeout: 120_000,
  }, async () => {
    const economy = await startEconomy({ dataDirectory: inside("data") });
    const done = new AbortController();
    const load = keepPaying(economy, done.signal);
    await expect.poll(() => load.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(100);
    const before = [...load.acknowledged];
    const first = await backupChain(inside("data"), inside("backup"));
    cpSync(inside("backup"), inside("first"), { recursive: true });
    const between = [...load.acknowledged];
    const second = await backupChain(inside("data"), inside("backup"));
    done.abort();
    await load.ended;
    expect(BigInt(second.lastHeight)).toBeGreaterThanOrEqual(BigInt(first.lastHeight));
    expect(second.chainId).toBe(first.chainId);
    const { bob, alice } = economy;
    await economy.end();

    for (const [backup, known, report] of [["first", before, first] as const, ["backup", between, second] as const]) {
      const restored = await restoreChain(inside(backup), inside(`${backup}-restored`));
      expect(restored).toMatchObject({
        height: BigInt(report.lastHeight),
        headHash: report.headHash,
        stateRoot: report.stateRoot,
        replaced: undefined,
      });
      expect(await verifyChain(inside(`${backup}-restored`))).toMatchObject({ holds: true, headHash: report.headHash });
      const node = await startNode({ dataDirectory: inside(`${backup}-restored`), port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
      const client = new Client(node.url);
      for (const id of known) expect(await client.transaction(id)).toMatchObject({ status: "final" });
      const [toBob, ofAlice] = await Promise.all([client.account(bob.address), client.account(alice.address)]);
      const paid = BigInt(toBob.balances[0]?.amountMinor ?? "-1");
      expect(paid).toBeGreaterThanOrEqual(BigInt(known.length));
      expect(BigInt(ofAlice.balances[0]?.amountMinor ?? "-1")).toBe(ALICE_MINOR - paid);
      await node.close();
    }
  });
});

/** A chain of some segments, the last block's file not full. */
async function segmentedChain(): Promise<void> {
  const chain = await new LedgerRun().open(inside("data"), {});
  for (let block = 0; block < 12; block += 1) await chain.next();
  await chain.storage.close();
}

/** A backup of a chain of a few blocks, and its stopped node's directory. */
async function smallBackup(): Promise<void> {
  const economy = await startEconomy({ dataDirectory: inside("data") });
  writeFileSync(inside("data/keys.json"), "secret");
  mkdirSync(inside("data/dev"));
  writeFileSync(inside("data/dev/names"), "beside the log");
  for (const transaction of await payments(economy, 3)) await economy.client.submit(transaction);
  await economy.node.close();
  await backupChain(inside("data"), inside("backup"));
}

describe("a restore", () => {
  it("does not replace a chain unless told to, and then puts it aside", async () => {
    await smallBackup();
    await expect(restoreChain(inside("backup"), inside("data"))).rejects.toThrow(/not empty.*--force/);
    const { replaced } = await restoreChain(inside("backup"), inside("data"), { replace: true });
    expect(readdirSync(replaced ?? "")).toContain("log");
    // What lies beside the log comes along; keys do not.
    expect(readFileSync(inside("data/dev/names"), "utf8")).toBe("beside the log");
    expect(existsSync(inside("data/keys.json"))).toBe(false);
    const node = await startNode({ dataDirectory: inside("data"), port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
    await expect(restoreChain(inside("backup"), inside("data"), { replace: true })).rejects.toThrow("in use by process");
    await node.close();
  });

  it("refuses a backup any of whose bytes changed, and leaves nothing", async () => {
    await smallBackup();
    const log = inside("backup/log/0000000000000000.log");
    const whole = readFileSync(log);
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 25)) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(log, damaged);
      await expect(restoreChain(inside("backup"), inside("new"))).rejects.toThrow(/0000.log is damaged/);
    }
    truncateSync(log, whole.length - 1);
    await expect(restoreChain(inside("backup"), inside("new"))).rejects.toThrow(/0000.log is damaged/);
    rmSync(log);
    await expect(restoreChain(inside("backup"), inside("new"))).rejects.toThrow(/missing from the backup/);
    expect([existsSync(inside("new")), existsSync(inside("new.restoring"))]).toEqual([false, false]);
    // What a later, interrupted backup added is not part of it.
    writeFileSync(log, whole);
    appendFileSync(log, "half a frame");
    expect(await restoreChain(inside("backup"), inside("new"))).toMatchObject({ height: 3n });
    writeFileSync(inside("backup/backup.json"), "{}");
    await expect(restoreChain(inside("backup"), inside("newer"))).rejects.toThrow(/backup.json is damaged/);
    rmSync(inside("backup/backup.json"));
    await expect(restoreChain(inside("backup"), inside("newer"))).rejects.toThrow(NodeStartError);
  });
});

describe("a restore", () => {
  it("takes nothing that the log does not vouch for, whatever the manifest lists", async () => {
    await smallBackup();
    const path = inside("backup/backup.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as { files: { name: string; bytes: number; sha256: string }[] };
    const [file] = manifest.files;
    for (const name of [
      "state/data.mdb",
      "log/0000000000000000.idx",
      "../outside",
      "dev/../../outside",
      "dev/a/b",
      "keys.json",
      "lock",
      "",
    ]) {
      writeFileSync(path, JSON.stringify({ ...manifest, files: [...manifest.files, { ...file, name }] }));
      await expect(restoreChain(inside("backup"), inside("new")), name).rejects.toThrow(/backup.json is damaged/);
    }
  });

  it("puts nothing in the place of what began there meanwhile", async () => {
    await smallBackup();
    mkdirSync(inside("new"));
    const onProgress = () => writeFileSync(inside("new/begun"), "by somebody else");
    await expect(restoreChain(inside("backup"), inside("new"), { onProgress })).rejects.toThrow(/not any more/);
    expect(readdirSync(inside("new"))).toEqual(["begun"]);
    expect(existsSync(inside("new.restoring"))).toBe(false);
  });
});

describe("a backup", () => {
  it("is not made over one that has blocks which the chain does not have", async () => {
    const economy = await startEconomy({ dataDirectory: inside("data") });
    const [first, second, other] = await payments(economy, 3);
    if (first === undefined || second === undefined || other === undefined) throw new Error("there are three payments");
    await economy.client.submit(first);
    cpSync(inside("data"), inside("older"), { recursive: true, filter: (path) => !/data\/(lock|state)/.test(path) });
    await economy.client.submit(second);
    await economy.node.close();
    const { headHash } = await backupChain(inside("data"), inside("backup"));

    await expect(backupChain(inside("older"), inside("backup"))).rejects.toThrow(/up to block \d+ .* older copy/);
    const node = await startNode({ dataDirectory: inside("older"), port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
    await new Client(node.url).submit(other);
    await node.close();
    await expect(backupChain(inside("older"), inside("backup"))).rejects.toThrow(/has another block \d+, 0x[0-9a-f]{64}/);
    expect(await restoreChain(inside("backup"), inside("new"))).toMatchObject({ headHash });
    expect(await backupChain(inside("data"), inside("backup"))).toMatchObject({ headHash });
  });

  it("takes along files of any name, and none that is called after keys", async () => {
    await smallBackup();
    const taken = ["notes (1) ~.txt", "a..b", "帳.bcs"];
    for (const name of [...taken, "backup.json", "old-keys.json", "dev/operator.key"]) writeFileSync(inside(`data/${name}`), name);
    await backupChain(inside("data"), inside("backup"));
    await restoreChain(inside("backup"), inside("new"));
    for (const name of taken) expect(readFileSync(inside(`new/${name}`), "utf8")).toBe(name);
    expect(readdirSync(inside("new")).sort()).toEqual([...taken, "dev", "log", "state"].sort());
    expect(readdirSync(inside("new/dev"))).toEqual(["names"]);
  });

  it("that is interrupted leaves the earlier one as it was, also where segments were pruned since", async () => {
    await segmentedChain();
    const { headHash } = await backupChain(inside("data"), inside("backup"));
    await pruneLogSegment(inside("data/log"), 0n, pruneRecord);
    const interrupt = ({ stage }: { stage: string }) => {
      if (stage === "checking") throw new Error("interrupted");
    };
    await expect(backupChain(inside("data"), inside("backup"), interrupt)).rejects.toThrow("interrupted");
    expect(await restoreChain(inside("backup"), inside("first"))).toMatchObject({ headHash });
    await backupChain(inside("data"), inside("backup"));
    expect(readdirSync(inside("backup/log")).filter((name) => name.startsWith("0000000000000000"))).toEqual(["0000000000000000.pruned"]);
    expect(await restoreChain(inside("backup"), inside("second"))).toMatchObject({ headHash });
  });

  it("has snapshots of blocks that its log has, also when a node lets go of them meanwhile", async () => {
    await segmentedChain();
    mkdirSync(inside("data/snapshots"));
    const { path } = await exportSnapshot({ dataDirectory: inside("data"), output: inside("data/snapshots") });
    const { files } = await backupChain(inside("data"), inside("backup"), () => rmSync(path, { force: true }));
    expect(files.map(({ name }) => name)).toContain("snapshots/0000000000000012.snapshot");
    await backupChain(inside("data"), inside("backup"));
    expect(readdirSync(inside("backup/snapshots"))).toEqual([]);
  });

  it("is not made of nothing, nor of a damaged log, nor over that of another chain", async () => {
    await expect(backupChain(inside("nothing"), inside("backup"))).rejects.toThrow(NodeStartError);
    await smallBackup();
    const before = readFileSync(inside("backup/backup.json"), "utf8");
    const log = inside("data/log/0000000000000000.log");
    const bytes = readFileSync(log);
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
    writeFileSync(log, bytes);
    await expect(backupChain(inside("data"), inside("backup"))).rejects.toThrow(/0000.log at byte \d+: .*block 0 is damaged/);
    expect(readFileSync(inside("backup/backup.json"), "utf8")).toBe(before);
    const genesis = genesisOf(await castOf(), GENESIS_MS + 1);
    const other = await startNode({ dataDirectory: inside("other"), genesis, port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
    await other.close();
    await expect(backupChain(inside("other"), inside("backup"))).rejects.toThrow(/another chain/);
    expect(await restoreChain(inside("backup"), inside("restored"))).toMatchObject({ height: 3n });
  });
});
