import { randomBytes, randomUUID } from "node:crypto";
import { OfficeError } from "../office-error.ts";
import type { DeliveryKey, OfficeStore } from "../store/office-store.ts";
import type { Delivery } from "./delivery.ts";
import { retryWaitMs } from "./retry-schedule.ts";
import type { Webhook } from "./webhook.ts";

const MAX_WEBHOOKS = 64;
/** How long it can be seen what came of a delivery, and the delivery be made again: 30 days. */
export const DELIVERY_KEPT_MS = 30 * 86_400_000;
const MAX_FORGOTTEN_AT_ONCE = 1_000;
const NO_URL = { protocol: "", username: "", password: "" };

/** Who is told what becomes of orders, and what is still to be told. Its methods that write run inside a transaction of the store. */
export class WebhookBook {
  private readonly store: OfficeStore;
  private readonly nowMs: () => number;

  constructor(store: OfficeStore, nowMs: () => number) {
    this.store = store;
    this.nowMs = nowMs;
  }

  /** Adds a webhook with a secret of its own. Throws `OfficeError` `invalid_request` for an address that is not http or https or holds a password, or beyond 64 webhooks. */
  add(url: string): Webhook {
    const { protocol, username, password } = URL.canParse(url) ? new URL(url) : NO_URL;
    if (username !== "" || password !== "") throw new OfficeError("invalid_request", "The url of a webhook holds no name and no password.");
    if (protocol !== "https:" && protocol !== "http:") {
      throw new OfficeError("invalid_request", "The url of a webhook begins with https:// (or http:// inside a network of your own).");
    }
    if (this.store.webhooks.getCount() >= MAX_WEBHOOKS)
      throw new OfficeError("invalid_request", `There are ${MAX_WEBHOOKS} webhooks already.`);
    const webhook = { id: `whk_${randomUUID()}`, url, secret: randomBytes(32).toString("hex"), createdMs: this.nowMs() };
    void this.store.webhooks.put(webhook.id, webhook);
    return webhook;
  }

  /** Ends a webhook; what is still due to it is given up when its turn comes. Throws `OfficeError` `unknown_webhook`. */
  remove(id: string): void {
    if (this.store.webhooks.get(id) === undefined) throw new OfficeError("unknown_webhook");
    void this.store.webhooks.remove(id);
  }

  /** Has every webhook told of an event: the deliveries go to disk with what they tell. */
  tell(event: string, data: Readonly<Record<string, unknown>>): void {
    const createdMs = this.nowMs();
    const body = JSON.stringify({ id: `evt_${randomUUID()}`, event, createdMs, data });
    for (const { key } of this.store.webhooks.getRange()) {
      const id = `dlv_${randomUUID()}`;
      void this.store.deliveries.put(id, { id, webhook: key, event, body, state: "due", attempts: 0, nextMs: createdMs });
      void this.store.due.put([key, createdMs, id], true);
      void this.store.told.put([key, createdMs, id], true);
    }
  }

  /** Webhooks to which something is due, now or later, removed ones too. */
  webhooksDue(): Generator<string> {
    return firstParts(this.store.due);
  }

  /** The first deliveries due to a webhook, with the times of their next attempts, the longest due first. */
  due(webhook: string, limit: number): [atMs: number, delivery: string][] {
    const keys = this.store.due.getKeys({ start: [webhook, 0, ""], end: afterAll(webhook), limit });
    return [...keys].map(([, atMs, id]) => [atMs, id]);
  }

  /** The last deliveries to a webhook, the newest first; of one that was removed too. Throws `OfficeError` `unknown_webhook`. */
  told(webhook: string, limit: number): Delivery[] {
    const keys = [...this.store.told.getKeys({ start: afterAll(webhook), end: [webhook, 0, ""], reverse: true, limit })];
    if (keys.length === 0 && this.store.webhooks.get(webhook) === undefined) throw new OfficeError("unknown_webhook");
    return keys.flatMap(([, , id]) => this.store.deliveries.get(id) ?? []);
  }

  /** Forgets deliveries of events older than {@link DELIVERY_KEPT_MS}, so many at a time. Answers how many. */
  forgetOld(): number {
    let forgotten = 0;
    for (const webhook of firstParts(this.store.told)) {
      const end: DeliveryKey = [webhook, Math.max(0, this.nowMs() - DELIVERY_KEPT_MS + 1), ""];
      const old = [...this.store.told.getKeys({ start: [webhook, 0, ""], end, limit: MAX_FORGOTTEN_AT_ONCE })];
      for (const key of old) {
        const delivery = this.store.deliveries.get(key[2]);
        // One that was asked for again is made first.
        if (delivery?.state === "due") continue;
        void this.store.told.remove(key);
        void this.store.deliveries.remove(key[2]);
        forgotten += 1;
      }
    }
    return forgotten;
  }

  /** Notes what came of an attempt: an HTTP status, or why there was none. Only 200 to 299 counts as delivered. */
  note(delivery: Delivery, result: number | string, random: number): Delivery {
    const attempts = delivery.attempts + 1;
    const done = typeof result === "number" && result >= 200 && result < 300;
    const waitMs = done || result === WEBHOOK_ENDED ? undefined : retryWaitMs(attempts, random);
    const nextMs = waitMs === undefined ? delivery.nextMs : this.nowMs() + waitMs;
    const state = done ? "delivered" : waitMs === undefined ? "given_up" : "due";
    const noted: Delivery = { ...delivery, attempts, state, nextMs, last: `${result}` };
    void this.store.due.remove([delivery.webhook, delivery.nextMs, delivery.id]);
    void this.store.deliveries.put(delivery.id, noted);
    if (state === "due") void this.store.due.put([delivery.webhook, nextMs, delivery.id], true);
    return noted;
  }

  /** Has a delivery that was given up made again. Throws `OfficeError` `unknown_webhook`. */
  again(id: string): Delivery {
    const delivery = this.store.deliveries.get(id);
    if (delivery === undefined) throw new OfficeError("unknown_webhook", "There is no delivery of this id.");
    if (delivery.state === "due") return delivery;
    const due: Delivery = { ...delivery, state: "due", attempts: 0, nextMs: this.nowMs() };
    void this.store.deliveries.put(id, due);
    void this.store.due.put([due.webhook, due.nextMs, id], true);
    return due;
  }
}

/** What is noted of a delivery whose webhook was removed. */
export const WEBHOOK_ENDED = "the webhook was removed";

function afterAll(webhook: string): DeliveryKey {
  return [webhook, Number.MAX_SAFE_INTEGER, ""];
}

/** The webhooks in a table's keys, each once: as many readings as there are webhooks. */
function* firstParts(table: OfficeStore["due"]): Generator<string> {
  let start: DeliveryKey = ["", 0, ""];
  for (;;) {
    const [key] = table.getKeys({ start, limit: 1 });
    if (key === undefined) return;
    yield key[0];
    start = afterAll(key[0]);
  }
}
