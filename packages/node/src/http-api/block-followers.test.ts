import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import type { BlockNotice } from "../block-runner/executor-messages.ts";
import { BlockFollowers } from "./block-followers.ts";

const HEARTBEAT_MS = 100;
const blockText = JSON.stringify({ filler: "x".repeat(64 * 1024) });

function noticeOf(height: bigint): BlockNotice {
  const outcomes = { executed: 0, aborted: 0, failed: 0, duplicate: 0, rejected: 0 };
  return {
    height,
    timeMs: height,
    hash: "",
    stateRoot: "",
    summary: blockText,
    outcomes,
    executionSeconds: 0,
    syncSeconds: 0,
    checkpointHeight: undefined,
  };
}

async function follow(height: bigint) {
  const read = async () => ({ status: 200, body: `{"blocks":[${Array.from({ length: 100 }, () => blockText).join(",")}]}` });
  const followers = new BlockFollowers({ head: noticeOf(height), read }, HEARTBEAT_MS);
  const responses: ServerResponse[] = [];
  const server = createServer((_, response) => {
    responses.push(response);
    void followers.follow(response, 0n);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const client = connect(address.port, "127.0.0.1");
  client.on("error", () => {});
  client.write("GET / HTTP/1.1\r\nhost: node\r\n\r\n");
  return { followers, server, client, responses };
}

test("a client that reads nothing is let go before its events pile up", async () => {
  const { followers, server, client, responses } = await follow(1_000_000n);
  client.pause();
  await expect.poll(() => responses[0]?.destroyed, { timeout: 5_000 }).toBe(true);
  expect(followers.following).toBe(0);
  followers.close();
  client.destroy();
  server.close();
});

test("a client with nothing to read yet is kept, and told that the node is still there", async () => {
  const { followers, server, client } = await follow(-1n);
  let heard = "";
  client.on("data", (bytes) => {
    heard += bytes.toString();
  });
  await expect.poll(() => heard.split("still here").length, { timeout: 5_000 }).toBeGreaterThan(3);
  expect(followers.following).toBe(1);
  followers.close();
  await once(client, "end");
  server.close();
});
