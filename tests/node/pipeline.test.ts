import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { BATCH_MEDIA_TYPE, encodeBatch, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stageDepths } from "../load/stage-metrics.ts";
import { CASH, type Economy, startEconomy } from "./economy.ts";

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ signatureWorkers: 2 });
});
afterAll(async () => {
  await economy.end();
});

const payBob = (amountMinor = 1n) =>
  economy.client.prepare({ signers: [economy.alice], calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor })] });

describe("the stages of the pipeline", () => {
  it("each tell depth, capacity, time and refusals, and are empty when all is answered", async () => {
    const payments = await Promise.all(Array.from({ length: 300 }, () => payBob()));
    const [single, ...batch] = payments;
    if (single === undefined) throw new Error("no payment");
    await Promise.all([economy.client.submit(single), economy.client.submitBatch(batch)]);
    await expect
      .poll(() => stageDepths(economy.node.url))
      .toEqual(
        ["decode", "check", "verify", "order", "execute", "commit", "answer"].map((stage) => ({
          stage,
          depth: 0,
          capacity: expect.any(Number),
        })),
      );
    for (const { capacity } of await stageDepths(economy.node.url)) expect(capacity).toBeGreaterThan(0);
    const text = await (await fetch(`${economy.node.url}/metrics`)).text();
    for (const { stage } of await stageDepths(economy.node.url)) {
      const observed = new RegExp(`^sycee_stage_seconds_count\\{stage="${stage}"\\} (\\d+)$`, "m").exec(text)?.[1];
      expect([stage, Number(observed) > 0]).toEqual([stage, true]);
      expect(text).toContain(`sycee_stage_rejected_total{stage="${stage}"} 0`);
    }
  });

  it("split a batch over the signature workers and answer it in its order, what is wrong in it too", async () => {
    const batch = await Promise.all(Array.from({ length: 400 }, () => payBob()));
    const broken = [0, 124, 125, 126, 251, 399];
    for (const index of broken) batch[index] = { ...(await payBob()), bytes: Uint8Array.of(1, 2, index & 0xff) };
    const results = await economy.client.submitBatch(batch);
    expect(results.map(({ kind }, index) => [index, kind])).toEqual(
      batch.map((_, index) => [index, broken.includes(index) ? "rejected" : "executed"]),
    );
    const executed = results.flatMap((result) => (result.kind === "executed" ? [`0x${Buffer.from(result.id).toString("hex")}`] : []));
    expect(executed).toEqual(batch.filter((_, index) => !broken.includes(index)).map(({ id }) => id));
  });
});

/** Sends with node's own client, in pieces of unknown length or as a whole. */
async function post(
  body: Uint8Array,
  headers: Record<string, string>,
  chunked: boolean,
): Promise<{ status: number; type: string; text: string }> {
  const length = chunked ? {} : { "content-length": String(body.length) };
  const outgoing = request(`${economy.node.url}/v1/transactions`, { method: "POST", headers: { ...headers, ...length } });
  if (chunked) {
    outgoing.write(body.subarray(0, 10));
    outgoing.end(body.subarray(10));
  } else outgoing.end(body);
  const [response] = await once(outgoing, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return { status: response.statusCode, type: response.headers["content-type"], text: Buffer.concat(chunks).toString("latin1") };
}

describe("a submission in BCS", () => {
  const rows: readonly [what: string, make: () => Promise<{ body: Uint8Array; headers: Record<string, string> }>][] = [
    ["a payment", async () => ({ body: (await payBob()).bytes, headers: { "content-type": TRANSACTION_MEDIA_TYPE } })],
    [
      "a payment that aborts",
      async () => ({ body: (await payBob(10n ** 15n)).bytes, headers: { "content-type": TRANSACTION_MEDIA_TYPE } }),
    ],
    ["noise", async () => ({ body: Uint8Array.from({ length: 40 }, () => 9), headers: { "content-type": TRANSACTION_MEDIA_TYPE } })],
    ["a batch", async () => ({ body: encodeBatch([(await payBob()).bytes]), headers: { "content-type": BATCH_MEDIA_TYPE } })],
    [
      "a batch that is answered in compact form",
      async () => ({
        body: encodeBatch([(await payBob()).bytes]),
        headers: { "content-type": BATCH_MEDIA_TYPE, accept: "application/vnd.sycee.batch-results+bcs" },
      }),
    ],
    ["a batch of noise", async () => ({ body: Uint8Array.from({ length: 40 }, () => 9), headers: { "content-type": BATCH_MEDIA_TYPE } })],
  ];
  it.each(rows)("is answered alike by the short way and by the framework's: %s", async (_, make) => {
    const { body, headers } = await make();
    const whole = await post(body, headers, false);
    expect(await post(body, headers, true)).toEqual(whole);
  });

  it("of a client that asks before it sends is asked for", async () => {
    const { bytes } = await payBob();
    const { hostname, port } = new URL(economy.node.url);
    const socket = connect(Number(port), hostname);
    const head = `POST /v1/transactions HTTP/1.1\r\nhost: node\r\ncontent-type: ${TRANSACTION_MEDIA_TYPE}\r\ncontent-length: ${bytes.length}\r\nexpect: 100-continue\r\n\r\n`;
    socket.write(head);
    const [asked] = await once(socket, "data");
    expect(String(asked)).toMatch(/^HTTP\/1.1 100 /);
    socket.write(bytes);
    const [answered] = await once(socket, "data");
    expect(String(answered)).toMatch(/^HTTP\/1.1 200 /);
    socket.destroy();
  });

  it("that is cut off in its body leaves nothing in any stage", async () => {
    const { hostname, port } = new URL(economy.node.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /v1/transactions HTTP/1.1\r\nhost: node\r\ncontent-type: ${TRANSACTION_MEDIA_TYPE}\r\ncontent-length: 300\r\n\r\n123`,
    );
    const decoding = async () => (await stageDepths(economy.node.url)).find(({ stage }) => stage === "decode")?.depth;
    await expect.poll(decoding).toBe(1);
    socket.destroy();
    await expect.poll(decoding).toBe(0);
  });
});

/** The status lines of all that the node answers on one connection until it ends it. */
async function statusesOf(sent: Uint8Array | string): Promise<number[]> {
  const { hostname, port } = new URL(economy.node.url);
  const socket = connect(Number(port), hostname);
  socket.write(sent);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(Buffer.from(chunk));
  return [
    ...Buffer.concat(chunks)
      .toString("latin1")
      .matchAll(/HTTP\/1\.1 (\d{3}) /g),
  ].map(([, status]) => Number(status));
}

describe("a submission's frame", () => {
  const head = (lines: readonly string[], version = "1.1") =>
    Buffer.from(
      [`POST /v1/transactions HTTP/${version}`, "host: node", `content-type: ${TRANSACTION_MEDIA_TYPE}`, ...lines, "", ""].join("\r\n"),
    );
  const bye = Buffer.from("GET /healthz HTTP/1.1\r\nhost: node\r\nconnection: close\r\n\r\n");
  const hidden = Buffer.from("GET /v1/status HTTP/1.1\r\nhost: node\r\n\r\n");

  it.each<[what: string, lines: readonly string[]]>([
    ["two lengths", ["content-length: 3", "content-length: 40"]],
    ["a length and chunks", ["content-length: 3", "transfer-encoding: chunked"]],
    ["a length and an unknown encoding", ["content-length: 3", "transfer-encoding: gzip"]],
    ["an empty length", ["content-length: "]],
    ["a length with a sign", ["content-length: +3"]],
    ["a length that is no number", ["content-length: 0x3"]],
    ["more headers than are read", ["content-length: 3", `x: ${"y".repeat(20_000)}`]],
  ])("with %s is refused, and nothing behind it is read as a request", async (_, lines) => {
    expect(await statusesOf(Buffer.concat([head(lines), Buffer.from("123"), hidden]))).toEqual([400]);
  });

  it("holds what is in its body, though it looks like a request", async () => {
    const framed = head([`content-length: ${hidden.length}`]);
    expect(await statusesOf(Buffer.concat([framed, hidden, framed, hidden, bye]))).toEqual([400, 400, 200]);
  });

  it("of an older version is answered, and the connection ends", async () => {
    const { bytes } = await payBob();
    expect(await statusesOf(Buffer.concat([head([`content-length: ${bytes.length}`], "1.0"), bytes]))).toEqual([200]);
  });

  it("on a kept connection is answered in its turn after one that was refused", async () => {
    const [first, second] = [(await payBob()).bytes, (await payBob()).bytes];
    const parts = [first, Uint8Array.of(1, 2, 3), second].flatMap((bytes) => [head([`content-length: ${bytes.length}`]), bytes]);
    expect(await statusesOf(Buffer.concat([...parts, bye]))).toEqual([200, 400, 200, 200]);
  });

  it("leaves nothing in any stage, whatever it was", async () => {
    await expect.poll(async () => (await stageDepths(economy.node.url)).map(({ depth }) => depth)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
