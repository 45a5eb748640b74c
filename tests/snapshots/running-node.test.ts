import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { pruneSnapshots, retainedSnapshots, startNode } from "@sycee/node";
import { pay } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CASH, type Economy, startEconomy } from "../node/economy.ts";
import { temporaryDirectory } from "./stored-economy.ts";

const SYCEE = fileURLToPath(new URL("../../apps/cli/dist/main.js", import.meta.url));
// Nodes start and stop, several times a test.
vi.setConfig({ testTimeout: 120_000 });
const place = temporaryDirectory();
let economy: Economy;

beforeAll(async () => {
  economy = await startEconomy({ dataDirectory: join(place.path, "source"), snapshots: { everyBlocks: 4, keep: 2 } });
});
afterAll(async () => {
  await economy.end();
  place.remove();
});

function sycee(...words: string[]): { readonly code: number | null; readonly out: Record<string, unknown> } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SYCEE, ...words, "--json"], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return { code: status, out: JSON.parse(stdout) as Record<string, unknown> };
}

async function payments(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await economy.client.send({
      signers: [economy.alice],
      calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
    });
  }
}

describe("beside a running node", () => {
  test("a snapshot is made of a durable block, and begins a node that remembers what was sent", async () => {
    await payments(3);
    const file = join(place.path, "now.snapshot");
    const made = sycee("snapshot", "export", "--data", economy.directory, "-o", file);
    expect(made.code).toBe(0);
    const height = Number(made.out["height"]);
    expect(BigInt(height)).toBe(economy.node.height());
    const { hash } = (await (await fetch(`${economy.node.url}/v1/blocks/${height}`)).json()) as { hash: string };
    expect(made.out["headHash"]).toBe(hash);
    const target = join(place.path, "copy");
    expect(sycee("snapshot", "import", file, "--data", target, "--trust", `0x${"00".repeat(32)}`)).toMatchObject({
      code: 1,
      out: { error: { code: "snapshot_untrusted" } },
    });
    expect(existsSync(target)).toBe(false);
    expect(sycee("snapshot", "import", file, "--data", target, "--trust", hash)).toMatchObject({ code: 0, out: { headHash: hash } });
    const node = await startNode({ dataDirectory: target, port: 0, quiet: true, clock: { startMs: 0 } });
    try {
      expect(await (await fetch(`${node.url}/v1/blocks/${height}`)).json()).toMatchObject({ hash });
    } finally {
      await node.close();
    }
  });

  test("snapshots are made as blocks pass, and the oldest go", async () => {
    const heights = () => retainedSnapshots(economy.directory).map(({ height }) => height);
    const seen = new Set<number>();
    // Each is made by a process of its own, which takes its time on a busy machine.
    const endMs = performance.now() + 60_000;
    while (performance.now() < endMs && seen.size < 4) {
      await payments(2);
      await sleep(100);
      for (const height of heights()) seen.add(height);
    }
    expect(seen.size).toBeGreaterThanOrEqual(4);
    expect(heights().length).toBeLessThanOrEqual(3);
    const newest = heights().at(-1);
    await pruneSnapshots(economy.directory, 1);
    expect(heights()).toEqual([newest]);
  });
});
