/** Facts about a flow graph that structuring needs; indexed by node. Unreachable nodes have order -1. */
export interface DominatorTree {
  /** Position in reverse postorder. */
  readonly order: readonly number[];
  /** Nodes that each node immediately dominates, by ascending reverse postorder. */
  readonly children: readonly (readonly number[])[];
  /** Whether an edge goes back to the node. */
  readonly isLoopHeader: readonly boolean[];
  /** Whether two or more forward edges meet at the node. */
  readonly isMerge: readonly boolean[];
  /** Number of nodes in the subtree of each node. */
  readonly size: readonly number[];
  /** Most nodes on a path down the tree. */
  readonly height: number;
  /** Whether each backward edge goes to a node that dominates its source: loops are entered only at their header. */
  readonly isReducible: boolean;
}

/**
 * Reverse postorder, dominators (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"), loop headers and
 * merge points of the graph whose node 0 is the entry.
 */
export function dominatorTree(successors: readonly (readonly number[])[]): DominatorTree {
  const sequence = reversePostorder(successors);
  const order: number[] = successors.map(() => -1);
  for (const [position, node] of sequence.entries()) order[node] = position;
  const position = (node: number): number => order[node] ?? -1;

  const predecessors: number[][] = successors.map(() => []);
  const isLoopHeader: boolean[] = successors.map(() => false);
  const forwardEdges: number[] = successors.map(() => 0);
  for (const node of sequence) {
    for (const next of successors[node] ?? []) {
      predecessors[next]?.push(node);
      if (position(next) <= position(node)) isLoopHeader[next] = true;
      else forwardEdges[next] = (forwardEdges[next] ?? 0) + 1;
    }
  }

  const parent = immediateDominators(sequence, predecessors, position);
  const children: number[][] = successors.map(() => []);
  const depth: number[] = successors.map(() => 0);
  for (const node of sequence.slice(1)) {
    const above = parent[node] ?? 0;
    children[above]?.push(node);
    depth[node] = (depth[above] ?? 0) + 1;
  }
  const size: number[] = successors.map(() => 1);
  for (const node of sequence.slice(1).reverse()) {
    const above = parent[node] ?? 0;
    size[above] = (size[above] ?? 0) + (size[node] ?? 0);
  }
  const dominates = (upper: number, lower: number): boolean => {
    let node = lower;
    while (position(node) > position(upper)) node = parent[node] ?? 0;
    return node === upper;
  };
  const isReducible = sequence.every((node) =>
    (successors[node] ?? []).every((next) => position(next) > position(node) || dominates(next, node)),
  );
  const isMerge = forwardEdges.map((count) => count > 1);
  return { order, children, isLoopHeader, isMerge, size, height: 1 + Math.max(...depth), isReducible };
}

function reversePostorder(successors: readonly (readonly number[])[]): number[] {
  const visited = new Set([0]);
  const postorder: number[] = [];
  const path: { node: number; next: number }[] = [{ node: 0, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const successor = successors[top.node]?.[top.next];
    top.next += 1;
    if (successor === undefined) {
      postorder.push(top.node);
      path.pop();
    } else if (!visited.has(successor)) {
      visited.add(successor);
      path.push({ node: successor, next: 0 });
    }
  }
  return postorder.reverse();
}

function immediateDominators(sequence: readonly number[], predecessors: readonly number[][], position: (node: number) => number): number[] {
  const parent: number[] = [];
  parent[0] = 0;
  const meet = (left: number, right: number): number => {
    let a = left;
    let b = right;
    while (a !== b) {
      while (position(a) > position(b)) a = parent[a] ?? 0;
      while (position(b) > position(a)) b = parent[b] ?? 0;
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of sequence.slice(1)) {
      let dominator: number | undefined;
      for (const predecessor of predecessors[node] ?? []) {
        if (parent[predecessor] === undefined) continue;
        dominator = dominator === undefined ? predecessor : meet(predecessor, dominator);
      }
      if (dominator === undefined) throw new Error("a reachable block without a processed predecessor");
      if (parent[node] !== dominator) {
        parent[node] = dominator;
        changed = true;
      }
    }
  }
  return parent;
}
