import type { StateWrite } from "../runtime/virtual-machine.ts";
import { compareKeys } from "./sort-writes.ts";

/** Two lists of writes, each sorted by key, as one. */
export function mergeWrites(left: readonly StateWrite[], right: readonly StateWrite[]): StateWrite[] {
  if (right.length === 0) return [...left];
  const merged: StateWrite[] = [];
  let next = 0;
  for (const write of right) {
    for (let before = left[next]; before !== undefined && compareKeys(before, write) < 0; before = left[next]) {
      merged.push(before);
      next++;
    }
    merged.push(write);
  }
  for (const write of left.slice(next)) merged.push(write);
  return merged;
}
