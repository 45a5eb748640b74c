import { randomBytes, randomUUID } from "node:crypto";
import { OfficeError } from "../office-error.ts";
import type { OfficeStore } from "../store/office-store.ts";
import type { Delivery } from "./delivery.ts";
import { retryWaitMs } from "./retry-schedule.ts";
import type { Webhook } from "./webhook.ts";

const MAX_WEBHOOKS = 64;

/** Who is told what becomes of orders, and what is still to be told. Its methods that write run inside a transaction of the store. */
export class WebhookBook {
  private readonly store: OfficeStore;
  private readonly nowMs: () => number;

  constructor(store: OfficeStore, nowMs: () => number) {
    this.store = store;
    this.nowMs = nowMs;
  }

  /** Adds a webhook with a secret of its own. Throws `OfficeError` `invalid_request` for an address that is not http or https, or beyond 64 webhooks. */
  add(url: string): Webhook {
    const protocol = URL.canParse(url) ? new URL(url).protocol : "";
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
      void this.store.due.put([createdMs, id], true);
    }
  }

  /** Deliveries whose time has come, the longest due first. */
  dueNow(limit: number): Delivery[] {
    const deliveries: Delivery[] = [];
    for (const [, id] of this.store.due.getKeys({ end: [this.nowMs() + 1, ""], limit })) {
      const delivery = this.store.deliveries.get(id);
      if (delivery !== undefined) deliveries.push(delivery);
    }
    return deliveries;
  }

  /** When the next delivery is due; `undefined` if none is. */
  nextDueMs(): number | undefined {
    for (const [atMs] of this.store.due.getKeys({ limit: 1 })) return atMs;
    return undefined;
  }

  /** Notes what came of an attempt: an HTTP status, or why there was none. Only 200 to 299 counts as delivered. */
  note(delivery: Delivery, result: number | string, random: number): Delivery {
    const attempts = delivery.attempts + 1;
    const done = typeof result === "number" && result >= 200 && result < 300;
    const waitMs = done || result === WEBHOOK_ENDED ? undefined : retryWaitMs(attempts, random);
    const nextMs = waitMs === undefined ? delivery.nextMs : this.nowMs() + waitMs;
    const state = done ? "delivered" : waitMs === undefined ? "given_up" : "due";
    const noted: Delivery = { ...delivery, attempts, state, nextMs, last: `${result}` };
    void this.store.due.remove([delivery.nextMs, delivery.id]);
    void this.store.deliveries.put(delivery.id, noted);
    if (state === "due") void this.store.due.put([nextMs, delivery.id], true);
    return noted;
  }

  /** Has a delivery that was given up made again. Throws `OfficeError` `unknown_webhook`. */
  again(id: string): Delivery {
    const delivery = this.store.deliveries.get(id);
    if (delivery === undefined) throw new OfficeError("unknown_webhook", "There is no delivery of this id.");
    if (delivery.state === "due") return delivery;
    const due: Delivery = { ...delivery, state: "due", attempts: 0, nextMs: this.nowMs() };
    void this.store.deliveries.put(id, due);
    void this.store.due.put([due.nextMs, id], true);
    return due;
  }
}

/** What is noted of a delivery whose webhook was removed. */
export const WEBHOOK_ENDED = "the webhook was removed";
