import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StageBoard } from "../pipeline/stage-board.ts";
import { OpenBodies } from "./open-bodies.ts";

let server: Server;
let clients: Socket[];
let accepted: Socket[];
let nowSeconds: number;
let board: StageBoard;
let bodies: OpenBodies;
beforeEach(async () => {
  nowSeconds = 100;
  board = new StageBoard();
  bodies = new OpenBodies(board, () => nowSeconds);
  accepted = [];
  server = createServer((socket) => accepted.push(socket.on("error", () => {})));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  clients = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const client = connect(address.port, "127.0.0.1").on("error", () => {});
      await once(client, "connect");
      return client.resume();
    }),
  );
  await expect.poll(() => accepted.length).toBe(3);
});
afterEach(() => {
  for (const client of clients) client.destroy();
  server.close();
});

const isOver = (): boolean[] => accepted.map(({ destroyed }) => destroyed);

test("a request counts until it is told that it left, however often", () => {
  const [first, second] = accepted.map((socket) => bodies.enter(socket));
  expect(board.depth("decode")).toBe(3);
  first?.();
  first?.();
  expect(board.depth("decode")).toBe(2);
  second?.();
  expect(board.depth("decode")).toBe(1);
});

test("the slowest go first, only as many as room is needed for, and none that had no time", () => {
  for (const socket of accepted) {
    bodies.enter(socket);
    nowSeconds += 1.5;
  }
  // 4.5, 3 and 1.5 seconds old now.
  bodies.letGoSlow(() => true);
  expect(isOver()).toEqual([false, false, false]);
  bodies.letGoSlow(() => board.depth("decode") < 3);
  expect(isOver()).toEqual([true, false, false]);
  bodies.letGoSlow(() => false);
  expect(isOver()).toEqual([true, true, false]);
  expect(board.depth("decode")).toBe(1);
});
