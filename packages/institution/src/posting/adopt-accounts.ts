import type { CustomerAccountJson } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import type { OwnBook } from "../kinds/own-book.ts";
import type { Order, OrderBody } from "../orders/order.ts";
import { refusalReason } from "../orders/refusal-reason.ts";
import { finishOrder } from "./finish-order.ts";
import type { IncomingFeed } from "./incoming-feed.ts";
import type { OfficeBooks } from "./order-outcomes.ts";

/** Accounts that are read, and taken over, together: as many as the ledger tells of at once. */
export const MOST_ADOPTIONS = 1_000;
/** Attempts to read accounts as of the very block that the office has entered last. */
const MAX_READINGS = 20;

export interface AdoptionOptions {
  readonly client: Client;
  readonly books: OfficeBooks;
  readonly feed: IncomingFeed;
  readonly kind: InstitutionKind;
}

/** An order that gives a customer an account which the ledger has already. */
export type Adoption = Order & { readonly body: OrderBody & { readonly kind: "adoption" } };

/** Whether an order is of this kind. */
export function isAdoption(order: Order): order is Adoption {
  return order.body.kind === "adoption";
}

/**
 * Makes accounts that the ledger has already customers': what one holds is the first line of its statement. Does the orders at the head of the
 * queue, as many as are told of together. Nothing may be on its way to the ledger meanwhile. Throws `SyceeError` when the ledger cannot be read,
 * and an error when it went on each time before its blocks were.
 */
export async function adoptAccounts(orders: readonly Adoption[], options: AdoptionOptions): Promise<void> {
  const { books, feed, kind } = options;
  const pageOf = ({ body }: Adoption) => Math.floor(body.account / MOST_ADOPTIONS);
  const [first] = orders;
  if (first === undefined) return;
  const others = orders.findIndex((order) => pageOf(order) !== pageOf(first));
  const together = others === -1 ? orders : orders.slice(0, others);
  const page = await readPage(pageOf(first) * MOST_ADOPTIONS, options);
  const book = await feed.book();
  await books.store.change(() => {
    books.orders.take(together);
    for (const order of together) {
      const { account } = order.body;
      const balance = balanceIn(page, account, book);
      const refusal = refusalOf(books, account, balance, kind);
      if (refusal === undefined) enter(books, order, page, BigInt(balance?.amountMinor ?? 0));
      else refuse(books, order, refusal);
    }
  });
}

/** Accounts as the ledger had them after a block. */
interface Page {
  readonly height: bigint;
  /** Block time. */
  readonly atMs: number;
  readonly accounts: readonly CustomerAccountJson[];
}

type Balance = CustomerAccountJson["balances"][number];

/** Reads accounts from a number on, as of the last block whose acts are all in the office's books. */
async function readPage(from: number, { client, feed }: AdoptionOptions): Promise<Page> {
  const { institution } = await feed.book();
  for (let attempt = 0; attempt < MAX_READINGS; attempt++) {
    await feed.catchUp(BigInt((await client.status()).height));
    const { height: told, accounts } = await client.customerAccounts(institution, from, MOST_ADOPTIONS);
    const height = BigInt(told);
    await feed.catchUp(height);
    if (feed.next - 1n === height) return { height, atMs: Number((await client.block(height)).timeMs), accounts };
  }
  throw new Error("the ledger went on each time that accounts to be taken over were read");
}

function balanceIn({ accounts }: Page, number: number, { instrument }: OwnBook): Balance | undefined {
  const found = accounts.find(({ account }) => account === number);
  return found?.balances.find((each) => each.place === "customers" && each.instrument === instrument);
}

/** Why an account cannot become a customer's. */
function refusalOf({ store }: OfficeBooks, account: number, balance: Balance | undefined, kind: InstitutionKind): string | undefined {
  if (balance === undefined) return "unknown_account";
  if (kind.ownAccounts.has(account)) return "own_account";
  if (balance.state === "closed") return "account_closed";
  return store.accounts.get(account) === undefined ? undefined : "account_taken";
}

function enter(books: OfficeBooks, order: Adoption, { height, atMs }: Page, amountMinor: bigint): void {
  const { account, customer: id } = order.body;
  void books.store.customers.put(id, { ...customerOf(books, order), account, sinceHeight: Number(height) });
  void books.store.accounts.put(account, id);
  if (amountMinor > 0n) {
    books.journal.write(id, { atMs, height: `${height}`, kind: "brought_forward", order: order.id, amountMinor });
  }
  finishOrder(books, { ...order, state: "done", finalMs: atMs });
}

function refuse(books: OfficeBooks, order: Adoption, refusal: string): void {
  const reason = refusalReason(refusal);
  void books.store.customers.put(order.body.customer, { ...customerOf(books, order), refusal, reason });
  finishOrder(books, { ...order, state: "refused", refusal, reason });
}

function customerOf({ store }: OfficeBooks, { id, body }: Adoption) {
  const customer = store.customers.get(body.customer);
  if (customer === undefined) throw new Error(`order ${id} names no customer`);
  return customer;
}
