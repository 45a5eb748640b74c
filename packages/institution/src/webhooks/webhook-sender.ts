import type { OfficeStore } from "../store/office-store.ts";
import type { Delivery } from "./delivery.ts";
import { SIGNATURE_HEADER, signWebhook } from "./webhook-signature.ts";
import { WEBHOOK_ENDED, type WebhookBook } from "./webhook-book.ts";

/** Deliveries under way at once. */
const PARALLEL = 16;
/** A receiver that takes longer has not received. */
const ANSWER_WITHIN_MS = 10_000;
/** Longest sleep, after which the clock is read again. */
const LONGEST_SLEEP_MS = 60_000;

export interface WebhookSenderOptions {
  readonly store: OfficeStore;
  readonly book: WebhookBook;
  readonly nowMs: () => number;
  /** 0 to 1; takes retries of many apart. */
  readonly random?: () => number;
}

/**
 * Posts what is due to webhooks, signed, until each is answered with 200 to 299. A delivery is made at least once: a
 * receiver that hears of one twice knows it by `sycee-delivery`, or by the event's id.
 */
export class WebhookSender {
  private readonly options: WebhookSenderOptions;
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
    while (!this.stopping) {
      const due = this.options.book.dueNow(PARALLEL);
      if (due.length === 0) await this.sleep();
      else await Promise.all(due.map((delivery) => this.attempt(delivery)));
    }
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { store, book, random = Math.random } = this.options;
    const webhook = store.webhooks.get(delivery.webhook);
    const result = webhook === undefined ? WEBHOOK_ENDED : await this.post(delivery, webhook);
    await store.change(() => book.note(delivery, result, random()));
  }

  private async post(delivery: Delivery, { url, secret }: { readonly url: string; readonly secret: string }): Promise<number | string> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "sycee-delivery": delivery.id,
          [SIGNATURE_HEADER]: signWebhook(secret, delivery.body, this.options.nowMs()),
        },
        body: delivery.body,
        // What was signed for one address is not to be carried to another.
        redirect: "manual",
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      return reasonOf(error);
    }
  }

  private async sleep(): Promise<void> {
    const next = this.options.book.nextDueMs();
    const waitMs = next === undefined ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, Math.max(1, next - this.options.nowMs()));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${cause}`;
}
