import { type DecodedTransaction, NONCE_KEY_BYTES, readNonceKey, writeNonceKey } from "@sycee/protocol/core";
import { decodeRecordHeader } from "../block-record.ts";
import { includedTransactions } from "../included-transactions.ts";
import { keyedHash } from "./keyed-hash.ts";
import { NonceTable, type RememberedTransaction } from "./nonce-table.ts";

/** A table takes nonces for this long in block time, or until it has so many; then a new one does. */
const TABLE_MS = 30_000;
const TABLE_ROWS = 1_000_000;

interface Period {
  readonly beganMs: number;
  readonly table: NonceTable;
}

const key = new Uint8Array(NONCE_KEY_BYTES);
/** Of which transaction `key` is, if it is a decoded one's, and its hash: who looks for a nonce mostly uses it next. */
let keyOf: DecodedTransaction | undefined;
let hashOfKey = 0;

/**
 * Which (first signer, nonce) pairs were used by transactions that have not expired yet. It is a function of the blocks
 * of the last two minutes of block time, which headers already commit to; after a restart it is filled from the log.
 */
export class ReplayWindow {
  /** Newest first: a nonce used again after its first user expired stands in two. */
  private periods: Period[] = [];
  private readonly block = new NonceTable();

  /** Begins a block: forgets what a block that was not committed has used. */
  begin(): void {
    this.block.clear();
  }

  /** The transaction that used the same nonce, in the block begun or before it, and has not expired at `timeMs`. */
  find(transaction: DecodedTransaction, timeMs: bigint): RememberedTransaction | undefined {
    const hash = takeKey(transaction);
    return this.block.find(key, hash) ?? this.findInPeriods(hash, timeMs);
  }

  /** The same, of committed blocks alone. */
  findCommitted(transaction: DecodedTransaction, timeMs: bigint): RememberedTransaction | undefined {
    return this.findInPeriods(takeKey(transaction), timeMs);
  }

  private findInPeriods(hash: number, timeMs: bigint): RememberedTransaction | undefined {
    for (const { table } of this.periods) {
      const found = table.find(key, hash);
      if (found !== undefined) return found.expiryMs >= timeMs ? found : undefined;
    }
    return undefined;
  }

  /** Remembers a transaction of the block begun. */
  use(transaction: DecodedTransaction, id: Uint8Array, height: bigint, index: number): void {
    this.block.add(key, takeKey(transaction), { id, height, index, expiryMs: transaction.payload.expiryMs });
  }

  /** Remembers all transactions of a committed block, given as the log keeps it. */
  remember(record: Uint8Array): void {
    const { height } = decodeRecordHeader(record);
    // Block 0 is the genesis document, which nobody signed.
    if (height === 0n) return;
    this.begin();
    keyOf = undefined;
    const { timeMs } = includedTransactions(record, (entry, id, index) => {
      const expiryMs = BigInt(readNonceKey(entry, key));
      this.block.add(key, keyedHash(key), { id, height, index, expiryMs });
    });
    this.commit(timeMs);
  }

  /** The block begun, of that time, is committed. What expired before it is forgotten: from now on it is refused for its expiry. */
  commit(timeMs: bigint): void {
    const now = Number(timeMs);
    let [newest] = this.periods;
    if (newest === undefined || now > newest.beganMs + TABLE_MS || newest.table.size > TABLE_ROWS) {
      newest = { beganMs: now, table: new NonceTable() };
      this.periods = [newest, ...this.periods.filter(({ table }) => table.lastExpiryMs >= now)];
    }
    newest.table.addAll(this.block);
    this.block.clear();
  }
}

/** Puts a transaction's nonce into `key` and answers its hash. */
function takeKey(transaction: DecodedTransaction): number {
  if (keyOf === transaction) return hashOfKey;
  writeNonceKey(transaction, key);
  hashOfKey = keyedHash(key);
  keyOf = transaction;
  return hashOfKey;
}
