import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BATCH_MEDIA_TYPE, encodeBatch, transactionToJson, decodeTransaction } from "@sycee/protocol";
import { Client, developmentSeed, keyFromSeed, pay, rotateKey, signerOf, thresholdSigner } from "@sycee/sdk";
import { startNode } from "@sycee/node";
import { describe, expect, it } from "vitest";
import { CASH, castOf, type Economy, GENESIS_MS, genesisOf, startEconomy } from "./economy.ts";

const paymentsOf = (client: Client, { alice, bob }: Pick<Economy, "alice" | "bob">, count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      client.prepare({ signers: [alice], calls: [pay({ payee: bob.address, instrument: CASH, amountMinor: 1n })] }),
    ),
  );

describe("a node with more work than it may queue", () => {
  it("says 429 and when to come again, does what it accepted, and takes more afterwards", async () => {
    const economy = await startEconomy({ maxPending: 50 });
    const batches = await Promise.all(Array.from({ length: 12 }, () => paymentsOf(economy.client, economy, 20)));
    const answers = await Promise.all(
      batches.map((batch) =>
        fetch(`${economy.node.url}/v1/transactions`, {
          method: "POST",
          body: Uint8Array.from(encodeBatch(batch.map(({ bytes }) => bytes))),
          headers: { "content-type": BATCH_MEDIA_TYPE },
        }),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBe(answers.length - refused.length);
    for (const answer of refused) {
      expect(answer.headers.get("retry-after")).toBe("1");
      expect(await answer.json()).toMatchObject({ code: "overloaded", number: 6001 });
    }
    const accepted = BigInt((answers.length - refused.length) * 20);
    expect((await economy.client.account(economy.bob.address)).balances[0]?.amountMinor).toBe(accepted.toString());
    const [late] = await paymentsOf(economy.client, economy, 1);
    if (late === undefined) throw new Error("no payment");
    expect((await economy.client.submit(late)).status).toBe("executed");
    await economy.end();
  });
});

describe("a node whose disk takes no more", () => {
  it("answers 503, stops, and has everything it acknowledged when it starts again", { timeout: 60_000 }, async () => {
    const cast = await castOf();
    const directory = await mkdtemp(join(tmpdir(), "sycee-full-"));
    await writeFile(join(directory, "genesis"), genesisOf(cast));
    // The shell's limit on file size, in KiB, makes writes fail with EFBIG.
    const serve = [
      process.execPath,
      join(import.meta.dirname, "serve.mjs"),
      join(directory, "data"),
      join(directory, "genesis"),
      String(GENESIS_MS),
    ];
    const child: ChildProcess = spawn("bash", ["-c", `trap '' XFSZ; ulimit -f 1200; exec "$@"`, "bash", ...serve], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    if (child.stdout === null) throw new Error("no output");
    const [url]: unknown[] = await once(createInterface({ input: child.stdout }), "line");
    const client = new Client(String(url), { timeoutMs: 10_000 });
    let acknowledged = 0n;
    let refusal: string | undefined;
    for (let round = 0; round < 200 && refusal === undefined; round++) {
      const batch = await paymentsOf(client, cast, 50).catch((error: { code: string }) => error.code);
      if (typeof batch === "string") refusal = batch;
      else {
        const results = await client.submitBatch(batch).catch((error: { code: string }) => error.code);
        if (typeof results === "string") refusal = results;
        else acknowledged += BigInt(results.filter(({ kind }) => kind === "executed").length);
      }
    }
    expect(refusal).toBe("stopping");
    child.kill("SIGKILL");
    const node = await startNode({ dataDirectory: join(directory, "data"), port: 0, quiet: true, clock: { startMs: GENESIS_MS } });
    const { balances } = await new Client(node.url).account(cast.bob.address);
    expect(BigInt(balances[0]?.amountMinor ?? "0")).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThan(0n);
    await node.close();
    await rm(directory, { recursive: true, force: true });
  });
});

describe("accounts", () => {
  it("of two keys out of three, and one that rotated to it, need those signatures", async () => {
    const economy = await startEconomy();
    const { client, alice, bob } = economy;
    const keys = await Promise.all(["a", "b", "c"].map((name) => keyFromSeed(developmentSeed(name))));
    const publicKeys = keys.map(({ publicKey }) => publicKey);
    const board = thresholdSigner({ threshold: 2, publicKeys, signing: keys.slice(1) });
    await client.send({ signers: [alice, board], calls: [rotateKey({ owner: 0, newKey: 1 })] });
    const calls = [pay({ payee: bob.address, instrument: CASH, amountMinor: 5n })];
    await expect(client.send({ signers: [alice], calls })).rejects.toMatchObject({ code: "wrong_key" });
    const rotated = thresholdSigner({ threshold: 2, publicKeys, signing: keys.slice(0, 2), address: alice.address });
    const transaction = await client.prepare({ signers: [rotated], calls });
    const answer = await fetch(`${economy.node.url}/v1/transactions`, {
      method: "POST",
      body: JSON.stringify(transactionToJson(decodeTransaction(transaction.bytes))),
      headers: { "content-type": "application/json" },
    });
    expect(await answer.json()).toMatchObject({ status: "executed", movements: [{ from: alice.address, amountMinor: "5" }] });
    const alone = signerOf(await keyFromSeed(developmentSeed("a")), alice.address);
    await expect(client.send({ signers: [alone], calls })).rejects.toMatchObject({ code: "wrong_key" });
    await economy.end();
  });
});
