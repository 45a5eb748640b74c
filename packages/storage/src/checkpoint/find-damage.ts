import fs from "node:fs";
import { join } from "node:path";
import type { CheckJob, CheckOutcome } from "./check-job.ts";
import { runInThreads, type TellChecked } from "./check-threads.ts";
import { readSeal } from "./checkpoint-seal.ts";
import { DamageFound, type DataFileDamage } from "./damage-found.ts";
import { latestMeta } from "./latest-meta.ts";
import type { MetaRecord } from "./page-format.ts";
import { addCounts, noCounts, PageTreeWalk, type TreeEntry, takenPages } from "./page-tree-walk.ts";

/** Subtrees that threads take one after another: many more than threads, so that none waits long for the last. */
const SUBTREES = 256;

/**
 * Looks for damage in a directory's data file: compares it with its seal where it was closed in order, else reads every page that LMDB
 * would use and every entry: page numbers, bounds, order and counts, that no page is used twice or free and used, and each entry's
 * checksum. LMDB itself checks nothing of this: a damaged page can hide entries or end the process. Resolves to something that is
 * wrong, `undefined` when all is sound. A third of a second a gigabyte with a seal, else about a second for a million entries, shared by all cores.
 */
export async function findDamage(directory: string, tell: TellChecked = () => undefined): Promise<DataFileDamage | undefined> {
  const path = join(directory, "data.mdb");
  const descriptor = fs.openSync(path, "r");
  try {
    const size = fs.fstatSync(descriptor).size;
    const meta = latestMeta(descriptor);
    const seal = readSeal(directory);
    if (meta !== undefined && seal?.transaction === meta.transaction.toString()) {
      if (size !== seal.bytes)
        throw new DamageFound(`it has ${size} bytes and had ${seal.bytes} when it was closed`, Math.min(size, seal.bytes));
      throwDamage(await runInThreads({ kind: "pieces", path, parts: seal.pieces, shared: sharedWords() }, size, tell));
    } else await walkTrees({ path, descriptor, size, meta }, tell);
    return undefined;
  } catch (error) {
    if (error instanceof DamageFound) return error.damage;
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
  readonly size: number;
  readonly meta: MetaRecord | undefined;
}

async function walkTrees({ path, descriptor, size, meta }: OpenFile, tell: TellChecked): Promise<void> {
  if (meta === undefined) throw new DamageFound("its meta pages are not LMDB's", 0);
  if (meta.mainTree.flags !== 0) throw new DamageFound("its tree has flags that this store never sets", 0);
  const taken = takenPages(meta, size);
  const walk = new PageTreeWalk(descriptor, meta, taken);
  const counts = noCounts();
  const parts = walk.split(meta.mainTree, SUBTREES, counts);
  const job: CheckJob = { kind: "subtrees", path, parts, shared: sharedWords(), meta, taken };
  const outcomes = await runInThreads(job, size, tell);
  throwDamage(outcomes);
  for (const outcome of outcomes) addCounts(counts, outcome.counts);
  walk.compareCounts(meta.mainTree, counts);
  for (const entry of walk.freeEntries()) markFree(walk, entry);
}

function sharedWords(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}

function throwDamage(outcomes: readonly CheckOutcome[]): void {
  for (const { damage } of outcomes) if (damage !== undefined) throw new DamageFound(damage.problem, damage.offset);
}

// Numbers u64: how many follow; then pages, 0 for none, or a negative count and the first of so many pages in a row.
function markFree(walk: PageTreeWalk, { value, offset }: TreeEntry): void {
  const numbers = value.length / 8;
  const count = value.length < 8 ? -1 : Number(value.readBigInt64LE(0));
  if (!Number.isInteger(numbers) || count < 0 || count >= numbers) throw new DamageFound("a list of free pages has a wrong length", offset);
  for (let place = 1; place <= count; place += 1) {
    const number = Number(value.readBigInt64LE(place * 8));
    if (number === 0) continue;
    if (number > 0) walk.take(number, 1, offset);
    else if (place === count) throw new DamageFound("a list of free pages ends amid a block", offset);
    else {
      place += 1;
      walk.take(Number(value.readBigInt64LE(place * 8)), -number, offset);
    }
  }
}
