import type { ChainReader } from "@sycee/ledger";
import { putRows } from "../database/put-rows.ts";
import type { SqlConnection } from "../database/sql-database.ts";
import type { Tables } from "../database/tables.ts";

/** What one block adds. */
export interface BlockActivity {
  readonly transactions: readonly Tables["transactions"][];
  readonly payments: readonly Tables["payments"][];
  readonly turnover: ReturnType<ChainReader["turnoverOf"]>;
  /** Code of the unit that an instrument is in. */
  unitOf(instrument: number): string | undefined;
}

/** How much happened in each stretch of time, and which accounts took part. */
export class ActivitySums {
  readonly #units = new Map<string, Tables["payment_activity"]>();
  readonly #blocks = new Map<bigint, Tables["block_activity"]>();
  readonly #accounts = new Map<string, Tables["accounts"]>();

  addBlock(bucketMs: bigint, { transactions, payments, turnover, unitOf }: BlockActivity): void {
    const block = this.#blocks.get(bucketMs) ?? { bucket_ms: bucketMs, blocks: 0n, executed: 0n, refused: 0n };
    this.#blocks.set(bucketMs, block);
    block.blocks += 1n;
    for (const { status, signers, height } of transactions) {
      if (status === "executed") block.executed += 1n;
      else block.refused += 1n;
      for (const signer of signers) this.#account(signer, height);
    }
    for (const { kind, instrument, transfers, payer, payee, height } of payments) {
      if (payer !== null) this.#account(payer, height).payments_out += BigInt(transfers);
      if (payee !== null) this.#account(payee, height).payments_in += BigInt(transfers);
      const unit = unitOf(instrument);
      if (unit !== undefined && (kind === "paid" || kind === "transfers")) this.#unit(unit, bucketMs).payments += BigInt(transfers);
    }
    for (const [unit, { realMinor, financialMinor }] of turnover) {
      const sums = this.#unit(unit, bucketMs);
      sums.real_value += realMinor;
      sums.financial_value += financialMinor;
    }
  }

  async write(connection: SqlConnection): Promise<number> {
    const units = await putRows(connection, "payment_activity", [...this.#units.values()], {
      key: ["unit", "bucket_ms"],
      set: addUp("payment_activity", "payments", "real_value", "financial_value"),
    });
    const blocks = await putRows(connection, "block_activity", [...this.#blocks.values()], {
      key: ["bucket_ms"],
      set: addUp("block_activity", "blocks", "executed", "refused"),
    });
    const accounts = await putRows(connection, "accounts", [...this.#accounts.values()], {
      key: ["address"],
      set: `last_height = EXCLUDED.last_height, ${addUp("accounts", "payments_in", "payments_out")}`,
    });
    return units + blocks + accounts;
  }

  #unit(unit: string, bucketMs: bigint): Tables["payment_activity"] {
    const key = `${unit} ${bucketMs}`;
    const known = this.#units.get(key) ?? { unit, bucket_ms: bucketMs, payments: 0n, real_value: 0n, financial_value: 0n };
    this.#units.set(key, known);
    return known;
  }

  #account(address: string, height: bigint): Tables["accounts"] {
    const known = this.#accounts.get(address) ?? {
      address,
      first_height: height,
      last_height: height,
      payments_in: 0n,
      payments_out: 0n,
    };
    this.#accounts.set(address, known);
    known.last_height = height;
    return known;
  }
}

function addUp(table: string, ...columns: readonly string[]): string {
  return columns.map((column) => `${column} = ${table}.${column} + EXCLUDED.${column}`).join(", ");
}
