import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type BatchResult, decodeBatch, encodeBatchResults, problemOf, type StatusCode } from "@sycee/protocol";
import { afterEach, describe, expect, test } from "vitest";
import type { PreparedTransaction } from "../transactions/sign-transaction.ts";
import { developmentSeed } from "../keys/development-seed.ts";
import { keyFromSeed } from "../keys/key-from-seed.ts";
import { signerOf } from "../keys/signer.ts";
import { Client } from "./client.ts";
import { CLIENT_STATUS } from "./sycee-error.ts";

type Answer = (response: ServerResponse, body: Uint8Array) => void;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A server that answers the requests of a kind by a script, one after the other; it keeps what was sent to it. */
async function scripted(posts: readonly Answer[], lookUps: readonly Answer[] = []): Promise<{ client: Client; sent: Uint8Array[] }> {
  const sent: Uint8Array[] = [];
  const rest = { GET: [...lookUps], POST: [...posts] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const method = request.method === "POST" ? "POST" : "GET";
      if (method === "POST") sent.push(body);
      const answer = rest[method].shift();
      if (answer === undefined) problem("not_found")(response, body);
      else answer(response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return { client: new Client(`http://127.0.0.1:${port}/`, { timeoutMs: 2000 }), sent };
}

const hangUp: Answer = (response) => void response.destroy();

function problem(code: StatusCode): Answer {
  const document = problemOf(code);
  return (response) =>
    void response.writeHead(document.status, { "content-type": "application/problem+json" }).end(JSON.stringify(document));
}

function json(body: unknown): Answer {
  return (response) => void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function results(list: readonly BatchResult[]): Answer {
  return (response) => void response.writeHead(200).end(encodeBatchResults(list));
}

const ID = "0x1111111111111111111111111111111111111111111111111111111111111111";
const transaction: PreparedTransaction = { id: ID, bytes: Uint8Array.of(1, 2, 3), expiryMs: 5n };
const receipt = { id: ID, status: "executed", height: "7", index: 3, calls: [], movements: [], events: [], signers: [], gasUsed: "1" };
const aborted = { ...receipt, status: "aborted", abort: { code: "1", name: "EDailyLimit", text: "Too much today.", location: {} } };

describe("one transaction", () => {
  test("is sent again with the same bytes after lost connections and busy answers", async () => {
    const { client, sent } = await scripted([hangUp, problem("overloaded"), problem("internal"), problem("stopping"), json(receipt)]);
    expect(await client.settle(transaction)).toEqual(receipt);
    expect(sent).toHaveLength(5);
    for (const body of sent) expect([...body]).toEqual([1, 2, 3]);
  });

  test("is not sent again once it is refused for good", async () => {
    const { client, sent } = await scripted([problem("bad_signature")]);
    await expect(client.settle(transaction)).rejects.toMatchObject({ code: "bad_signature", number: 2004 });
    expect(sent).toHaveLength(1);
  });

  test("that expired unseen is said to be expired", async () => {
    const { client } = await scripted([hangUp, problem("expired")], [json({ status: "never" })]);
    await expect(client.settle(transaction)).rejects.toMatchObject({ code: "expired", number: 2002 });
  });

  test("whose lost copy went in before it expired is final", async () => {
    const { client, sent } = await scripted([hangUp, problem("expired")], [json({ status: "final", receipt })]);
    expect(await client.settle(transaction)).toEqual(receipt);
    expect(sent).toHaveLength(2);
  });

  test("whose lost copy was aborted tells why", async () => {
    const { client } = await scripted([problem("expired")], [json({ status: "final", receipt: aborted })]);
    await expect(client.settle(transaction)).rejects.toMatchObject({
      code: "aborted",
      number: 4001,
      abortName: "EDailyLimit",
      detail: "Too much today.",
    });
  });

  test("is given up as unknown when time runs out, never as failed", async () => {
    const { client } = await scripted([hangUp, hangUp]);
    const [number] = CLIENT_STATUS.outcome_unknown;
    await expect(client.settle(transaction, { giveUpAfterMs: 0 })).rejects.toMatchObject({ code: "outcome_unknown", number });
  });

  test("stops when its signal aborts", async () => {
    const { client } = await scripted([hangUp, hangUp, hangUp, hangUp]);
    await expect(client.settle(transaction, { signal: AbortSignal.timeout(60) })).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

test("only what is open of a batch is sent again", async () => {
  const others = [1, 2, 3, 4].map((byte) => ({ id: `0x${`0${byte}`.repeat(32)}`, bytes: Uint8Array.of(byte), expiryMs: 5n }));
  const executed = (byte: number): BatchResult => ({
    kind: "executed",
    id: new Uint8Array(32).fill(byte),
    height: 1n,
    index: byte,
    gasUsed: 1n,
  });
  const { client, sent } = await scripted(
    [
      hangUp,
      results([
        executed(1),
        { kind: "rejected", code: "overloaded", detail: "Later." },
        { kind: "rejected", code: "wrong_key", detail: "Another key." },
        { kind: "rejected", code: "expired", detail: "Too late." },
      ]),
      results([executed(2)]),
    ],
    [json({ status: "never" })],
  );
  const settled = await client.settleBatch(others);
  expect(settled.map((result) => (result.kind === "executed" ? `executed ${result.index}` : result.error.code))).toEqual([
    "executed 1",
    "executed 2",
    "wrong_key",
    "expired",
  ]);
  expect(sent.map((body) => decodeBatch(body).map(([byte]) => byte))).toEqual([[1, 2, 3, 4], [1, 2, 3, 4], [2]]);
});

describe("an expiry that is too far ahead", () => {
  const tooFar: BatchResult = { kind: "rejected", code: "expiry_too_far", detail: "Too far." };
  const done: BatchResult = { kind: "executed", id: new Uint8Array(32).fill(0x11), height: 7n, index: 3, gasUsed: 1n };

  test("is told at once when nothing was sent before, or all of it was refused by a busy node", async () => {
    const { client } = await scripted([problem("overloaded"), problem("expiry_too_far"), results([tooFar])]);
    await expect(client.settle(transaction)).rejects.toMatchObject({ code: "expiry_too_far", number: 2003 });
    expect(await client.settleBatch([transaction])).toMatchObject([{ kind: "rejected", error: { code: "expiry_too_far" } }]);
  });

  test("is not told when a lost copy may still enter: only what became of it is", async () => {
    const { client, sent } = await scripted([hangUp, problem("expiry_too_far"), json(receipt), hangUp, results([tooFar]), results([done])]);
    expect(await client.settle(transaction)).toEqual(receipt);
    expect(await client.settleBatch([transaction])).toEqual([{ kind: "executed", id: ID, height: 7n, index: 3 }]);
    expect(sent).toHaveLength(6);
  });

  test("leads to no second transaction while a lost copy may still enter", async () => {
    const status = { chainId: ID, timeMs: "1000" };
    const { client, sent } = await scripted([hangUp, problem("expiry_too_far"), json(receipt)], [json(status)]);
    const signer = signerOf(await keyFromSeed(developmentSeed("alice")));
    expect(await client.send({ signers: [signer], calls: [] })).toEqual(receipt);
    expect(new Set(sent.map((body) => Buffer.from(body).toString("hex"))).size).toBe(1);
  });
});

test("a transaction of a batch whose receipt is pruned is on the ledger, not rejected", async () => {
  const { client } = await scripted([results([{ kind: "rejected", code: "pruned", detail: "No longer kept." }])]);
  expect(await client.settleBatch([transaction])).toMatchObject([{ kind: "pruned", id: ID, error: { code: "pruned", number: 5007 } }]);
});

test("a node that asks for a longer wait than there is time is asked once more in time", async () => {
  const wait: Answer = (response) => {
    response.setHeader("retry-after", "86400");
    problem("overloaded")(response, new Uint8Array());
  };
  const { client, sent } = await scripted([wait, wait, wait, wait]);
  const options = { giveUpAfterMs: 100 };
  await expect(client.settle(transaction, options)).rejects.toMatchObject({ code: "outcome_unknown" });
  await expect(client.settleBatch([transaction], options)).rejects.toMatchObject({ code: "outcome_unknown" });
  expect(sent).toHaveLength(4);
});

test("results that a newer node tells by numbers unknown here are unexpected, and the batch is sent again", async () => {
  const unknownNumber: Answer = (response) => void response.end(Uint8Array.of(1, 2, 0xff, 0xff, 0));
  const { client } = await scripted([unknownNumber, unknownNumber]);
  await expect(client.submitBatch([transaction])).rejects.toMatchObject({ code: "unexpected_answer", number: 9003 });
  await expect(client.settleBatch([transaction], { giveUpAfterMs: 0 })).rejects.toMatchObject({ code: "outcome_unknown" });
});

test("a node that is not there is unreachable", async () => {
  const client = new Client("http://127.0.0.1:1");
  await expect(client.status()).rejects.toMatchObject({ code: "unreachable", number: 9001 });
});

test("an answer that is not JSON is unexpected", async () => {
  const { client } = await scripted([], [(response) => void response.end("<html>")]);
  await expect(client.status()).rejects.toMatchObject({ code: "unexpected_answer", number: 9003 });
});

test("blocks are followed over a lost connection, none twice and none left out", async () => {
  const block = (height: number): string => `id: ${height}\nevent: block\ndata: {"height":"${height}"}\n\n`;
  const urls: string[] = [];
  const server = createServer((request, response) => {
    urls.push(request.url ?? "");
    response.writeHead(200, { "content-type": "text/event-stream" });
    if (urls.length > 1) {
      response.write(block(3));
      return;
    }
    response.write(`: hello\n\n${block(1)}id: 2\nevent: blo`);
    setTimeout(() => response.write(`ck\ndata: {"height":"2"}\n\n`), 10);
    setTimeout(() => response.destroy(), 30);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const stop = new AbortController();
  const heights: string[] = [];
  for await (const { height } of new Client(`http://127.0.0.1:${port}`).followBlocks({ from: 1n, signal: stop.signal })) {
    heights.push(height);
    if (height === "3") break;
  }
  stop.abort();
  expect(heights).toEqual(["1", "2", "3"]);
  expect(urls).toEqual(["/v1/events?from=1", "/v1/events?from=3"]);
});
