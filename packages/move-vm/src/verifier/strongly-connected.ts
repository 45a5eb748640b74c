interface Visit {
  readonly node: number;
  readonly targets: Iterator<number>;
}

/**
 * Numbers the strongly connected components of a graph: nodes have the same number exactly if each can reach the other.
 * Tarjan's algorithm with a stack of its own. `step` is called for every node and edge.
 */
export function stronglyConnected(edges: ReadonlyMap<number, ReadonlyMap<number, unknown>>, step: () => void): Map<number, number> {
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  const component = new Map<number, number>();
  const open: number[] = [];
  const visits: Visit[] = [];
  const enter = (node: number) => {
    step();
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    open.push(node);
    visits.push({ node, targets: (edges.get(node) ?? new Map<number, unknown>()).keys() });
  };
  const lower = (node: number, to: number) => lowest.set(node, Math.min(lowest.get(node) ?? 0, to));
  for (const root of edges.keys()) {
    if (!order.has(root)) enter(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      step();
      const { node, targets } = visit;
      const next = targets.next();
      if (next.done !== true) {
        if (!order.has(next.value)) enter(next.value);
        else if (!component.has(next.value)) lower(node, order.get(next.value) ?? 0);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) lower(parent.node, lowest.get(node) ?? 0);
      if (lowest.get(node) !== order.get(node)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, order.get(node) ?? 0);
        if (member === node) break;
      }
    }
  }
  return component;
}
