import fs from "node:fs";
import { join } from "node:path";
import { type InspectedFile, walkBranches } from "./branch-walk.ts";
import { type CheckJob, type CheckOutcome, PAGES_A_PART } from "./check-job.ts";
import { runInThreads, type TellChecked } from "./check-threads.ts";
import { readSeal } from "./checkpoint-seal.ts";
import { DamageFound, type DataFileDamage } from "./damage-found.ts";
import { latestMeta } from "./latest-meta.ts";
import { LeafScan, type TreeEntry } from "./leaf-scan.ts";
import type { MetaRecord } from "./page-format.ts";
import { TakenPages } from "./taken-pages.ts";
import { addCounts, compareCounts, noCounts } from "./tree-counts.ts";

/**
 * Looks for damage in a directory's data file: compares it with its seal where it was closed in order, else reads every page that LMDB
 * would use and every entry: page numbers, bounds, order and counts, that no page is used twice or free and used, and each entry's
 * checksum; leaves in the order of the file. LMDB itself checks nothing of this: a damaged page can hide entries or end the process. Resolves to something that is
 * wrong, `undefined` when all is sound. A third of a second a gigabyte with a seal, else about half a second for a million entries, shared by all cores.
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
  const file = { descriptor, meta, taken: TakenPages.of(meta, size) };
  const counts = noCounts();
  const plan = walkBranches(file, meta.mainTree, counts);
  const parts = Array.from({ length: Math.ceil((meta.lastPage + 1) / PAGES_A_PART) }, (_, part) => part * PAGES_A_PART);
  const job: CheckJob = { kind: "leaves", path, parts, shared: sharedWords(), meta, plan, taken: file.taken.bytes };
  const outcomes = await runInThreads(job, size, tell);
  throwDamage(outcomes);
  for (const outcome of outcomes) addCounts(counts, outcome.counts);
  compareCounts(meta.mainTree, counts);
  takeFreePages(file);
}

function takeFreePages(file: InspectedFile): void {
  const { freeTree, lastPage } = file.meta;
  const counts = noCounts();
  const plan = walkBranches(file, freeTree, counts);
  // Each list is taken apart at once: it is a view of memory that is read into again.
  new LeafScan(file, { plan, counts, visit: (entry) => takeListed(file.taken, entry) }).scan(0, lastPage + 1);
  compareCounts(freeTree, counts);
}

function sharedWords(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}

function throwDamage(outcomes: readonly CheckOutcome[]): void {
  for (const { damage } of outcomes) if (damage !== undefined) throw new DamageFound(damage.problem, damage.offset);
}

// Numbers u64: how many follow; then pages, 0 for none, or a negative count and the first of so many pages in a row.
function takeListed(taken: TakenPages, { value, offset }: TreeEntry): void {
  const numbers = value.length / 8;
  const count = value.length < 8 ? -1 : Number(value.readBigInt64LE(0));
  if (!Number.isInteger(numbers) || count < 0 || count >= numbers) throw new DamageFound("a list of free pages has a wrong length", offset);
  for (let place = 1; place <= count; place += 1) {
    const number = Number(value.readBigInt64LE(place * 8));
    if (number === 0) continue;
    if (number > 0) taken.take(number, 1, offset);
    else if (place === count) throw new DamageFound("a list of free pages ends amid a block", offset);
    else {
      place += 1;
      taken.take(Number(value.readBigInt64LE(place * 8)), -number, offset);
    }
  }
}
