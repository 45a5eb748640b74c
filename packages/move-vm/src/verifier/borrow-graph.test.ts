import { expect, it } from "vitest";
import { Random } from "../../torture/random.ts";
import { BorrowGraph } from "./borrow-graph.ts";

const FREE = { charge: () => undefined };
const LABELS = ["", "a", "b", "ab"];

/** A step of a graph's life, to be taken again on another graph. */
type Step = (graph: BorrowGraph) => void;

/** A graph and what made it, from the beginning. */
interface Life {
  readonly graph: BorrowGraph;
  readonly steps: Step[];
  readonly alive: number[];
}

function born(): Life {
  const steps: Step[] = [(graph) => graph.add(0, true), (graph) => graph.add(1, true), (graph) => graph.add(2, false)];
  return { graph: lived(steps), steps, alive: [0, 1, 2] };
}

function lived(steps: readonly Step[]): BorrowGraph {
  const graph = new BorrowGraph(FREE);
  for (const step of steps) step(graph);
  return graph;
}

function take({ graph, steps }: Life, step: Step): void {
  step(graph);
  steps.push(step);
}

/** Something that happens to a graph: a reference more that borrows, or the end of one. */
function live(life: Life, random: Random): void {
  const { alive } = life;
  const lender = random.pick(alive);
  if (alive.length > 8 || (alive.length > 4 && random.oneIn(3))) {
    alive.splice(alive.indexOf(lender), 1);
    take(life, (graph) => graph.release(lender));
    return;
  }
  const isMutable = random.oneIn(2);
  const path = random.pick(LABELS);
  const way = random.below(3);
  const others = alive.filter(() => random.oneIn(3));
  let id = -1;
  take(life, (graph) => {
    id = graph.addNext(isMutable);
    if (way === 0) graph.borrow(lender, path, id);
    else if (way === 1) graph.borrowWithin(lender, id);
    else for (const other of others) graph.borrowWithin(other, id);
  });
  alive.push(id);
}

function expectSame(left: BorrowGraph, right: BorrowGraph, alive: readonly number[]): void {
  expect(left.covers(right) && right.covers(left)).toBe(true);
  for (const id of alive) {
    for (const label of [undefined, ...LABELS]) {
      expect(left.isBorrowed(id, label)).toBe(right.isBorrowed(id, label));
      expect(left.isMutablyBorrowed(id, label)).toBe(right.isMutablyBorrowed(id, label));
    }
    expect(left.isBorrowedWhole(id)).toBe(right.isBorrowedWhole(id));
  }
}

it("lives as one without copies does, whatever happens to its copies and to theirs", () => {
  const random = new Random(20261122);
  for (let round = 0; round < 60; round += 1) {
    const lives: Life[] = [born()];
    for (let act = 0; act < 60; act += 1) {
      const life = random.pick(lives);
      if (random.oneIn(8)) lives.push({ graph: life.graph.copy(), steps: [...life.steps], alive: [...life.alive] });
      else live(life, random);
    }
    for (const { graph, steps, alive } of lives) expectSame(graph, lived(steps), alive);
  }
});

it("has the same borrows under other names", () => {
  const graph = lived([
    ...born().steps,
    (each) => each.borrow(0, "a", each.addNext(true)),
    (each) => each.borrow(3, "b", each.addNext(true)),
  ]);
  graph.release(0);
  graph.release(1);
  // The references 3 and 4 become 0 and 1, and 2 stays.
  const renamed = graph.renamed(
    new Map([
      [3, 0],
      [4, 1],
    ]),
    3,
  );
  expect([renamed.isBorrowed(0, "b"), renamed.isBorrowed(0, "a"), renamed.isBorrowed(1), renamed.isBorrowed(2)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(graph.isBorrowed(3, "b")).toBe(true);
  // However high the numbers have been, those that come next follow the last.
  expect(renamed.addNext(true)).toBe(3);
  expect(() => graph.renamed(new Map([[3, 2]]), 5)).toThrow("two references got one name");
});
