import type { Address } from "@sycee/protocol";
import type { Client, Signer } from "@sycee/sdk";
import { DayEnd } from "./day-end.ts";
import { IdempotentRequests } from "./idempotency/idempotent-requests.ts";
import type { InstitutionKind } from "./kinds/institution-kind.ts";
import { PAYMENT_INSTITUTION } from "./kinds/payment-institution.ts";
import { OrderBook } from "./orders/order-book.ts";
import { IncomingFeed } from "./posting/incoming-feed.ts";
import type { OfficeBooks } from "./posting/order-outcomes.ts";
import { Poster } from "./posting/poster.ts";
import { PostingLoop } from "./posting/posting-loop.ts";
import type { Reconciliation } from "./reconciliation/reconciliation.ts";
import { reconcile } from "./reconciliation/reconcile.ts";
import { Journal } from "./statements/journal.ts";
import type { Currency } from "./statements/statement.ts";
import { openOfficeStore } from "./store/office-store.ts";
import { WebhookBook } from "./webhooks/webhook-book.ts";
import { WebhookSender } from "./webhooks/webhook-sender.ts";

/** What an office is run with. */
export interface OfficeOptions {
  /** Where its store lies; made if it is not there. */
  readonly directory: string;
  /** The node of the ledger. */
  readonly client: Client;
  /** The institution's key. */
  readonly signer: Signer;
  /** What the institution is: a payment institution if absent. */
  readonly kind?: InstitutionKind;
  /** The institution's name, as statements show it. */
  readonly name: string;
  readonly currency: Currency;
  /** The first block that can concern the institution: 0 if absent. */
  readonly fromHeight?: bigint;
  /** Milliseconds since 1970; the machine's clock if absent. */
  readonly nowMs?: () => number;
  /** What banks keep for an institution in the first mode, by its own records: none if absent. */
  readonly depositsAtBanksMinor?: () => bigint;
  /** Whether webhooks may lie on this machine and in networks of one's own: not if absent. */
  readonly privateWebhooks?: boolean;
  /** Told of what the office meets and goes on after: a node that does not answer. */
  readonly onTrouble?: (error: Error) => void;
}

/**
 * The back office of a payment institution or a bank: it takes orders of the institution's apps, brings them to the ledger through the batch
 * lane, keeps the customers' statements, tells webhooks, and compares its books with the ledger.
 */
export class Office {
  readonly institution: Address;
  readonly kind: InstitutionKind;
  readonly name: string;
  readonly currency: Currency;
  readonly books: OfficeBooks;
  readonly idempotent: IdempotentRequests;
  readonly nowMs: () => number;
  private readonly client: Client;
  private readonly feed: IncomingFeed;
  private readonly loop: PostingLoop;
  private readonly sender: WebhookSender;
  private readonly dayEnd: DayEnd;
  private readonly depositsAtBanksMinor: () => bigint;

  /** Opens the store and begins at once with what is waiting there. */
  constructor(options: OfficeOptions) {
    const { client, signer, kind = PAYMENT_INSTITUTION, nowMs = Date.now, onTrouble = () => undefined } = options;
    const store = openOfficeStore(options.directory);
    this.institution = signer.address;
    this.kind = kind;
    this.name = options.name;
    this.currency = options.currency;
    this.client = client;
    this.nowMs = nowMs;
    const webhooks = new WebhookBook(store, nowMs);
    this.books = { store, orders: new OrderBook(store, nowMs), journal: new Journal(store), webhooks };
    this.idempotent = new IdempotentRequests(store, nowMs);
    const { fromHeight = 0n } = options;
    this.feed = new IncomingFeed({ client, books: this.books, institution: signer.address, kind, fromHeight });
    this.sender = new WebhookSender({ store, book: webhooks, nowMs, privateAddresses: options.privateWebhooks ?? false });
    this.loop = new PostingLoop({
      poster: new Poster({ client, signer, kind, books: this.books, feed: this.feed }),
      readIncoming: async () => {
        const { height } = await client.status();
        if ((await this.feed.catchUp(BigInt(height))) > 0) this.sender.wake();
      },
      afterPosting: () => this.sender.wake(),
      onTrouble,
    });
    this.depositsAtBanksMinor = options.depositsAtBanksMinor ?? (() => 0n);
    this.dayEnd = new DayEnd(options.currency.zoneOffsetMinutes, nowMs, () => {
      this.endDay().catch((error: unknown) => onTrouble(error instanceof Error ? error : new Error(String(error))));
    });
  }

  /** The last block of the ledger of which everything is in the office's books; -1 before the first. */
  get enteredUntil(): bigint {
    // What is on its way is entered after the blocks up to its own were read.
    const isOnItsWay = this.books.store.flight.get("current") !== undefined;
    return this.feed.next - (isOnItsWay ? 2n : 1n);
  }

  /** Tells the office that an order was accepted. */
  wake(): void {
    this.loop.wake();
    this.sender.wake();
  }

  /** Compares the office's books with the ledger, with nothing on its way there; see `reconcile`. */
  async reconcile(depositsAtBanksMinor = this.depositsAtBanksMinor()): Promise<Reconciliation> {
    const { client, feed, institution, kind, nowMs } = this;
    return await this.loop.between(async () => {
      const found = await reconcile({ client, store: this.books.store, feed, institution, kind, nowMs, depositsAtBanksMinor });
      await this.books.store.change(() =>
        this.books.webhooks.tell("reconciliation.made", { id: found.id, differences: found.differences.length }),
      );
      this.sender.wake();
      return found;
    });
  }

  /** What the end of a day brings: a reconciliation; answers of idempotent requests and deliveries that are too old are forgotten. */
  async endDay(): Promise<Reconciliation> {
    const { store, webhooks } = this.books;
    while ((await store.change(() => webhooks.forgetOld())) > 0);
    while ((await this.idempotent.forgetOld()) > 0);
    return await this.reconcile();
  }

  /** Brings nothing more to the ledger; work that waits for its turn there is given up with `stopping`. A server of this office can be closed then without waiting for the ledger. */
  async stopPosting(): Promise<void> {
    const stopped = this.loop.stop();
    // On a ledger that goes on faster than its blocks are read, the loop would not get to its end.
    this.feed.stop();
    await stopped;
  }

  /** Ends; what is on its way stays in the store and goes on at the next start. */
  async close(): Promise<void> {
    this.dayEnd.stop();
    await this.stopPosting();
    await this.sender.stop();
    await this.books.store.close();
  }
}
