import type { EdgePath } from "../../components/labelled-edge.tsx";

/** A point in the graph's own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FlowNode {
  readonly id: string;
  readonly roles: readonly string[];
}

export const NODE_WIDTH = 140;
export const NODE_HEIGHT = 40;
const ROW = 58;
/** Institutions stand in this order: what is alike stands together. */
const ORDER = ["operator", "clearing house", "bank", "payment institution"];

/**
 * Where nodes stand, by their left upper corners: who owes to the left of whom it owes. Central banks, everybody between and the public have a column
 * each; `gap` is the distance of columns.
 */
export function placesOf(nodes: readonly FlowNode[], gap: number): ReadonlyMap<string, Point> {
  const isCentral = ({ roles }: FlowNode) => roles.includes("central bank");
  const rank = ({ roles }: FlowNode) => {
    const found = ORDER.findIndex((role) => roles.includes(role));
    return found === -1 ? ORDER.length : found;
  };
  const between = nodes
    .filter((node) => !isCentral(node) && node.id !== "public")
    .toSorted((left, right) => rank(left) - rank(right) || (left.id < right.id ? -1 : 1));
  const columns = [nodes.filter(isCentral), between, nodes.filter(({ id }) => id === "public")];
  const middle = ((between.length - 1) / 2) * ROW;
  return new Map(
    columns.flatMap((column, place) => {
      const top = middle - ((column.length - 1) / 2) * ROW;
      return column.map(({ id }, row): [string, Point] => [id, { x: place * gap, y: top + row * ROW }]);
    }),
  );
}

/** How many units above the first row the line over the middle column runs. */
const ABOVE = 34;

/**
 * The line between two places: to the next column its label stands beside the institution, over a column it runs above all, within a column it bends
 * to the right, and backwards it runs below.
 */
export function pathOf(from: Point, to: Point, gap: number): EdgePath {
  const start = { x: from.x + NODE_WIDTH + 2, y: from.y + NODE_HEIGHT / 2 };
  const end = { x: to.x - 4, y: to.y + NODE_HEIGHT / 2 };
  if (from.x === to.x) {
    const bend = start.x + 30 + Math.abs(to.y - from.y) / 5;
    return curve(start, { x: bend, y: start.y }, { x: bend, y: end.y }, { x: start.x + 4, y: end.y }, 0.5);
  }
  const columns = Math.round((to.x - from.x) / gap);
  if (columns === 1) {
    const half = (start.x + end.x) / 2;
    return curve(start, { x: half, y: start.y }, { x: half, y: end.y }, end, from.x === 0 ? 0.74 : 0.26);
  }
  // The middle of such a curve lies three quarters of the way to its control points.
  const high = columns > 1 ? (-ABOVE - (start.y + end.y) / 8) / 0.75 : ((start.y + end.y) / 2) * 2.6 + ABOVE;
  return curve(start, { x: start.x + gap / 3, y: high }, { x: end.x - gap / 3, y: high }, end, 0.5);
}

function curve(start: Point, first: Point, second: Point, end: Point, at: number): EdgePath {
  const along = (a: number, b: number, c: number, d: number) =>
    (1 - at) ** 3 * a + 3 * (1 - at) ** 2 * at * b + 3 * (1 - at) * at ** 2 * c + at ** 3 * d;
  return {
    path: `M ${start.x} ${start.y} C ${first.x} ${first.y} ${second.x} ${second.y} ${end.x} ${end.y}`,
    labelX: along(start.x, first.x, second.x, end.x),
    labelY: along(start.y, first.y, second.y, end.y),
  };
}
