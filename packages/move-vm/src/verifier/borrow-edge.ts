/**
 * How a borrow runs from one reference to another: a mark, then the labels of the fields or local on the way. With `EXACT`
 * that is all of the way, with `WITHIN` it goes on into any part of where the path leads.
 */
export type Edge = string;

/** The edges between two references; made anew rather than changed, as graphs share them. */
export type Edges = readonly Edge[];

const EXACT = "!";
/** The edge to some part, whichever. */
export const WITHIN: Edge = "?";
const ANYWHERE_WITHIN: Edges = [WITHIN];
/** More edges than this between two references become one that says "somewhere within". */
const EDGES_MAX = 10;

/** The edge to what `path` leads to. */
export function exactly(path: string): Edge {
  return EXACT + path;
}

/** Whether an edge leads to all of what is lent, or to a part of it that has no name. */
export function isWhole(edge: Edge): boolean {
  return edge.length === 1;
}

/** Whether an edge leads to where `path` leads or below it. */
export function isBelow(edge: Edge, path: string): boolean {
  return edge.startsWith(path, 1);
}

/** The rest of an edge that is below `path`. */
export function below(edge: Edge, path: string): Edge {
  return edge.slice(0, 1) + edge.slice(1 + path.length);
}

/** Whether an edge may lead to the part with that label; without one, to anything. */
export function touches(edge: Edge, label: string | undefined): boolean {
  return label === undefined || isWhole(edge) || edge.startsWith(label, 1);
}

/** The way along one edge and then along another. */
export function chain(upper: Edge, lower: Edge): Edge {
  return upper.startsWith(WITHIN) ? upper : lower.slice(0, 1) + upper.slice(1) + lower.slice(1);
}

/** Whether an edge is among these, or leads somewhere within one of them. */
export function covers(edges: Edges, edge: Edge): boolean {
  return edges.some((known) => known === edge || (known.startsWith(WITHIN) && edge.startsWith(known.slice(1), 1)));
}

/** The edges with one more; the same list if they have it. */
export function withEdge(edges: Edges, edge: Edge): Edges {
  if (edges.includes(WITHIN) || edges.includes(edge)) return edges;
  return edges.length >= EDGES_MAX ? ANYWHERE_WITHIN : [...edges, edge];
}
