import { stateFromJson, stateToJson } from "./state-json.ts";

/** One entry of a memory as a table keeps it. `json` is `undefined` where the entry is gone and its row is to be deleted. */
export interface MemoryRow {
  readonly memory: string;
  readonly key: string;
  /** Orders the entries of a memory by when they were last set. */
  readonly touched: number;
  readonly json: string | undefined;
}

interface Entry<Value> {
  readonly value: Value;
  readonly expiresMs: number;
  readonly touched: number;
}

/** How many entries may be looked at, at most, to drop expired ones, each time one is set. */
const SWEEP = 4;

/**
 * What a rule remembers, by key: at most `maximum` entries, each until it expires. Where it is full, the entry that was set
 * longest ago makes room and is counted in {@link forgotten}: the rule may miss a pattern then, it never invents one.
 * Entries are plain data (numbers, texts, bigints, arrays and objects of them), so that they can be kept as rows.
 */
export class BoundedMemory<Value> {
  readonly name: string;
  readonly #maximum: number;
  /** In the order in which they were last set. */
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #changed = new Set<string>();
  #touched = 0;
  #forgotten = 0;

  constructor(name: string, maximum: number) {
    this.name = name;
    this.#maximum = maximum;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** How many entries made room before they expired, since the start of the process. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /** The entry of a key, unless it expired before `nowMs`. */
  get(key: string, nowMs: number): Value | undefined {
    const entry = this.#entries.get(key);
    return entry === undefined || entry.expiresMs < nowMs ? undefined : entry.value;
  }

  /** Sets an entry, which is then the newest. */
  set(key: string, value: Value, expiresMs: number, nowMs: number): void {
    this.#entries.delete(key);
    this.#touched += 1;
    this.#entries.set(key, { value, expiresMs, touched: this.#touched });
    this.#changed.add(key);
    this.#sweep(nowMs);
  }

  /** Entries set or gone since the last call, in the order of their keys' first change. */
  takeChanges(): MemoryRow[] {
    const rows = [...this.#changed].map((key) => {
      const entry = this.#entries.get(key);
      const json = entry === undefined ? undefined : stateToJson({ value: entry.value, expiresMs: entry.expiresMs });
      return { memory: this.name, key, touched: entry?.touched ?? 0, json };
    });
    this.#changed.clear();
    return rows;
  }

  /** Takes the rows of this memory, in any order, into an empty memory. */
  restore(rows: readonly MemoryRow[]): void {
    if (this.#entries.size > 0) throw new Error(`the memory ${this.name} is restored only while it is empty`);
    for (const { key, touched, json } of rows.toSorted((one, other) => one.touched - other.touched)) {
      if (json === undefined) continue;
      // Rows are what takeChanges of this very memory gave; the detector's version row vouches for that.
      const { value, expiresMs } = stateFromJson(json) as { value: Value; expiresMs: number };
      this.#entries.set(key, { value, expiresMs, touched });
      this.#touched = Math.max(this.#touched, touched);
    }
  }

  /** Drops some of the oldest entries that have expired, and as many more as the bound asks for. */
  #sweep(nowMs: number): void {
    let looked = 0;
    for (const [key, entry] of this.#entries) {
      const expired = entry.expiresMs < nowMs;
      if (!expired && this.#entries.size <= this.#maximum) break;
      if (!expired) this.#forgotten += 1;
      this.#entries.delete(key);
      this.#changed.add(key);
      looked += 1;
      if (looked >= SWEEP) break;
    }
  }
}
