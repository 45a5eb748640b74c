import type { Alert } from "../alert.ts";
import { AlertDetector } from "../alert-detector.ts";
import type { AlertParameters } from "../alert-parameters.ts";
import type { MemoryRow } from "../bounded-memory.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import { stateToJson } from "../state-json.ts";
import { type AlertConnection, putAlertRows } from "./alert-tables.ts";

/** After so many payments what the rules remember is written; as many at most are taken again at a start. */
const PAYMENTS_OF_CHECKPOINT = 50_000;

const FEED = "feed";
const CHECKPOINT = "checkpoint_height";

/** What the feed is opened with. */
export interface AlertFeedOptions {
  readonly parameters: AlertParameters;
  /** Addresses that are institutions as of the block where the tables stand. */
  readonly institutions: Iterable<string>;
  /** Customers' accounts that are merchants' as of then; none if absent. */
  readonly merchants?: Iterable<string> | undefined;
  /** The chain's payments in blocks above `height` and up to where the tables stand, in the order of the chain. */
  paymentsAbove(height: bigint): AsyncIterable<ObservedPayment>;
  /** {@link PAYMENTS_OF_CHECKPOINT} if absent. */
  readonly paymentsOfCheckpoint?: number | undefined;
}

/** What the rules are told of a block. */
export interface AlertBlock {
  /** Who became an institution in it. */
  readonly institutions: readonly string[];
  /** Which customers' accounts became a merchant's, or no longer are; none if absent. */
  readonly merchants?: ReadonlyMap<string, boolean> | undefined;
  /** In their order. */
  readonly payments: readonly ObservedPayment[];
}

/**
 * Takes the payments of the chain block by block and writes the alerts they raise. It is written in the transaction of the blocks, so
 * that alerts are true at the block where the tables stand. What the rules remember is written seldom; a start takes the payments
 * since then again from the tables. After a rejected `write` the feed is of no use: another one goes on from the tables.
 */
export class AlertFeed {
  readonly #detector: AlertDetector;
  readonly #institutions: Set<string>;
  readonly #merchants: Set<string>;
  readonly #paymentsOfCheckpoint: number;
  readonly #changed = new Map<string, Alert>();
  #payments = 0;
  #isDue = false;

  /** Goes on where the tables stand. Rejects with `AlertStateError` where the rules or their parameters are others than before. */
  static async open(connection: AlertConnection, options: AlertFeedOptions): Promise<AlertFeed> {
    const feed = new AlertFeed(options);
    const rows = await connection.query<{ memory: string; key: string; touched: bigint; json: string }>(
      "SELECT memory, key, touched, json FROM alert_memory",
    );
    const memory: MemoryRow[] = rows.map((row) => ({ ...row, touched: Number(row.touched) }));
    feed.#detector.restore(memory.filter((row) => row.memory !== FEED));
    const checkpoint = memory.find((row) => row.memory === FEED && row.key === CHECKPOINT)?.json;
    // Alerts of these payments are in the tables already, unless the tables are older than alerts: they are written once more, alike.
    for await (const payment of options.paymentsAbove(BigInt(checkpoint ?? -1))) feed.#take(payment);
    return feed;
  }

  private constructor({ parameters, institutions, merchants = [], paymentsOfCheckpoint = PAYMENTS_OF_CHECKPOINT }: AlertFeedOptions) {
    this.#institutions = new Set(institutions);
    this.#merchants = new Set(merchants);
    this.#paymentsOfCheckpoint = paymentsOfCheckpoint;
    this.#detector = new AlertDetector(parameters, {
      roleOf: (party) => (this.#institutions.has(party) ? "institution" : this.#merchants.has(party) ? "merchant" : undefined),
      // Whose a wallet is stands on the ledger as a commitment only.
      holderOf: () => undefined,
    });
  }

  /** Takes the next block. */
  addBlock({ institutions, merchants = new Map(), payments }: AlertBlock): void {
    for (const institution of institutions) {
      if (this.#institutions.has(institution)) continue;
      this.#institutions.add(institution);
      // A start takes payments again with the institutions of then: it must not go back behind this block.
      this.#isDue = true;
    }
    for (const [account, isMerchant] of merchants) {
      if (this.#merchants.has(account) === isMerchant) continue;
      if (isMerchant) this.#merchants.add(account);
      else this.#merchants.delete(account);
      this.#isDue = true;
    }
    for (const payment of payments) this.#take(payment);
  }

  /** Writes what changed, up to and with the block `height`. Returns the number of rows. */
  async write(connection: AlertConnection, height: bigint): Promise<number> {
    const alerts = [...this.#changed.values()].map((alert) => {
      const { id, rule, score, revision } = alert;
      return { id, rule, height: alert.height, score, revision, alert: stateToJson(alert) };
    });
    this.#changed.clear();
    const rows = await putAlertRows(connection, "alerts", alerts);
    if (!this.#isDue && this.#payments < this.#paymentsOfCheckpoint) return rows;
    this.#isDue = false;
    this.#payments = 0;
    return rows + (await this.#writeMemory(connection, height));
  }

  /** How full the rules' memories are, and how many patterns may have been missed. */
  memorySizes(): ReturnType<AlertDetector["memorySizes"]> {
    return this.#detector.memorySizes();
  }

  #take(payment: ObservedPayment): void {
    for (const alert of this.#detector.observe(payment)) this.#changed.set(alert.id, alert);
    this.#payments += 1;
  }

  async #writeMemory(connection: AlertConnection, height: bigint): Promise<number> {
    const changes = this.#detector.takeChanges();
    const gone = changes.filter(({ json }) => json === undefined).map(({ memory, key }) => ({ memory, key }));
    if (gone.length > 0) {
      await connection.query(
        "DELETE FROM alert_memory USING json_to_recordset($1::json) AS gone(memory text, key text) WHERE alert_memory.memory = gone.memory AND alert_memory.key = gone.key",
        [JSON.stringify(gone)],
      );
    }
    const kept = changes.filter(({ json }) => json !== undefined);
    const checkpoint: MemoryRow = { memory: FEED, key: CHECKPOINT, touched: 0, json: height.toString() };
    return gone.length + (await putAlertRows(connection, "alert_memory", [...kept, checkpoint]));
  }
}
