import { type Database, open } from "lmdb";
import type { Customer } from "../customers/customer.ts";
import type { IdempotentAnswer } from "../idempotency/idempotent-requests.ts";
import type { Order } from "../orders/order.ts";
import type { Flight, Posted } from "../posting/flight.ts";
import type { StandingOrder } from "../posting/standing-order-movements.ts";
import type { Terms } from "../posting/terms-history.ts";
import type { Reconciliation } from "../reconciliation/reconciliation.ts";
import type { StatementLine } from "../statements/statement-line.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import type { Webhook } from "../webhooks/webhook.ts";

/** Where a delivery stands among those to its webhook, by a time in milliseconds since 1970. */
export type DeliveryKey = [webhook: string, atMs: number, delivery: string];

/** Everything an office remembers, in one LMDB environment. */
export interface OfficeStore {
  readonly customers: Database<Customer, string>;
  /** Customer ids by the number of their account in the institution's book. */
  readonly accounts: Database<string, number>;
  readonly orders: Database<Order, string>;
  /** Ids of accepted orders, in their order. */
  readonly queue: Database<string, number>;
  /** At `current`: the transaction on its way to the ledger, with its orders. */
  readonly flight: Database<Flight, string>;
  /** Transactions of this office that are final on the ledger, by their ids, until a reconciliation has found them there. */
  readonly posted: Database<Posted, string>;
  /** From where on a merchant has which terms, or none, by account, height and position in the block. */
  readonly terms: Database<Terms | null, [account: number, height: number, index: number]>;
  /** Standing orders that have not ended, by their number on the ledger. */
  readonly standingOrders: Database<StandingOrder, string>;
  /** Lines of statements by account and position from 0. */
  readonly lines: Database<StatementLine, [account: number, position: number]>;
  readonly answers: Database<IdempotentAnswer, string>;
  /** Keys of answers by when they were given. */
  readonly answered: Database<true, [atMs: number, key: string]>;
  readonly webhooks: Database<Webhook, string>;
  readonly deliveries: Database<Delivery, string>;
  /** Deliveries that are to be made, by webhook and time of the next attempt. */
  readonly due: Database<true, DeliveryKey>;
  /** All deliveries, by webhook and time of their event. */
  readonly told: Database<true, DeliveryKey>;
  readonly reconciliations: Database<Reconciliation, string>;
  /** Counters and positions, by name. */
  readonly numbers: Database<number, string>;
  /** Which ledger and which institution all this is of. */
  readonly owner: Database<string, "chain id" | "institution">;
  /**
   * Runs `act` as one transaction and resolves when its writes are on disk: all of them or, if it throws, none. `act` is
   * synchronous, so that nothing comes between what it reads and what it writes.
   */
  change<T>(act: () => T): Promise<T>;
  close(): Promise<void>;
}

/** Opens the store in a directory, which is made if it is not there. */
export function openOfficeStore(directory: string): OfficeStore {
  const root = open({ path: directory, maxDbs: 32, encoding: "json" });
  const table = <V, K extends string | number | [number, number] | [number, number, number] | [number, string] | DeliveryKey>(
    name: string,
  ): Database<V, K> => root.openDB<V, K>({ name, encoding: "json" });
  return {
    customers: table("customers"),
    accounts: table("accounts"),
    orders: table("orders"),
    queue: table("queue"),
    flight: table("flight"),
    posted: table("posted"),
    terms: table("terms of merchants"),
    standingOrders: table("standing orders"),
    lines: table("lines"),
    answers: table("answers"),
    answered: table("answered"),
    webhooks: table("webhooks"),
    deliveries: table("deliveries"),
    due: table("due of webhooks"),
    told: table("told to webhooks"),
    reconciliations: table("reconciliations"),
    numbers: table("numbers"),
    owner: table("owner"),
    async change(act) {
      const result = root.transactionSync(act);
      // A commit is acknowledged before it is on disk.
      await root.flushed;
      return result;
    },
    close: () => root.close(),
  };
}
