import type { StateWrite } from "@sycee/move-vm";
import type { LedgerStore } from "../ledger-store.ts";

/** First bytes of the keys of resources, table entries, table entries with long keys, and pages of paged vectors. */
const KINDS = [0x01, 0x02, 0x04, 0x06];

/** Takes an entry of the state. */
export type EntryVisitor = (key: Uint8Array, value: Uint8Array) => void;

/**
 * Passes over the state as of the block at which it began, piece by piece, while blocks go on: what a block changes before
 * the scan has come to it is kept as it was.
 */
export class StateScan {
  private readonly store: LedgerStore;
  private readonly partsAKind: 1 | 256;
  private part = 0;
  /** Within the part, where to go on: keys below it were visited. */
  private from: Buffer | undefined;
  /** For parts not passed, entries changed since the beginning as they were then, `undefined` for those that were not there. */
  private readonly kept = new Map<number, Map<string, Uint8Array | undefined>>();

  /** A part is all keys of a kind or, of 256, those that share the byte after it too. */
  constructor(store: LedgerStore, partsAKind: 1 | 256) {
    this.store = store;
    this.partsAKind = partsAKind;
  }

  /** To be told of every block's writes before the store takes them. */
  keep(writes: readonly StateWrite[]): void {
    for (const { key } of writes) {
      const part = this.partOf(key);
      if (part === undefined || part < this.part) continue;
      if (part === this.part && this.from !== undefined && this.from.compare(key) > 0) continue;
      let kept = this.kept.get(part);
      if (kept === undefined) {
        kept = new Map();
        this.kept.set(part, kept);
      }
      const text = textOf(key);
      if (!kept.has(text)) kept.set(text, this.store.get(key));
    }
  }

  /**
   * Visits the next entries, in no particular order, until keys and values have at least `bytes` bytes; answers whether
   * there are more. A store without `scanFrom` is visited a whole part at a time.
   */
  next(bytes: number, visit: EntryVisitor): boolean {
    let left = bytes;
    for (; this.part < KINDS.length * this.partsAKind; this.part += 1) {
      if (left <= 0) return true;
      left = this.visitPart(left, visit);
      if (this.from !== undefined) return true;
      this.kept.delete(this.part);
    }
    return false;
  }

  private visitPart(bytes: number, visit: EntryVisitor): number {
    const { store, part, partsAKind } = this;
    const prefix = Buffer.of(KINDS[Math.floor(part / partsAKind)] ?? 0, part % partsAKind).subarray(0, partsAKind === 1 ? 1 : 2);
    const kept = this.kept.get(part);
    const canGoOn = store.scanFrom !== undefined;
    const entries = store.scanFrom === undefined ? store.scan(prefix) : store.scanFrom(prefix, this.from ?? prefix);
    let left = bytes;
    for (const { key, value } of entries) {
      if (canGoOn && left <= 0) {
        this.from = Buffer.from(key);
        return left;
      }
      const text = kept === undefined ? "" : textOf(key);
      const before = kept?.has(text) === true ? kept.get(text) : value;
      kept?.delete(text);
      if (before !== undefined) visit(key, before);
      left -= key.length + value.length;
    }
    // What is left was removed since.
    for (const [text, before] of kept ?? []) if (before !== undefined) visit(Buffer.from(text, "latin1"), before);
    this.from = undefined;
    return left;
  }

  private partOf(key: Uint8Array): number | undefined {
    const kind = KINDS.indexOf(key[0] ?? 0);
    return kind < 0 ? undefined : kind * this.partsAKind + (this.partsAKind === 1 ? 0 : (key[1] ?? 0));
  }
}

function textOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("latin1");
}
