import type { FlowOrder } from "./check-control-flow.ts";
import { missing, type ModuleScope } from "./module-scope.ts";

/** What a pass knows of a function at one point, and how that changes. */
export interface FlowAnalysis<State> {
  /** Runs a block from what is known at its start, which stays as it is, to what is known at its end. */
  run(block: number, before: State): State;
  /** What holds whichever way a block is reached; `undefined` if that is `known` unchanged. Must move one way only. */
  join(known: State, other: State): State | undefined;
}

/**
 * Follows a function's flow from `start` until nothing new is learnt: every reachable block has then been run with what
 * holds on all ways to it. Loops are run again while their join changes; the meter ends what does not settle.
 */
export function settleBlocks<State>(scope: ModuleScope, flow: FlowOrder, start: State, analysis: FlowAnalysis<State>): void {
  if (flow.order.length === 1 && flow.blocks[0]?.successors.length === 0) {
    analysis.run(0, start);
    return;
  }
  const known: (State | undefined)[] = flow.order.map(() => undefined);
  const isPending = new Uint8Array(flow.order.length);
  known[0] = start;
  isPending[0] = 1;
  for (let place = 0; place < flow.order.length; ) {
    const before = known[place];
    if (isPending[place] === 0 || before === undefined) {
      place += 1;
      continue;
    }
    isPending[place] = 0;
    const block = flow.order[place] ?? missing();
    const after = analysis.run(block, before);
    let next = place + 1;
    const { successors } = flow.blocks[block] ?? missing();
    for (let index = 0; index < successors.length; index += 1) {
      scope.charge(2);
      const target = flow.place[successors[index] ?? missing()] ?? -1;
      const there = known[target];
      const joined = there === undefined ? after : analysis.join(there, after);
      if (joined === undefined) continue;
      known[target] = joined;
      isPending[target] = 1;
      next = Math.min(next, target);
    }
    place = next;
  }
}
