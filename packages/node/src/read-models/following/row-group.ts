import type { BlockRecord, ChainReader, HoldingsChange } from "@sycee/ledger";
import { bytesToHex } from "@sycee/protocol/core";
import type { AlertFeed } from "../alerts/storing/alert-feed.ts";
import { isInstitution, observedCustomerPayments, observedPayments } from "../alerts/storing/observed-payments.ts";
import { customerPayments } from "../alerts/watching/customer-payments.ts";
import { merchantChanges } from "../alerts/watching/merchant-changes.ts";
import type { PaymentWatch } from "../alerts/watching/payment-watch.ts";
import { putRows } from "../database/put-rows.ts";
import type { SqlConnection } from "../database/sql-database.ts";
import { ACTIVITY_BUCKET_MS, type Tables } from "../database/tables.ts";
import { ActivitySums } from "./activity-sums.ts";
import { transactionRows } from "./describe-transactions.ts";
import { keptEvent } from "./event-kinds.ts";
import { writeHoldings } from "./holdings-rows.ts";
import { roleChange } from "./institution-roles.ts";
import type { LastValues } from "./last-values.ts";
import { paymentRows } from "./payments-of.ts";
import { SeriesRows } from "./series-rows.ts";

/** Longer ones are in the log alone. */
const MAX_EVENT_TEXT = 16_384;

/** A block as it was read. */
export interface ReadBlock {
  readonly record: BlockRecord;
  /** `0x` and 64 digits. */
  readonly hash: string;
  readonly isPruned: boolean;
}

/** Rows of several blocks in a row, to be written in one transaction. */
export class RowGroup {
  readonly #reader: ChainReader;
  readonly #series: SeriesRows;
  readonly #alerts: AlertFeed;
  readonly #watch: PaymentWatch;
  readonly #blocks: Tables["blocks"][] = [];
  readonly #transactions: Tables["transactions"][] = [];
  readonly #payments: Tables["payments"][] = [];
  readonly #customerPayments: Tables["customer_payments"][] = [];
  readonly #merchants = new Map<string, boolean>();
  readonly #events: Tables["events"][] = [];
  readonly #holdings: { readonly height: bigint; readonly changes: readonly HoldingsChange[] }[] = [];
  readonly #activity = new ActivitySums();
  #position: { readonly height: bigint; readonly time_ms: bigint; readonly hash: string; readonly chain_id: string } | undefined;

  constructor(reader: ChainReader, last: LastValues, alerts: AlertFeed, watch: PaymentWatch) {
    this.#reader = reader;
    this.#series = new SeriesRows(last);
    this.#alerts = alerts;
    this.#watch = watch;
  }

  /** Rows so far, or about so. */
  get size(): number {
    const singles = this.#transactions.length + this.#payments.length + this.#customerPayments.length + this.#events.length;
    return this.#blocks.length + this.#holdings.length + singles;
  }

  /** Takes a block that the reader has taken. */
  add({ record, hash, isPruned }: ReadBlock): void {
    const { header } = record;
    const { height, timeMs } = header;
    const payments = paymentRows(this.#reader, record);
    const transactions = transactionRows(this.#reader, record);
    this.#payments.push(...payments);
    this.#transactions.push(...transactions);
    this.#blocks.push({
      height,
      time_ms: timeMs,
      hash,
      transactions: header.transactionCount,
      payments: payments.length,
      is_pruned: isPruned,
    });
    this.#holdings.push({ height, changes: this.#reader.holdingsIn(record.writes) });
    this.#addEvents(record);
    this.#series.addStanding(this.#reader.instruments(), this.#reader.supply(), header);
    const changes = this.#reader.resourcesIn(record.writes, (type) => SeriesRows.isRead(this.#reader, type));
    this.#series.addResources(this.#reader, changes, header);
    this.#activity.addBlock(timeMs - (timeMs % ACTIVITY_BUCKET_MS), {
      transactions,
      payments,
      turnover: this.#reader.turnoverOf(record),
      unitOf: (instrument) => this.#series.unitOf(instrument),
    });
    this.#addToAlerts(record, payments);
    this.#position = { chain_id: `0x${bytesToHex(header.chainId)}`, height, hash, time_ms: timeMs };
  }

  #addToAlerts(record: BlockRecord, payments: readonly Tables["payments"][]): void {
    const { height, timeMs } = record.header;
    const unitOf = (instrument: number): string | undefined => this.#series.unitOf(instrument);
    this.#watch.beginBlock(timeMs);
    const between = customerPayments(record, { unitOf, issuedBy: (institution) => this.#series.issuedBy(institution) }, this.#watch);
    const numbers = new Map<number, number>();
    for (const { position, number } of payments) numbers.set(position, number + 1);
    const rows = between.map(({ position, kind, payer, payee, instrument, amountMinor: amount }): Tables["customer_payments"] => {
      const number = numbers.get(position) ?? 0;
      numbers.set(position, number + 1);
      const is_considerable = this.#watch.isConsiderable(unitOf(instrument) ?? "", amount);
      return { height, position, number, time_ms: timeMs, kind, instrument, amount, payer, payee, is_considerable };
    });
    for (const row of rows) this.#customerPayments.push(row);
    const merchants = merchantChanges(record);
    for (const [account, isMerchant] of merchants) this.#merchants.set(account, isMerchant);
    const roles = this.#series.rolesOf(height).filter(({ role }) => isInstitution(role));
    const observed = [...observedPayments(payments, unitOf), ...observedCustomerPayments(rows, unitOf)];
    this.#alerts.addBlock({
      institutions: roles.map(({ address }) => address),
      merchants,
      // The sort is stable: what a transaction moved comes before what its customers paid each other, as their numbers have it.
      payments: rows.length === 0 ? observed : observed.toSorted((one, other) => positionOf(one.id) - positionOf(other.id)),
    });
  }

  async #writeWatched(connection: SqlConnection): Promise<number> {
    let rows = await putRows(connection, "customer_payments", this.#customerPayments);
    rows += await putRows(connection, "passed_over_payments", this.#watch.takePassedOver(), {
      key: ["part_ms"],
      set: "payments = passed_over_payments.payments + EXCLUDED.payments",
    });
    const merchants = [...this.#merchants];
    for (const [account, isMerchant] of merchants) {
      if (!isMerchant) await connection.query("DELETE FROM merchant_accounts WHERE account = $1", [account]);
    }
    const added = merchants.filter(([, isMerchant]) => isMerchant).map(([account]) => ({ account }));
    return rows + (await putRows(connection, "merchant_accounts", added, { key: ["account"], set: "account = EXCLUDED.account" }));
  }

  /** Writes everything, with the block up to which it goes. Returns the number of rows. */
  async write(connection: SqlConnection): Promise<number> {
    if (this.#position === undefined) return 0;
    let rows = await this.#series.write(connection, this.#reader.units());
    rows += await putRows(connection, "blocks", this.#blocks);
    rows += await putRows(connection, "transactions", this.#transactions);
    rows += await putRows(connection, "payments", this.#payments);
    rows += await this.#writeWatched(connection);
    rows += await putRows(connection, "events", this.#events);
    rows += await writeHoldings(connection, this.#holdings);
    rows += await this.#activity.write(connection);
    rows += await this.#alerts.write(connection, this.#position.height);
    await connection.query("DELETE FROM chain_position");
    await putRows(connection, "chain_position", [this.#position]);
    return rows;
  }

  #addEvents({ header, results }: BlockRecord): void {
    const { height, timeMs } = header;
    for (const [position, result] of results.entries()) {
      if (result.kind !== "receipt") continue;
      for (const [number, event] of result.receipt.events.entries()) {
        const kept = keptEvent(event.type);
        if (kept === undefined || event.data.length > MAX_EVENT_TEXT) continue;
        const fields = this.#reader.eventJson(event);
        const change = roleChange(kept.type, fields);
        if (change !== undefined) this.#series.addRole(change, height);
        this.#events.push({ height, position, number, time_ms: timeMs, type: kept.type, fields, is_public: kept.isPublic });
      }
    }
  }
}

/** Which transaction of its block a payment of that id is in. */
function positionOf(id: string): number {
  return Number(id.split(".", 2)[1]);
}
