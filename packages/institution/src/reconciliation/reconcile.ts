import { randomUUID } from "node:crypto";
import type { Address, InstrumentJson } from "@sycee/protocol";
import { type Client, SyceeError } from "@sycee/sdk";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import { ownInstrument } from "../kinds/own-instrument.ts";
import type { IncomingFeed } from "../posting/incoming-feed.ts";
import type { OfficeStore } from "../store/office-store.ts";
import { compareBooks, type LedgerAccount, type LedgerTotals } from "./compare-books.ts";
import { officeAccounts } from "./office-accounts.ts";
import type { Difference, Reconciliation } from "./reconciliation.ts";

/** Most that the ledger tells at once. */
const ACCOUNTS_AT_ONCE = 1_000;
/** Transactions that are asked for at the same time, and that are forgotten together. */
const TRANSACTIONS_AT_ONCE = 32;
const FORGOTTEN_AT_ONCE = 1_000;
/** Attempts to read a ledger on which others act meanwhile. */
const MAX_READINGS = 20;
const STUCK_AFTER_MS = 86_400_000;

export interface ReconcileOptions {
  readonly client: Client;
  readonly store: OfficeStore;
  readonly feed: IncomingFeed;
  readonly institution: Address;
  readonly kind: InstitutionKind;
  readonly nowMs: () => number;
  /** What banks keep for an institution in the first mode, by its own records; 0 if absent. */
  readonly depositsAtBanksMinor?: bigint;
}

/**
 * Compares the office's books with the ledger, both as of one block, and keeps what it found. Nothing may be on its way to the
 * ledger meanwhile. Throws `SyceeError` when the ledger cannot be read, and an error when it changes all the time.
 */
export async function reconcile(options: ReconcileOptions): Promise<Reconciliation> {
  const { store, nowMs } = options;
  const reading = await readAtOneBlock(options);
  const office = await officeAccounts(store);
  const transactions = await compareTransactions(options, store.numbers.get(RECONCILED_UNTIL) ?? 0);
  const differences = [
    ...compareBooks(office, reading.accounts, reading.totals, options.kind.ownAccounts),
    ...transactions.differences,
    ...stuckOrders(store, nowMs()),
  ];
  const reconciliation: Reconciliation = {
    id: `rec_${randomUUID()}`,
    madeMs: nowMs(),
    height: reading.height.toString(),
    accounts: office.length,
    orders: transactions.orders,
    differences,
  };
  await store.change(() => {
    void store.reconciliations.put(reconciliation.id, reconciliation);
    void store.numbers.put(RECONCILED_UNTIL, reading.timeMs);
  });
  await forgetCompared(store, reading.timeMs);
  return reconciliation;
}

/** Block time of the last reconciliation: by the ledger's clock, which need not be this machine's. */
const RECONCILED_UNTIL = "reconciled until";

interface Reading {
  readonly height: bigint;
  readonly timeMs: number;
  readonly accounts: readonly LedgerAccount[];
  readonly totals: LedgerTotals;
}

/** Reads until no block that concerned the institution came in between. */
async function readAtOneBlock(options: ReconcileOptions): Promise<Reading> {
  const { client, feed } = options;
  await feed.catchUp(BigInt((await client.status()).height));
  for (let attempt = 0; attempt < MAX_READINGS; attempt++) {
    const instrument = await readInstrument(options);
    const accounts = await readAccounts(options, instrument.instrument);
    const totals = await readTotals(options, instrument);
    const { height, headTimeMs } = await client.status();
    if ((await feed.catchUp(BigInt(height))) === 0) return { height: BigInt(height), timeMs: Number(headTimeMs), accounts, totals };
  }
  throw new Error("the institution's accounts changed each time that they were read");
}

async function readAccounts({ client, institution }: ReconcileOptions, instrument: number): Promise<LedgerAccount[]> {
  const accounts: LedgerAccount[] = [];
  for (let from = 0; ; from += ACCOUNTS_AT_ONCE) {
    const answer = await client.customerAccounts(institution, from, ACCOUNTS_AT_ONCE);
    for (const { account, balances } of answer.accounts) {
      // A bank's accounts for payment institutions are in the same instrument, under numbers of their own.
      const balance = balances.find((each) => each.instrument === instrument && each.place === CUSTOMERS);
      if (balance !== undefined) accounts.push({ account, balanceMinor: BigInt(balance.amountMinor), state: balance.state });
    }
    if (answer.accounts.length < ACCOUNTS_AT_ONCE) return accounts;
  }
}

/** Where the ledger says that customers' money lies. */
const CUSTOMERS = "customers";

async function readInstrument({ client, institution, kind }: ReconcileOptions): Promise<InstrumentJson> {
  const found = ownInstrument(await client.instruments(), institution, kind);
  if (found === undefined) throw new Error(`${institution} issues no ${kind.instrument} on this ledger`);
  return found;
}

async function readTotals(
  { client, institution, kind, depositsAtBanksMinor = 0n }: ReconcileOptions,
  { instrument, outstandingMinor: outstanding }: InstrumentJson,
): Promise<LedgerTotals> {
  const { balances } = await client.account(institution);
  const sum = (held: typeof balances) => held.reduce((total, { amountMinor }) => total + BigInt(amountMinor), 0n);
  const outstandingMinor = BigInt(outstanding);
  const customersMinor = sum(balances.filter((each) => each.place === CUSTOMERS && each.instrument === instrument));
  return {
    outstandingMinor,
    elsewhereMinor: outstandingMinor - customersMinor,
    ...(kind.isCovered ? { coverMinor: sum(balances.filter(({ place }) => place === "reserve")) + depositsAtBanksMinor } : {}),
  };
}

/** Asks the ledger for every transaction that the office noted as final since the last time. */
async function compareTransactions(
  { client, store }: ReconcileOptions,
  sinceMs: number,
): Promise<{ readonly orders: number; readonly differences: readonly Difference[] }> {
  const due = Array.from(store.posted.getRange().filter(({ value }) => value.finalMs >= sinceMs));
  const differences: Difference[] = [];
  let orders = 0;
  for (let first = 0; first < due.length; first += TRANSACTIONS_AT_ONCE) {
    const some = due.slice(first, first + TRANSACTIONS_AT_ONCE);
    const answers = await Promise.all(some.map(async ({ key }) => await statusOnLedger(client, key)));
    for (const [index, { key: transaction, value: posted }] of some.entries()) {
      const found = answers[index] ?? "unknown_transaction";
      orders += posted.orders.length;
      if (found === posted.status || found === "pruned") continue;
      for (const order of posted.orders) differences.push({ kind: "transaction", order, transaction, found });
    }
  }
  return { orders, differences };
}

/** Forgets transactions that were compared: the office's books tell what they did, and blocks that old are read. */
async function forgetCompared(store: OfficeStore, untilMs: number): Promise<void> {
  const compared = Array.from(
    store.posted.getRange().filter(({ value }) => value.finalMs < untilMs),
    ({ key }) => key,
  );
  for (let first = 0; first < compared.length; first += FORGOTTEN_AT_ONCE) {
    const some = compared.slice(first, first + FORGOTTEN_AT_ONCE);
    await store.change(() => {
      for (const key of some) void store.posted.remove(key);
    });
  }
}

async function statusOnLedger(client: Client, transaction: string): Promise<string> {
  try {
    const answer = await client.transaction(transaction);
    if (answer.status !== "final") return answer.status;
    return answer.receipt.status === "executed" ? "executed" : "refused";
  } catch (error) {
    if (error instanceof SyceeError && (error.code === "unknown_transaction" || error.code === "pruned")) return error.code;
    throw error;
  }
}

function stuckOrders(store: OfficeStore, nowMs: number): Difference[] {
  const differences: Difference[] = [];
  for (const { value: id } of store.queue.getRange()) {
    const order = store.orders.get(id);
    if (order === undefined || order.acceptedMs + STUCK_AFTER_MS > nowMs) continue;
    differences.push({ kind: "stuck_order", order: order.id, acceptedMs: order.acceptedMs });
  }
  return differences;
}
