import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { BATCH_MEDIA_TYPE, encodeBatch } from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import { describe, expect, it } from "vitest";
import { stageDepths } from "../load/stage-metrics.ts";
import { CASH, startEconomy } from "./economy.ts";

async function open(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(text);
  return socket;
}

describe("a node that stops", () => {
  it("does not wait for a client that sent half a request, nor for one that reads no events", async () => {
    const economy = await startEconomy();
    const head = "POST /v1/transactions HTTP/1.1\r\nhost: node\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{";
    const half = await open(economy.node.url, head);
    const deaf = await open(economy.node.url, "GET /v1/events?from=0 HTTP/1.1\r\nhost: node\r\n\r\n");
    deaf.pause();
    await economy.client.status();
    const asked = performance.now();
    await economy.end();
    expect(performance.now() - asked).toBeLessThan(5_000);
    half.destroy();
    deaf.destroy();
  });
});

describe("a node", () => {
  it("does not refuse others because a client leaves its answers unread", async () => {
    const economy = await startEconomy({ maxPending: 500 });
    const payment = await economy.client.prepare({
      signers: [economy.alice],
      calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
    });
    const body = encodeBatch(Array.from({ length: 500 }, () => Uint8Array.of(1)));
    const head = `POST /v1/transactions HTTP/1.1\r\nhost: node\r\ncontent-type: ${BATCH_MEDIA_TYPE}\r\ncontent-length: ${body.length}\r\n\r\n`;
    const deaf = (await open(economy.node.url, "")).pause();
    const unread = async () => (await stageDepths(economy.node.url)).find(({ stage }) => stage === "answer")?.depth;
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    // Until the kernel takes no more of the answers, and all the room for them is taken.
    const full = async () => {
      if ((await unread()) !== 1_000) return false;
      await wait(500);
      return (await unread()) === 1_000;
    };
    for (let sent = 0; !(await full()); sent++) {
      if (sent === 1_000) throw new Error("the kernel took every answer");
      deaf.write(Buffer.concat([Buffer.from(head), body]));
      await wait(20);
    }
    expect(await economy.client.settle(payment, { giveUpAfterMs: 5_000 })).toMatchObject({ status: "executed" });
    deaf.destroy();
    await expect.poll(unread).toBe(0);
    await economy.end();
  });

  it("holds only so many bodies of a megabyte at a time, and answers small ones meanwhile", async () => {
    const economy = await startEconomy();
    const head = `POST /v1/transactions HTTP/1.1\r\nhost: node\r\ncontent-type: ${BATCH_MEDIA_TYPE}\r\ncontent-length: ${1024 * 1024}\r\n\r\n`;
    const sockets = await Promise.all(Array.from({ length: 256 }, () => open(economy.node.url, head)));
    await economy.client.status();
    const extra = await open(economy.node.url, head);
    const [answer] = await once(extra, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 429 /);
    expect((await economy.client.submitBatch([])).length).toBe(0);
    for (const socket of [...sockets, extra]) socket.destroy();
    await economy.end();
  });

  it("holds only so many large bodies at a time, and takes more when those are gone", async () => {
    const economy = await startEconomy();
    const head = `POST /v1/transactions HTTP/1.1\r\nhost: node\r\ncontent-type: ${BATCH_MEDIA_TYPE}\r\ncontent-length: ${16 * 1024 * 1024}\r\n\r\n`;
    const sockets = await Promise.all(Array.from({ length: 8 }, () => open(economy.node.url, head)));
    await economy.client.status();
    const extra = await open(economy.node.url, head);
    const [answer] = await once(extra, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 429 /);
    expect((await economy.client.submitBatch([])).length).toBe(0);
    for (const socket of [...sockets, extra]) socket.destroy();
    await economy.client.status();
    const next = await open(economy.node.url, head);
    next.write(Buffer.alloc(16 * 1024 * 1024));
    const [read] = await once(next, "data");
    expect(String(read)).toMatch(/^HTTP\/1.1 400 /);
    next.destroy();
    await economy.end();
  });
});
