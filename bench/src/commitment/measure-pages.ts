import { openStateCommitment } from "@sycee/ledger";
import sodium from "sodium-native";
import { NodeStore } from "./node-store.ts";
import { median, processorMs } from "./processor-time.ts";

const ENTRIES = 10_000_000;
const UPDATES = 1_000_000;
const PAGE_ENTRIES = 64;
const PAGE_BYTES = 1 + PAGE_ENTRIES * 8;

/** Milliseconds of processor time for a root, and for hashing the same pages and nothing else. */
export interface PagesFigures {
  readonly pagesChanged: number;
  readonly rootMs: readonly number[];
  readonly hashingMs: readonly number[];
  readonly medianRootMs: number;
  readonly medianRatio: number;
}

/** A root after a million uniform updates of a paged vector of ten million u64, `rounds` times, each beside the bare hashing of the same pages. */
export function measurePages(rounds: number): PagesFigures {
  const store = new NodeStore();
  const commitment = openStateCommitment(store);
  const pages = Array.from({ length: ENTRIES / PAGE_ENTRIES }, (_, page) => {
    const key = Buffer.alloc(57, 3);
    key[0] = 6;
    key.writeBigUInt64BE(BigInt(page), 49);
    const value = Buffer.alloc(PAGE_BYTES);
    value[0] = PAGE_ENTRIES;
    return { key, value };
  });
  const draw = xorshift(20_261_121);
  const digest = Buffer.alloc(32);
  const rootMs: number[] = [];
  const hashingMs: number[] = [];
  let pagesChanged = 0;
  for (let round = -1; round < rounds; round += 1) {
    const changed = new Set<number>();
    // The first round makes the vector.
    if (round < 0) for (const page of pages.keys()) changed.add(page);
    else for (let update = 0; update < UPDATES; update += 1) changed.add(change(pages, draw() % ENTRIES, round));
    const writes = pages.filter((_, page) => changed.has(page));
    let update: ReturnType<typeof commitment.update> | undefined;
    const root = processorMs(() => (update = commitment.update(writes)));
    const hashing = processorMs(() => {
      for (const { value } of writes) sodium.crypto_generichash(digest, value);
    });
    if (update === undefined) throw new Error("the root was made");
    store.take(update.nodeWrites);
    update.commit();
    if (round < 0) continue;
    pagesChanged = writes.length;
    rootMs.push(root);
    hashingMs.push(hashing);
  }
  const medianRatio = median(rootMs.map((root, round) => root / (hashingMs[round] ?? 1)));
  return { pagesChanged, rootMs, hashingMs, medianRootMs: median(rootMs), medianRatio };
}

/** Changes an entry of the vector; answers its page. */
function change(pages: readonly { readonly value: Uint8Array }[], entry: number, round: number): number {
  const page = Math.floor(entry / PAGE_ENTRIES);
  const value = pages[page]?.value;
  if (value === undefined) throw new Error("an entry has a page");
  const at = 1 + (entry % PAGE_ENTRIES) * 8;
  value[at] = (value[at] ?? 0) + 1;
  value[at + 1] = round;
  return page;
}

function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
