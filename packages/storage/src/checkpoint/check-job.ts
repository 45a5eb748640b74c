import fs from "node:fs";
import { crc32 } from "node:zlib";
import type { LeafPlan } from "./branch-walk.ts";
import { DamageFound, type DataFileDamage } from "./damage-found.ts";
import { LeafScan } from "./leaf-scan.ts";
import type { MetaRecord } from "./page-format.ts";
import { TakenPages } from "./taken-pages.ts";
import { noCounts, type TreeCounts } from "./tree-counts.ts";

/** Bytes of a data file that a seal has one checksum of. */
export const PIECE_BYTES: number = 1024 * 1024;

/** Pages that a thread looks through at a time. */
export const PAGES_A_PART = 256;

/** Words that all threads of a check share: the first part that nobody has taken yet, and how many are done. */
export const SHARED_WORD = { next: 0, done: 1 } as const;

/** What a check of a data file goes through, in parts that several threads take one after another. */
export type CheckJob = {
  readonly path: string;
  /** See {@link SHARED_WORD}. */
  readonly shared: Int32Array;
} & (
  | {
      readonly kind: "pieces";
      /** The crc32 of each piece of {@link PIECE_BYTES}. */
      readonly parts: readonly number[];
    }
  | {
      readonly kind: "leaves";
      /** First pages of so many in a row, of {@link PAGES_A_PART} each. */
      readonly parts: readonly number[];
      readonly meta: MetaRecord;
      /** Of the tree of entries. */
      readonly plan: LeafPlan;
      /** By page: whether something uses it. In memory that all threads share. */
      readonly taken: Uint8Array;
    }
);

/** What a thread found. */
export interface CheckOutcome {
  readonly damage: DataFileDamage | undefined;
  /** Of leaves; zeros for pieces. */
  readonly counts: TreeCounts;
}

/** Goes through parts of a job until there are no more. Where it finds damage it takes the rest of the parts from all threads. */
export function runCheckJob(job: CheckJob): CheckOutcome {
  const descriptor = fs.openSync(job.path, "r");
  const counts = noCounts();
  try {
    if (job.kind === "pieces") comparePieces(descriptor, job.shared, job.parts);
    else {
      const file = { descriptor, meta: job.meta, taken: new TakenPages(job.taken) };
      const scan = new LeafScan(file, { plan: job.plan, counts });
      const end = job.meta.lastPage + 1;
      for (const first of untaken(job.shared, job.parts)) scan.scan(first, Math.min(first + PAGES_A_PART, end));
    }
    return { damage: undefined, counts };
  } catch (error) {
    if (!(error instanceof DamageFound)) throw error;
    Atomics.store(job.shared, SHARED_WORD.next, job.parts.length);
    return { damage: error.damage, counts };
  } finally {
    fs.closeSync(descriptor);
  }
}

function comparePieces(descriptor: number, shared: Int32Array, checksums: readonly number[]): void {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  for (const { piece, checksum } of untaken(
    shared,
    checksums.map((each, place) => ({ piece: place, checksum: each })),
  )) {
    const length = fs.readSync(descriptor, buffer, 0, PIECE_BYTES, piece * PIECE_BYTES);
    if (crc32(buffer.subarray(0, length)) !== checksum)
      throw new DamageFound("its bytes are not those it was closed with", piece * PIECE_BYTES);
  }
}

function* untaken<T>(shared: Int32Array, parts: readonly T[]): Generator<T> {
  for (;;) {
    const part = parts[Atomics.add(shared, SHARED_WORD.next, 1)];
    if (part === undefined) return;
    yield part;
    Atomics.add(shared, SHARED_WORD.done, 1);
  }
}
