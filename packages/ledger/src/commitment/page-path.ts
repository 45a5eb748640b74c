import type { PageLevel } from "@sycee/protocol/core";
import { type Collection, PAGE_WAYS, pageNodeKeyText, pageNumberOf, pageSlotAt } from "./page-tree-format.ts";
import { isEmptySlot } from "./trie-format.ts";
import { beside } from "./trie-proof.ts";
import type { LoadNode } from "./committed-nodes.ts";

/** What is beside the way from a page to its collection's top, lowest first; `undefined` when there is no such page. */
export function pageLevels({ levels, top }: Collection, key: Uint8Array, load: LoadNode): PageLevel[] | undefined {
  const page = pageNumberOf(key);
  if (page >= PAGE_WAYS ** levels) return undefined;
  const path: PageLevel[] = [];
  let parent = top;
  let at = 0;
  for (let level = levels; level > 0; level -= 1) {
    const number = Math.floor(page / PAGE_WAYS ** level);
    const way = Math.floor(page / PAGE_WAYS ** (level - 1)) % PAGE_WAYS;
    const node = load(pageNodeKeyText(key, level, number), parent, at);
    path.push(beside(node, pageSlotAt(0), PAGE_WAYS, way));
    parent = node;
    at = pageSlotAt(way);
    if (isEmptySlot(parent, at)) return undefined;
  }
  return path.reverse();
}
