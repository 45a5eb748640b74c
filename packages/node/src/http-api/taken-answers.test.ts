import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TakenAnswers } from "./taken-answers.ts";

const takeOne = () => {
  taken += 1;
};
let server: Server;
let client: Socket;
let answerBytes: number;
let taken: number;
let answers: TakenAnswers;
let nowSeconds: number;
beforeEach(async () => {
  taken = 0;
  nowSeconds = 100;
  answers = new TakenAnswers(() => nowSeconds, 40 * 1024 * 1024);
  server = createServer((request, response) => {
    response.end(Buffer.alloc(answerBytes));
    answers.whenTaken(request, response, answerBytes, takeOne);
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

test("when room is needed, who has left answers unread is let go, and not before they had time", async () => {
  answerBytes = 16 * 1024 * 1024;
  ask(2);
  await aMoment();
  nowSeconds = 100.1;
  answers.letGoUnread(() => false);
  expect(taken).toBe(0);
  nowSeconds = 100.3;
  answers.letGoUnread(() => true);
  expect(taken).toBe(0);
  answers.letGoUnread(() => taken > 0);
  expect(taken).toBe(2);
  const closed = once(client, "close");
  client.resume();
  await closed;
  expect(taken).toBe(2);
});

test("when unread answers are too many bytes together, the longest unread are let go at once", async () => {
  answerBytes = 16 * 1024 * 1024;
  const closed = once(client, "close");
  ask(2);
  await aMoment();
  expect(taken).toBe(0);
  ask(1);
  await expect.poll(() => taken, { timeout: 10_000 }).toBe(3);
  client.resume();
  await closed;
});
