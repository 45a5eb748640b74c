import { bytesToHex, hexToBytes } from "@sycee/protocol";
import { type Client, type PreparedTransaction, type Signer, SyceeError, TRANSFERS_GAS_LIMIT } from "@sycee/sdk";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import type { Order } from "../orders/order.ts";
import { adoptAccounts, isAdoption, MOST_ADOPTIONS } from "./adopt-accounts.ts";
import type { Flight } from "./flight.ts";
import type { IncomingFeed } from "./incoming-feed.ts";
import { enterOutcomes, enterRefusal, type OfficeBooks } from "./order-outcomes.ts";
import { mostTogether, postingCall } from "./posting-calls.ts";
import { type PostableOrder, postableOrder } from "./postable-order.ts";

export interface PosterOptions {
  readonly client: Client;
  readonly signer: Signer;
  readonly kind: InstitutionKind;
  readonly books: OfficeBooks;
  readonly feed: IncomingFeed;
}

/** What became of a step of the poster. */
export type Step = "posted" | "idle";

/**
 * Brings accepted orders to the ledger through the batch lane, one transaction at a time, in their order. The signed bytes are on
 * disk before they are sent and sent again until the ledger says what became of them, so that each order has one effect,
 * whatever stops in between.
 */
export class Poster {
  private readonly options: PosterOptions;

  constructor(options: PosterOptions) {
    this.options = options;
  }

  /** Brings one transaction to its end, the one on its way first. Rejects with `SyceeError` when the node cannot be reached for long; nothing is lost then. */
  async step(signal?: AbortSignal): Promise<Step> {
    const { store } = this.options.books;
    const flight = store.flight.get(CURRENT) ?? (await this.begin());
    if (flight === undefined) return "idle";
    if (flight !== "final") await this.settle(flight, signal);
    return "posted";
  }

  /** Takes orders off the queue into a signed transaction; orders that need none, or cannot be posted, are final at once. */
  private async begin(): Promise<Flight | "final" | undefined> {
    const { books, client, kind, signer } = this.options;
    const [head] = books.orders.head(1);
    if (head === undefined) return undefined;
    if (isAdoption(head)) {
      await adoptAccounts(books.orders.head(MOST_ADOPTIONS).filter(isAdoption), this.options);
      return "final";
    }
    const orders = books.orders.head(mostTogether(head.body.kind));
    const { postable, refused } = this.lookUp(orders);
    if (postable.length === 0) {
      await books.store.change(() => {
        books.orders.take(orders);
        for (const { order, reason } of refused) enterRefusal(books, [order], reason);
      });
      return "final";
    }
    const prepared = await client.prepare({
      signers: [signer],
      calls: [postingCall(postable, signer.address, kind)],
      gasLimit: TRANSFERS_GAS_LIMIT,
    });
    const flight: Flight = {
      orders: postable.map(({ order }) => order.id),
      transaction: { id: prepared.id, bytes: bytesToHex(prepared.bytes), expiryMs: prepared.expiryMs.toString() },
    };
    await books.store.change(() => {
      books.orders.take(orders);
      for (const { order, reason } of refused) enterRefusal(books, [order], reason);
      void books.store.flight.put(CURRENT, flight);
    });
    return flight;
  }

  private async settle(flight: Flight, signal: AbortSignal | undefined): Promise<void> {
    const { books, client, feed } = this.options;
    const transaction = preparedOf(flight);
    try {
      const receipt = await client.settle(transaction, signal === undefined ? {} : { signal });
      // What others did before comes first, so that balances run as they did on the ledger.
      await feed.catchUp(BigInt(receipt.height));
      const book = await feed.book();
      await books.store.change(() => {
        if (!this.isCurrent(flight)) return;
        enterOutcomes(books, this.postableOf(flight), receipt, book);
        this.land(flight, Number(receipt.blockTimeMs), "executed");
      });
    } catch (error) {
      if (!(error instanceof SyceeError)) throw error;
      await this.settleRefusal(flight, error);
    }
  }

  private async settleRefusal(flight: Flight, error: SyceeError): Promise<void> {
    const { books, client } = this.options;
    const { receipt } = error;
    if (receipt !== undefined) {
      const finalMs = Number(receipt.blockTimeMs);
      await books.store.change(() => {
        if (!this.isCurrent(flight)) return;
        enterRefusal(
          books,
          this.ordersOf(flight),
          error.abortName ?? error.code,
          { finalMs, transaction: receipt.id },
          receipt.abort?.text ?? error.detail,
        );
        this.land(flight, finalMs, "refused");
      });
      return;
    }
    // It never entered the ledger and never will: its orders are signed anew.
    if (error.code !== "expired" && error.code !== "expiry_too_far") throw error;
    client.forgetChain();
    await books.store.change(() => {
      if (!this.isCurrent(flight)) return;
      books.orders.putBack(flight.orders);
      void books.store.flight.remove(CURRENT);
    });
  }

  /** Notes that a transaction is final and no longer on its way. */
  private land({ orders, transaction }: Flight, finalMs: number, status: "executed" | "refused"): void {
    const { store } = this.options.books;
    void store.posted.put(transaction.id, { orders, finalMs, status });
    void store.flight.remove(CURRENT);
  }

  /** Whether nobody entered what became of it: a second process over the same store, while the first one stops, settles the same transaction. */
  private isCurrent({ transaction: { id } }: Flight): boolean {
    return this.options.books.store.flight.get(CURRENT)?.transaction.id === id;
  }

  private lookUp(orders: readonly Order[]): {
    readonly postable: PostableOrder[];
    readonly refused: { readonly order: Order; readonly reason: string }[];
  } {
    const postable: PostableOrder[] = [];
    const refused: { order: Order; reason: string }[] = [];
    for (const order of orders) {
      const found = postableOrder(this.options.books.store, order);
      if (typeof found === "string") refused.push({ order, reason: found });
      // Asked here alone: the terms can end elsewhere while the order is on its way, and then the ledger says so.
      else if (found.kind === "collection" && found.payee.merchant === undefined) refused.push({ order, reason: "no_merchant" });
      else postable.push(found);
    }
    return { postable, refused };
  }

  private ordersOf(flight: Flight): Order[] {
    return flight.orders.map((id) => this.options.books.orders.find(id));
  }

  private postableOf(flight: Flight): PostableOrder[] {
    return this.ordersOf(flight).map((order) => {
      const found = postableOrder(this.options.books.store, order);
      if (typeof found === "string") throw new Error(`order ${order.id} was posted and can no longer be looked up: ${found}`);
      return found;
    });
  }
}

const CURRENT = "current";

function preparedOf({ transaction: { id, bytes, expiryMs } }: Flight): PreparedTransaction {
  const decoded = hexToBytes(bytes);
  if (decoded === undefined) throw new Error(`the stored bytes of transaction ${id} are not hexadecimal`);
  return { id, bytes: decoded, expiryMs: BigInt(expiryMs) };
}
