/** What the walk knows of a node: when it came there, the earliest open node that can be reached, and the component once it is known. */
interface Visited {
  readonly order: number;
  lowest: number;
  component: number | undefined;
  readonly targets: Iterator<number> | undefined;
}

/**
 * Numbers the strongly connected components of a graph: nodes have the same number exactly if each can reach the other.
 * Tarjan's algorithm with a stack of its own. `step` is called for every node and edge.
 */
export function stronglyConnected(edges: ReadonlyMap<number, ReadonlyMap<number, unknown>>, step: () => void): (node: number) => number {
  const visited = new Map<number, Visited>();
  const open: Visited[] = [];
  const path: Visited[] = [];
  const enter = (node: number) => {
    step();
    const order = visited.size;
    const visit = { order, lowest: order, component: undefined, targets: edges.get(node)?.keys() };
    visited.set(node, visit);
    open.push(visit);
    path.push(visit);
  };
  for (const root of edges.keys()) {
    if (!visited.has(root)) enter(root);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      step();
      const next = visit.targets?.next();
      if (next !== undefined && next.done !== true) {
        const target = visited.get(next.value);
        if (target === undefined) enter(next.value);
        else if (target.component === undefined) visit.lowest = Math.min(visit.lowest, target.order);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.lowest = Math.min(parent.lowest, visit.lowest);
      if (visit.lowest !== visit.order) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        member.component = visit.order;
        if (member === visit) break;
      }
    }
  }
  return (node) => visited.get(node)?.component ?? -1;
}
