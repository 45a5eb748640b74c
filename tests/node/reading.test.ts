import {
  BATCH_MEDIA_TYPE,
  blake2b256,
  blockHash,
  bytesToHex,
  hexToBytes,
  ROUTE_TAGS,
  ROUTES,
  TRANSACTION_MEDIA_TYPE,
} from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Economy, startEconomy } from "./economy.ts";

interface OpenApi {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly { readonly name: string }[] }>>>>;
}

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
  for (let amount = 1n; amount <= 5n; amount += 1n) {
    await economy.client.send({
      signers: [economy.alice],
      calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: amount })],
    });
  }
});
afterAll(async () => {
  await economy.end();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${economy.node.url}${path}`, { headers });

describe("the ledger, read", () => {
  it("tells its head and its clock", async () => {
    const status = await economy.client.status();
    expect(status.chainId).toBe(economy.node.chainId);
    expect(BigInt(status.height)).toBe(5n);
    expect(BigInt(status.height)).toBe(economy.node.height());
    expect(Number(status.timeMs)).toBeGreaterThanOrEqual(Number(status.headTimeMs));
  });

  it("tells what each problem is, where its type leads", async () => {
    const problem = (await (await get("/v1/nothing")).json()) as { type: string };
    expect(await (await get(problem.type)).json()).toEqual({
      code: "not_found",
      number: 5005,
      status: 404,
      meaning: "There is nothing at this path.",
    });
    expect((await get("/problems/constructor")).status).toBe(404);
  });

  it("tells whoever sends a body of another kind which ones it reads", async () => {
    const headers = { "content-type": "application/octet-stream" };
    const refused = await fetch(`${economy.node.url}/v1/transactions`, { method: "POST", headers, body: "pay Bob" });
    expect(await refused.json()).toMatchObject({
      code: "unsupported_media_type",
      detail: `The content type of a body is application/json or ${TRANSACTION_MEDIA_TYPE} or ${BATCH_MEDIA_TYPE}.`,
    });
  });

  it("tells accounts with unit and decimals", async () => {
    const { balances } = await economy.client.account(economy.bob.address);
    expect(balances).toEqual([{ instrument: CASH, symbol: "CZK.cash", unit: "CZK", decimals: 2, amountMinor: "15", place: "wallet" }]);
    await expect(economy.client.account(economy.stranger.address)).rejects.toMatchObject({ code: "unknown_account" });
  });

  it("tells blocks by height, the latest, and in pages", async () => {
    const latest = await economy.client.block("latest");
    expect(latest.height).toBe("5");
    expect(latest.transactions.map(({ status }) => status)).toEqual(["executed"]);
    const fourth = await economy.client.block(4n);
    expect(latest.parentHash).toBe(fourth.hash);
    const blocks = await economy.client.blocks(2n, 3);
    expect(blocks.map(({ height }) => height)).toEqual(["2", "3", "4"]);
    expect((await economy.client.block(0n)).transactionCount).toBe(1);
    await expect(economy.client.block(6n)).rejects.toMatchObject({ code: "unknown_block" });
  });

  it("tells of a block all that its hash is computed from", async () => {
    const bytes = (text: string) => hexToBytes(text) ?? new Uint8Array();
    for (const height of [0n, 1n, 5n]) {
      const { hash, ...block } = await economy.client.block(height);
      const header = {
        chainId: bytes(block.chainId),
        height,
        timeMs: BigInt(block.timeMs),
        parentHash: bytes(block.parentHash),
        transactionsRoot: bytes(block.transactionsRoot),
        receiptsRoot: bytes(block.receiptsRoot),
        stateRoot: bytes(block.stateRoot),
        historyPeaks: block.historyPeaks.map(bytes),
        transactionCount: block.transactionCount,
      };
      expect(`0x${bytesToHex(blockHash(header, blake2b256))}`).toBe(hash);
    }
  });

  it("tells modules, instruments and laws", async () => {
    const modules = await economy.client.modules();
    expect(modules.map(({ name }) => name)).toEqual(expect.arrayContaining(["wallet", "money", "central_bank"]));
    const instruments = await economy.client.instruments();
    expect(instruments.map(({ symbol }) => symbol)).toEqual(["CZK.settlement", "CZK.cash"]);
    expect(instruments.map(({ tiers }) => tiers?.map(({ tier, dailyMinor }) => [tier, dailyMinor]) ?? null)).toEqual([
      null,
      [
        [1, null],
        [4, "500000"],
      ],
    ]);
    const { laws } = await economy.client.laws();
    expect(laws.length).toBeGreaterThan(0);
    for (const law of laws) expect(law).toMatchObject({ holds: true });
  });

  it("has an OpenAPI document of every route, a page for people, metrics and health", async () => {
    const document: unknown = await (await get("/openapi.json")).json();
    for (const route of Object.values(ROUTES)) {
      const at = ["paths", route.path, route.method.toLowerCase()];
      expect(document).toHaveProperty([...at, "operationId"], route.operation);
      expect(document).toHaveProperty([...at, "tags"], [route.tag]);
      expect(document).toHaveProperty([...at, "description"], route.description);
      const { parameters = [] } = (document as OpenApi).paths[route.path]?.[route.method.toLowerCase()] ?? {};
      const named = [
        ...Object.keys("params" in route ? route.params.properties : {}),
        ...Object.keys("query" in route ? route.query.properties : {}),
      ];
      expect(parameters.map(({ name }) => name).sort()).toEqual(named.sort());
      for (const parameter of parameters) expect(parameter).toMatchObject({ description: expect.stringMatching(/.{10}/) as string });
    }
    expect((document as OpenApi).tags.map(({ name }) => name)).toEqual(Object.keys(ROUTE_TAGS));
    expect((await get("/docs")).status).toBe(200);
    expect((await get("/")).status).toBe(200);
    expect(await (await get("/healthz")).text()).toBe("ok\n");
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toContain('sycee_transactions_total{outcome="executed"} 5');
    expect(metrics).toContain("sycee_height 5");
  });
});

describe("blocks, followed", () => {
  it("resume after the last one seen, and go on", async () => {
    const seen: string[] = [];
    const stop = new AbortController();
    const response = await fetch(`${economy.node.url}/v1/events`, { headers: { "last-event-id": "2" }, signal: stop.signal });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reading = (async () => {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        for (const [, height] of chunk.matchAll(/^id: (\d+)$/gm)) if (height !== undefined) seen.push(height);
      }
    })().catch(() => "stopped");
    await expect.poll(() => seen).toEqual(["3", "4", "5"]);
    await economy.client.send({
      signers: [economy.alice],
      calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
    });
    await expect.poll(() => seen).toEqual(["3", "4", "5", "6"]);
    stop.abort();
    await reading;
  });
});
