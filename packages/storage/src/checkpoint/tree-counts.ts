import { DamageFound } from "./damage-found.ts";
import type { TreeRecord } from "./page-format.ts";

const COUNTED = ["entries", "branchPages", "leafPages", "overflowPages"] as const;

/** What was found in a tree, or in parts of it. */
export interface TreeCounts {
  entries: number;
  branchPages: number;
  leafPages: number;
  overflowPages: number;
}

export function noCounts(): TreeCounts {
  return { entries: 0, branchPages: 0, leafPages: 0, overflowPages: 0 };
}

/** Adds counts to others. */
export function addCounts(to: TreeCounts, counts: TreeCounts): void {
  for (const name of COUNTED) to[name] += counts[name];
}

/** Compares a tree's counts with its record. Throws {@link DamageFound}. */
export function compareCounts(record: TreeRecord, counts: TreeCounts): void {
  for (const name of COUNTED) {
    if (BigInt(counts[name]) !== record[name]) {
      throw new DamageFound(`a tree has ${counts[name]} ${name}, and ${record[name]} by its record`, 0);
    }
  }
}
