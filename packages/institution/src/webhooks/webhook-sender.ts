import type { OfficeStore } from "../store/office-store.ts";
import { postWebhook } from "./post-webhook.ts";
import { SIGNATURE_HEADER, signWebhook } from "./webhook-signature.ts";
import { WEBHOOK_ENDED, type WebhookBook } from "./webhook-book.ts";

/** Deliveries under way at once to one webhook: a receiver that does not answer keeps no other waiting. */
const PARALLEL = 4;
/** Longest sleep, after which the clock is read again. */
const LONGEST_SLEEP_MS = 60_000;

export interface WebhookSenderOptions {
  readonly store: OfficeStore;
  readonly book: WebhookBook;
  readonly nowMs: () => number;
  /** Whether webhooks may lie on this machine and in networks of one's own: not if absent. */
  readonly privateAddresses?: boolean;
  /** 0 to 1; takes retries of many apart. */
  readonly random?: () => number;
}

/**
 * Posts what is due to webhooks, signed, until each is answered with 200 to 299. A delivery is made at least once: a
 * receiver that hears of one twice knows it by `sycee-delivery`, or by the event's id.
 */
export class WebhookSender {
  private readonly options: WebhookSenderOptions;
  /** Deliveries under way, by webhook. */
  private readonly flying = new Map<string, Map<string, Promise<void>>>();
  private failure: { readonly error: unknown } | undefined;
  private stopping = false;
  private wakeUp: () => void = () => undefined;
  private readonly running: Promise<void>;

  /** Begins at once with what is due. */
  constructor(options: WebhookSenderOptions) {
    this.options = options;
    this.running = this.run();
  }

  /** Tells it that something may have become due. */
  wake(): void {
    this.wakeUp();
  }

  /** Ends after the attempts under way. Rejects with what the loop met, if it failed. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping && this.failure === undefined) await this.sleep(this.begin());
    await Promise.all([...this.flying.values()].flatMap((each) => [...each.values()]));
    if (this.failure !== undefined) throw this.failure.error;
  }

  /** Begins the attempts whose time has come, as many as may be under way. Answers how long nothing else becomes due. */
  private begin(): number {
    const { book, nowMs } = this.options;
    const now = nowMs();
    let waitMs = LONGEST_SLEEP_MS;
    for (const webhook of book.webhooksDue()) {
      const flying = this.flying.get(webhook) ?? new Map<string, Promise<void>>();
      this.flying.set(webhook, flying);
      for (const [atMs, id] of book.due(webhook, 2 * PARALLEL)) {
        if (flying.has(id)) continue;
        if (atMs > now) {
          waitMs = Math.min(waitMs, atMs - now);
          break;
        }
        if (flying.size >= PARALLEL) break;
        flying.set(id, this.fly(webhook, id, flying));
      }
    }
    return waitMs;
  }

  private async fly(webhook: string, id: string, flying: Map<string, Promise<void>>): Promise<void> {
    try {
      await this.attempt(id);
    } catch (error) {
      this.failure ??= { error };
    }
    flying.delete(id);
    if (flying.size === 0) this.flying.delete(webhook);
    this.wake();
  }

  private async attempt(id: string): Promise<void> {
    const { store, book, nowMs, privateAddresses = false, random = Math.random } = this.options;
    const delivery = store.deliveries.get(id);
    if (delivery === undefined) throw new Error(`delivery ${id} is due and not there`);
    const webhook = store.webhooks.get(delivery.webhook);
    const result =
      webhook === undefined
        ? WEBHOOK_ENDED
        : await postWebhook({
            url: webhook.url,
            headers: {
              "content-type": "application/json",
              "sycee-delivery": id,
              [SIGNATURE_HEADER]: signWebhook(webhook.secret, delivery.body, nowMs()),
            },
            body: delivery.body,
            privateAddresses,
          });
    await store.change(() => book.note(delivery, result, random()));
  }

  private async sleep(durationMs: number): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}
