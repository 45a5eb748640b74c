import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OfficeStore, openOfficeStore } from "../store/office-store.ts";
import { DELIVERY_KEPT_MS, WebhookBook } from "./webhook-book.ts";
import { WebhookSender } from "./webhook-sender.ts";

const EVENTS = 40;
let directory: string;
let store: OfficeStore;
const servers: Server[] = [];

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-webhooks-"));
  store = openOfficeStore(directory);
});

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await store.close();
  rmSync(directory, { recursive: true });
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 160 && !condition(); attempt++) await new Promise((resolve) => setTimeout(resolve, 50));
}

test("a receiver that never answers keeps no other waiting, and holds few connections", { timeout: 40_000 }, async () => {
  let held = 0;
  let heard = 0;
  const silent = await listen(() => {
    held += 1;
  });
  const quick = await listen((request, response) => {
    heard += 1;
    request.resume().on("end", () => response.writeHead(204).end());
  });
  const book = new WebhookBook(store, Date.now);
  const [first, second] = await store.change(() => [book.add(silent), book.add(quick)] as const);
  await store.change(() => {
    for (let event = 0; event < EVENTS; event += 1) book.tell("order.done", { event });
  });
  const sender = new WebhookSender({ store, book, nowMs: Date.now, privateAddresses: true });
  const delivered = () => book.told(second.id, 100).filter(({ state }) => state === "delivered").length;
  await until(() => delivered() === EVENTS);
  expect([heard, held, delivered()]).toEqual([EVENTS, 4, EVENTS]);
  expect(book.told(first.id, 100).length).toBe(EVENTS);
  await store.change(() => {
    book.remove(first.id);
    book.remove(second.id);
  });
  for (const server of servers) server.closeAllConnections();
  await until(() => book.due(first.id, 1).length === 0 || book.told(first.id, 100).some(({ state }) => state === "given_up"));
  await sender.stop();
});

test("nothing is sent to this machine unless that is allowed, by whatever name", { timeout: 20_000 }, async () => {
  let heard = 0;
  const url = await listen((_request, response) => {
    heard += 1;
    response.end();
  });
  const book = new WebhookBook(store, Date.now);
  const urls = [
    url,
    url.replace("127.0.0.1", "localhost"),
    url.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
    url.replace("127.0.0.1", "2130706433"),
  ];
  const webhooks = await store.change(() => urls.map((each) => book.add(each)));
  await store.change(() => book.tell("order.done", {}));
  const sender = new WebhookSender({ store, book, nowMs: Date.now, random: () => 0 });
  const last = () => webhooks.map(({ id }) => book.told(id, 1)[0]?.last);
  await until(() => last().every((each) => each !== undefined));
  await sender.stop();
  expect(last()).toEqual(urls.map(() => "the address is not on the public Internet"));
  expect(heard).toBe(0);
});

test("deliveries are forgotten after 30 days, but for those still to be made", async () => {
  let nowMs = Date.now();
  const book = new WebhookBook(store, () => nowMs);
  const webhook = await store.change(() => book.add("https://example.org/"));
  await store.change(() => {
    book.tell("one", {});
    book.tell("two", {});
  });
  const [one] = book.told(webhook.id, 2);
  if (one === undefined) throw new Error("nothing was told");
  await store.change(() => book.note(one, 200, 0));
  nowMs += DELIVERY_KEPT_MS - 1_000;
  await store.change(() => book.forgetOld());
  expect(book.told(webhook.id, 10).length).toBe(2);
  nowMs += 1_000;
  await store.change(() => book.forgetOld());
  expect(book.told(webhook.id, 10).map(({ state }) => state)).toEqual(["due"]);
  expect(store.deliveries.get(one.id)).toBeUndefined();
  expect(() => book.again(one.id)).toThrow("There is no delivery of this id.");
});
