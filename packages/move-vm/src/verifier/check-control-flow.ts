import { type Block } from "./flow-graph.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { NONE } from "./short-list.ts";

const BLOCKS_MAX = 1024;
const LOOP_DEPTH_MAX = 5;

/**
 * The blocks of a function that can be reached, in reverse postorder: a block stands before those that follow it, but for
 * loops. Of two that may follow, what the earlier one leads to stands first, as in Move's own verifier: so both find the
 * same fault first.
 */
export interface FlowOrder {
  readonly blocks: readonly Block[];
  /** Indexes of reachable blocks. */
  readonly order: readonly number[];
  /** Place in `order` by block; -1 for a block that cannot be reached. */
  readonly place: Int32Array;
}

/**
 * Pass 11a. The blocks are at most 1,024; every loop has one entry, which all ways into it pass (the flow is reducible);
 * loops nest at most 5 deep. So the passes that follow the flow settle after few rounds.
 */
export function checkControlFlow(scope: ModuleScope, blocks: readonly Block[]): FlowOrder {
  const only = blocks[0];
  if (blocks.length === 1 && only?.successors.length === 0) return { blocks, order: [0], place: new Int32Array(1) };
  if (blocks.length > BLOCKS_MAX) scope.fail("too_many_blocks", `${blocks.length} blocks are above ${BLOCKS_MAX}`);
  const flow = orderBlocks(scope, blocks);
  if (flow.order.length === 1 && only?.successors.length === 0) return flow;
  const predecessors: number[][] = blocks.map(() => []);
  for (let index = 0; index < flow.order.length; index += 1) {
    const block = flow.order[index] ?? missing();
    const { successors } = blocks[block] ?? missing();
    for (let each = 0; each < successors.length; each += 1) (predecessors[successors[each] ?? missing()] ?? missing()).push(block);
  }
  const dominators = findDominators(scope, flow, predecessors);
  const depth = new Int32Array(blocks.length);
  for (let index = 0; index < flow.order.length; index += 1) {
    const head = flow.order[index] ?? missing();
    const backEdges = backEdgesTo(flow, head, predecessors[head] ?? missing());
    if (backEdges === NONE) continue;
    for (const from of backEdges) {
      scope.charge(1);
      if (!dominates(scope, dominators, head, from, flow.place)) {
        scope.fail("irreducible_flow", "a loop can be entered in two places", (blocks[head] ?? missing()).first);
      }
    }
    for (const inside of loopBody(scope, head, backEdges, predecessors)) {
      depth[inside] = (depth[inside] ?? 0) + 1;
      if ((depth[inside] ?? 0) > LOOP_DEPTH_MAX) {
        scope.fail("loop_too_deep", `loops nest deeper than ${LOOP_DEPTH_MAX}`, (blocks[inside] ?? missing()).first);
      }
    }
  }
  return flow;
}

/** Of the blocks that lead to `head` those that do not stand before it; `NONE` itself for none. */
function backEdgesTo(flow: FlowOrder, head: number, predecessors: readonly number[]): readonly number[] {
  let edges: number[] | undefined;
  for (let index = 0; index < predecessors.length; index += 1) {
    const from = predecessors[index] ?? missing();
    if ((flow.place[from] ?? 0) < (flow.place[head] ?? 0)) continue;
    edges ??= [];
    edges.push(from);
  }
  return edges ?? NONE;
}

function orderBlocks(scope: ModuleScope, blocks: readonly Block[]): FlowOrder {
  const seen = new Uint8Array(blocks.length);
  const finished: number[] = [];
  // The blocks on the way here, and by block which of its successors is next.
  const path = [0];
  const nextOf = new Uint32Array(blocks.length);
  seen[0] = 1;
  while (path.length > 0) {
    scope.charge(1);
    const block = path[path.length - 1] ?? missing();
    const next = nextOf[block] ?? 0;
    const { successors } = blocks[block] ?? missing();
    const successor = successors[successors.length - 1 - next];
    nextOf[block] = next + 1;
    if (successor === undefined) {
      finished.push(block);
      path.pop();
    } else if (seen[successor] === 0) {
      seen[successor] = 1;
      path.push(successor);
    }
  }
  const order = finished.reverse();
  const place = new Int32Array(blocks.length).fill(-1);
  for (let index = 0; index < order.length; index += 1) place[order[index] ?? missing()] = index;
  return { blocks, order, place };
}

/** The immediate dominator of each reachable block; the first block is its own (Cooper, Harvey and Kennedy 2001). */
function findDominators(scope: ModuleScope, flow: FlowOrder, predecessors: readonly (readonly number[])[]): Int32Array {
  const dominator = new Int32Array(flow.blocks.length).fill(-1);
  dominator[0] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = 0; index < flow.order.length; index += 1) {
      const block = flow.order[index] ?? missing();
      if (block === 0) continue;
      let best = -1;
      const before = predecessors[block] ?? missing();
      for (let each = 0; each < before.length; each += 1) {
        scope.charge(1);
        const from = before[each] ?? missing();
        if (dominator[from] === -1) continue;
        best = best === -1 ? from : nearestCommon(scope, dominator, flow.place, best, from);
      }
      if (dominator[block] === best) continue;
      dominator[block] = best;
      changed = true;
    }
  }
  return dominator;
}

function nearestCommon(scope: ModuleScope, dominator: Int32Array, place: Int32Array, one: number, other: number): number {
  let left = one;
  let right = other;
  while (left !== right) {
    scope.charge(1);
    if ((place[left] ?? 0) > (place[right] ?? 0)) left = dominator[left] ?? 0;
    else right = dominator[right] ?? 0;
  }
  return left;
}

function dominates(scope: ModuleScope, dominator: Int32Array, upper: number, lower: number, place: Int32Array): boolean {
  let block = lower;
  while ((place[block] ?? 0) > (place[upper] ?? 0)) {
    scope.charge(1);
    block = dominator[block] ?? 0;
  }
  return block === upper;
}

/** The blocks from which a loop's head can be reached without leaving the loop, the head included. */
function loopBody(
  scope: ModuleScope,
  head: number,
  backEdges: readonly number[],
  predecessors: readonly (readonly number[])[],
): Set<number> {
  const body = new Set([head]);
  const pending = [...backEdges];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    scope.charge(1);
    if (body.has(block)) continue;
    body.add(block);
    for (const from of predecessors[block] ?? missing()) pending.push(from);
  }
  return body;
}
