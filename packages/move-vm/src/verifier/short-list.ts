/** The empty list that all share: it is never written to. */
export const NONE: never[] = [];

/** The list with one more at its end: itself, or a list of its own in place of `NONE`. */
export function having<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** The list without what stands at `index`, in the same order: itself, or `NONE`. Throws if `index` is below 0. */
export function without<Item>(list: Item[], index: number): Item[] {
  if (index < 0) throw new Error("what is to go is not in the list");
  if (list.length === 1) return NONE;
  list.splice(index, 1);
  return list;
}

/** A list of its own with the same items, or with what `change` makes of each; `NONE` for an empty one. */
export function copied<Item>(list: readonly Item[], change?: (item: Item) => Item): Item[] {
  if (list.length === 0) return NONE;
  return change === undefined ? list.slice() : list.map(change);
}
