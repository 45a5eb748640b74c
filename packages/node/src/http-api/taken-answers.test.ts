import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { whenTaken } from "./taken-answers.ts";

let server: Server;
let client: Socket;
let answerBytes: number;
let taken: number;
beforeEach(async () => {
  taken = 0;
  server = createServer((request, response) => {
    response.end(Buffer.alloc(answerBytes));
    whenTaken(request, response, () => (taken += 1));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  client = connect(address.port, "127.0.0.1");
  client.on("error", () => {});
  client.pause();
});
afterEach(() => {
  client.destroy();
  server.close();
});

const ask = (times: number) => client.write("GET / HTTP/1.1\r\nhost: node\r\n\r\n".repeat(times));
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));

test("small answers are taken at once", async () => {
  answerBytes = 100;
  ask(3);
  await expect.poll(() => taken).toBe(3);
});

test("large answers are taken when the client reads them, those that wait behind another too", async () => {
  answerBytes = 16 * 1024 * 1024;
  ask(2);
  await aMoment();
  expect(taken).toBe(0);
  client.resume();
  await expect.poll(() => taken, { timeout: 10_000 }).toBe(2);
});

test("what a client that is gone would have taken holds nothing", async () => {
  answerBytes = 16 * 1024 * 1024;
  ask(2);
  await aMoment();
  expect(taken).toBe(0);
  client.destroy();
  await expect.poll(() => taken, { timeout: 10_000 }).toBe(2);
});
