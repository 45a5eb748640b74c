import fs from "node:fs";
import { DamageFound } from "./damage-found.ts";
import { BRANCH, type MetaRecord, NO_PAGE, type TreeRecord } from "./page-format.ts";
import { countNodes, nodeAt } from "./page-nodes.ts";
import type { TakenPages } from "./taken-pages.ts";
import type { TreeCounts } from "./tree-counts.ts";

const MAX_DEPTH = 32;
/** In a {@link LeafPlan}: nothing. No node begins at the first byte of a page. */
export const NOWHERE = 0;
/** In a {@link LeafPlan}: the page is the root, which no branch names. No node begins here either. */
export const BY_THE_RECORD = 1;

/**
 * Where a tree's leaves are named, and between which keys each lies: what is needed to check them in the order of the file, which is read several times
 * as fast as in the order of their keys. In memory that threads share; places are bytes of `branches`.
 */
export interface LeafPlan {
  /** The tree's branch pages, one after the other. */
  readonly branches: Uint8Array;
  /** By page: where the node is that names it; {@link NOWHERE} when it is no leaf of this tree. */
  readonly namedAt: Float64Array;
  /** By page: the node whose key its own are at or above, and the one whose key they are below; {@link NOWHERE} without such a bound. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/** A page of a tree, and what its place in the tree demands of it. */
interface Place {
  readonly number: number;
  /** 1 for the root. */
  readonly level: number;
  readonly newest: bigint;
  /** See {@link LeafPlan}. */
  readonly named: number;
  readonly lowest: number;
  readonly highest: number;
  /** Byte of the file that names it. */
  readonly offset: number;
}

/** A data file as it is looked through. */
export interface InspectedFile {
  readonly descriptor: number;
  readonly meta: MetaRecord;
  readonly taken: TakenPages;
}

/** Checks all branches of a tree, counts them, takes its leaves and tells where they belong. Throws {@link DamageFound}. */
export function walkBranches(file: InspectedFile, record: TreeRecord, counts: TreeCounts): LeafPlan {
  const walk = new BranchWalk(file, record, counts);
  if (record.root === NO_PAGE) return walk.plan();
  if (record.depth === 0 || record.depth > MAX_DEPTH) throw new DamageFound("a tree has an impossible depth", 0);
  walk.visit({
    number: Number(record.root),
    level: 1,
    newest: file.meta.transaction,
    named: BY_THE_RECORD,
    lowest: NOWHERE,
    highest: NOWHERE,
    offset: 0,
  });
  return walk.plan();
}

function byPage(pages: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(pages * Float64Array.BYTES_PER_ELEMENT));
}

class BranchWalk {
  readonly #file: InspectedFile;
  readonly #record: TreeRecord;
  readonly #counts: TreeCounts;
  readonly #branches: Buffer[] = [];
  readonly #leaves: Omit<LeafPlan, "branches">;

  constructor(file: InspectedFile, record: TreeRecord, counts: TreeCounts) {
    this.#file = file;
    this.#record = record;
    this.#counts = counts;
    const pages = file.meta.lastPage + 1;
    this.#leaves = { namedAt: byPage(pages), lowest: byPage(pages), highest: byPage(pages) };
  }

  /** What was found so far. */
  plan(): LeafPlan {
    const { pageBytes } = this.#file.meta;
    const branches = new Uint8Array(new SharedArrayBuffer(this.#branches.length * pageBytes));
    for (const [place, page] of this.#branches.entries()) branches.set(page, place * pageBytes);
    return { branches, ...this.#leaves };
  }

  /** Takes a page with all below it: no deeper than the tree, which is {@link MAX_DEPTH} at most. */
  visit(place: Place): void {
    this.#file.taken.take(place.number, 1, place.offset);
    if (place.level < this.#record.depth) {
      this.#visitBranch(place);
      return;
    }
    this.#leaves.namedAt[place.number] = place.named;
    this.#leaves.lowest[place.number] = place.lowest;
    this.#leaves.highest[place.number] = place.highest;
  }

  #visitBranch(place: Place): void {
    const { descriptor, meta } = this.#file;
    const base = this.#branches.length * meta.pageBytes;
    const start = place.number * meta.pageBytes;
    const page = Buffer.alloc(meta.pageBytes);
    if (fs.readSync(descriptor, page, 0, page.length, start) < page.length) throw new DamageFound("the file ends amid a page", start);
    const nodes = countNodes(page, { number: place.number, kind: BRANCH, newest: place.newest, start });
    this.#branches.push(page);
    this.#counts.branchPages += 1;
    const newest = page.readBigUInt64LE(8);
    let at = nodeAt(page, 0, start);
    for (let node = 0; node < nodes; node += 1) {
      const next = node + 1 < nodes ? nodeAt(page, node + 1, start) : undefined;
      this.visit({
        number: page.readUInt32LE(at) + page.readUInt16LE(at + 4) * 2 ** 32,
        level: place.level + 1,
        newest,
        named: base + at,
        // The first key of a branch is never looked at: what is below it is bounded as the branch itself.
        lowest: node === 0 ? place.lowest : base + at,
        highest: next === undefined ? place.highest : base + next,
        offset: start + at,
      });
      if (next !== undefined) at = next;
    }
  }
}
