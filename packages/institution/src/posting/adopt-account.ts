import type { Client } from "@sycee/sdk";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import type { Order, OrderBody } from "../orders/order.ts";
import { finishOrder } from "./finish-order.ts";
import type { IncomingFeed } from "./incoming-feed.ts";
import type { OfficeBooks } from "./order-outcomes.ts";

/** Attempts to read the account as of the very block that the office has entered last. */
const MAX_READINGS = 20;

export interface AdoptionOptions {
  readonly client: Client;
  readonly books: OfficeBooks;
  readonly feed: IncomingFeed;
  readonly kind: InstitutionKind;
}

/** An order that gives a customer an account which the institution opened before. */
export type Adoption = Order & { readonly body: OrderBody & { readonly kind: "adoption" } };

/** Whether an order is of this kind. */
export function isAdoption(order: Order): order is Adoption {
  return order.body.kind === "adoption";
}

/**
 * Makes an account that the ledger has already a customer's: what it holds is the first line of its statement. Nothing may be on its way to
 * the ledger meanwhile. Throws `SyceeError` when the ledger cannot be read, and an error when it goes on each time before it was.
 */
export async function adoptAccount(order: Adoption, options: AdoptionOptions): Promise<void> {
  const { books } = options;
  const found = await readAccount(order, options);
  await books.store.change(() => {
    books.orders.take([order]);
    const { account, customer: id } = order.body;
    const customer = books.store.customers.get(id);
    if (customer === undefined) throw new Error(`order ${order.id} names no customer`);
    const refusal = found.refusal ?? takenBy(books, account);
    if (refusal !== undefined) {
      void books.store.customers.put(id, { ...customer, refusal });
      finishOrder(books, { ...order, state: "refused", refusal });
      return;
    }
    void books.store.customers.put(id, { ...customer, account, sinceHeight: Number(found.height) });
    void books.store.accounts.put(account, id);
    const { amountMinor, height, atMs } = found;
    if (amountMinor > 0n) {
      books.journal.write(id, { atMs, height: `${height}`, kind: "brought_forward", order: order.id, amountMinor });
    }
    finishOrder(books, { ...order, state: "done", finalMs: atMs });
  });
}

interface Reading {
  readonly height: bigint;
  /** Block time. */
  readonly atMs: number;
  readonly amountMinor: bigint;
  /** Why the account cannot be a customer's. */
  readonly refusal?: string;
}

/** Reads the account as of the last block whose acts are all in the office's books. */
async function readAccount({ body }: Adoption, { client, feed, kind }: AdoptionOptions): Promise<Reading> {
  const { institution, instrument } = await feed.book();
  for (let attempt = 0; attempt < MAX_READINGS; attempt++) {
    await feed.catchUp(BigInt((await client.status()).height));
    const { height: told, accounts } = await client.customerAccounts(institution, body.account, 1);
    const height = BigInt(told);
    await feed.catchUp(height);
    if (feed.next - 1n !== height) continue;
    const atMs = Number((await client.block(height)).timeMs);
    const [first] = accounts;
    const held =
      first?.account === body.account
        ? first.balances.find((each) => each.place === "customers" && each.instrument === instrument)
        : undefined;
    const nothing = { height, atMs, amountMinor: 0n };
    if (held === undefined) return { ...nothing, refusal: "unknown_account" };
    if (kind.ownAccounts.has(body.account)) return { ...nothing, refusal: "own_account" };
    if (held.state === "closed") return { ...nothing, refusal: "account_closed" };
    return { ...nothing, amountMinor: BigInt(held.amountMinor) };
  }
  throw new Error(`the ledger went on each time that account ${body.account} was read`);
}

function takenBy({ store }: OfficeBooks, account: number): string | undefined {
  return store.accounts.get(account) === undefined ? undefined : "account_taken";
}
