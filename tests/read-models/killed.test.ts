import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { reindex } from "@sycee/node";
import { Client, pay } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Cast, castOf, GENESIS_MS, genesisOf } from "../node/economy.ts";
import { type PostgresServer, postgresPrograms, startPostgres } from "./postgres-server.ts";

const SLOW_MS = 240_000;
/** How often the process of the read models is killed, and then the node with it. */
const ROUNDS = 2;

let directory: string;
let cast: Cast;
let postgres: PostgresServer;
let node: { readonly child: ChildProcess; readonly client: Client };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-models-killed-"));
  cast = await castOf();
  await writeFile(join(directory, "genesis"), genesisOf(cast));
  if (postgresPrograms !== undefined) postgres = await startPostgres(postgresPrograms);
}, SLOW_MS);

afterAll(async () => {
  if (postgresPrograms !== undefined) postgres.stop();
  await rm(directory, { recursive: true, force: true });
});

async function start(readModels: { readonly databaseUrl?: string }): Promise<void> {
  const script = join(import.meta.dirname, "../node/serve.mjs");
  const child = spawn(
    process.execPath,
    [script, join(directory, "data"), join(directory, "genesis"), `${GENESIS_MS}`, JSON.stringify({ readModels })],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [url]: unknown[] = await once(createInterface({ input: child.stdout }), "line");
  node = { child, client: new Client(String(url)) };
}

async function kill(): Promise<void> {
  const ended = once(node.child, "exit");
  node.child.kill("SIGKILL");
  await ended;
}

/** Processes that the node started. */
function childrenOfNode(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/stat`, "utf8");
        return Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]) === node.child.pid;
      } catch (error) {
        // It has ended since it was listed.
        if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return false;
        throw error;
      }
    })
    .map(Number);
}

async function payMany(count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    const [payer, payee] = sent % 3 === 0 ? [cast.bob, cast.alice] : [cast.alice, cast.bob];
    const transaction = await node.client.prepare({
      signers: [payer],
      calls: [pay({ payee: payee.address, instrument: CASH, amountMinor: BigInt(sent + 1) })],
    });
    // Bob has nothing at first: what is refused is in the tables too.
    const [result] = await node.client.submitBatch([transaction]);
    expect(result?.kind).toBeDefined();
  }
}

async function caughtUp(): Promise<void> {
  for (;;) {
    const { state, height, headHeight } = await node.client.models.status();
    if (state === "following" && height === headHeight) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe.skipIf(postgresPrograms === undefined)("read models in a PostgreSQL server (skipped where none is installed)", () => {
  it(
    "are what they are when made from nothing, however often their process and the node were killed",
    async () => {
      const databaseUrl = postgres.database("killed");
      for (let round = 0; round < ROUNDS; round += 1) {
        await start({ databaseUrl });
        await payMany(10);
        const [models] = childrenOfNode();
        if (models !== undefined) process.kill(models, "SIGKILL");
        await payMany(10);
        if (round % 2 === 1) await caughtUp();
        await payMany(5);
        await kill();
      }
      await start({ databaseUrl });
      await caughtUp();
      const before = await node.client.status();
      await kill();
      const place = { dataDirectory: join(directory, "data"), databaseUrl };
      const followed = await lookWhenFree(place);
      expect(followed.height).toBe(Number(before.height));
      const rebuilt = await reindex(place);
      expect(followed).toEqual(rebuilt);
      expect(rebuilt.tables.find(({ table }) => table === "payments")?.rows).toBeGreaterThan(ROUNDS * 10);
    },
    SLOW_MS,
  );

  it(
    "are the same in the database of the node's own",
    async () => {
      const place = { dataDirectory: join(directory, "data"), databaseUrl: postgres.database("compared") };
      const embedded = join(directory, "embedded");
      await cp(join(directory, "data", "log"), join(embedded, "log"), { recursive: true });
      const own = await reindex({ dataDirectory: embedded, databaseUrl: undefined });
      expect(own).toEqual(await reindex(place));
      // Kept, opened again and read.
      expect(await reindex({ dataDirectory: embedded, databaseUrl: undefined, onlyLook: true })).toEqual(own);
    },
    SLOW_MS,
  );

  it(
    "of another chain, or that are ahead, are made afresh",
    async () => {
      const databaseUrl = postgres.database("other");
      await writeFile(join(directory, "genesis"), genesisOf(cast, GENESIS_MS + 1));
      const data = join(directory, "data");
      await reindex({ dataDirectory: data, databaseUrl });
      await rm(data, { recursive: true });
      await start({ databaseUrl });
      await caughtUp();
      expect((await node.client.models.events()).events.length).toBeGreaterThan(0);
      const { height } = await node.client.status();
      await kill();
      const followed = await lookWhenFree({ dataDirectory: data, databaseUrl });
      expect(followed.height).toBe(Number(height));
      expect(followed).toEqual(await reindex({ dataDirectory: data, databaseUrl }));
    },
    SLOW_MS,
  );
});

/** What is in the tables; the process of a killed node lets them go a moment after. */
async function lookWhenFree(place: { readonly dataDirectory: string; readonly databaseUrl: string }) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await reindex({ ...place, onlyLook: true });
    } catch (error) {
      if (attempt === 100 || !(error instanceof Error && error.message.includes("Another process"))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
