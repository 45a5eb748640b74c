import { describe, expect, it } from "vitest";
import { Seeded } from "../../test-data/random-move.ts";
import { successorsOf, type Terminator } from "./control-flow-graph.ts";
import { type DominatorTree, dominatorTree } from "./dominator-tree.ts";
import { type BlockCode, dispatchedCode, structuredCode } from "./structure.ts";

const STEPS = 60;

/** Blocks that note their number, decide by the next of `choices`, and end after {@link STEPS}. */
function blocksOf(graph: readonly Terminator[]): BlockCode[] {
  return graph.map((terminator, index) => ({
    statements: `trace.push(${index});if(trace.length>=${STEPS})return trace;${terminator.kind === "exit" ? "return trace;" : ""}`,
    operand: terminator.kind === "branch" ? "choice()%2===1" : terminator.kind === "switch" ? `choice()%${terminator.targets.length}` : "",
    terminator,
  }));
}

function treeOf(graph: readonly Terminator[]): DominatorTree {
  return dominatorTree(graph.map((terminator) => [...successorsOf({ start: 0, end: 0, terminator })]));
}

function run(code: string, choices: readonly number[]): number[] {
  return runner(code)(choices);
}

function runner(code: string): (choices: readonly number[]) => number[] {
  const compiled = new Function("trace", "choice", code);
  return (choices) => {
    let next = 0;
    return compiled([], () => choices[next++ % choices.length]);
  };
}

/** The path through the graph itself. */
function walk(graph: readonly Terminator[], choices: readonly number[]): number[] {
  const trace: number[] = [];
  let next = 0;
  const choice = () => choices[next++ % choices.length] ?? 0;
  for (let node = 0; ; ) {
    trace.push(node);
    const terminator = graph[node];
    if (trace.length >= STEPS || terminator === undefined || terminator.kind === "exit") return trace;
    if (terminator.kind === "jump") node = terminator.target;
    else if (terminator.kind === "branch") node = choice() % 2 === 1 ? terminator.whenTrue : terminator.whenFalse;
    else node = terminator.targets[choice() % terminator.targets.length] ?? 0;
  }
}

function randomGraph(random: Seeded, size: number): Terminator[] {
  return Array.from({ length: size }, (): Terminator => {
    const target = () => random.next(size);
    const shape = random.next(10);
    if (shape === 0) return { kind: "exit" };
    if (shape < 4) return { kind: "jump", target: target() };
    if (shape < 9) return { kind: "branch", whenTrue: target(), whenFalse: target() };
    return { kind: "switch", targets: Array.from({ length: 1 + random.next(4) }, target) };
  });
}

describe("structured code", () => {
  it("takes the path of the graph, whatever the graph", () => {
    const random = new Seeded(3);
    let reducible = 0;
    let irreducible = 0;
    for (let round = 0; round < 3000; round += 1) {
      const graph = randomGraph(random, 1 + random.next(12));
      const tree = treeOf(graph);
      if (tree.isReducible) reducible += 1;
      else irreducible += 1;
      const blocks = blocksOf(graph);
      const runners = [structuredCode(blocks, tree), dispatchedCode(blocks, tree)].map(runner);
      for (let path = 0; path < 5; path += 1) {
        const choices = Array.from({ length: 31 }, () => random.next(12));
        const wanted = walk(graph, choices);
        for (const each of runners) {
          const trace = each(choices);
          if (trace.join() !== wanted.join()) expect({ graph, trace }).toEqual({ graph, trace: wanted });
        }
      }
    }
    expect([reducible > 1000, irreducible > 300]).toEqual([true, true]);
  });

  it("has no dispatch loop where the graph is reducible", () => {
    const loopInLoop: Terminator[] = [
      { kind: "jump", target: 1 },
      { kind: "branch", whenTrue: 2, whenFalse: 5 },
      { kind: "branch", whenTrue: 3, whenFalse: 4 },
      { kind: "branch", whenTrue: 2, whenFalse: 5 },
      { kind: "jump", target: 1 },
      { kind: "exit" },
    ];
    expect(treeOf(loopInLoop).isReducible).toBe(true);
    expect(structuredCode(blocksOf(loopInLoop), treeOf(loopInLoop))).not.toContain("switch");
  });

  it("dispatches when a loop has two entries", () => {
    const twoEntries: Terminator[] = [
      { kind: "branch", whenTrue: 1, whenFalse: 2 },
      { kind: "jump", target: 2 },
      { kind: "branch", whenTrue: 1, whenFalse: 3 },
      { kind: "exit" },
    ];
    expect(treeOf(twoEntries).isReducible).toBe(false);
    expect(structuredCode(blocksOf(twoEntries), treeOf(twoEntries))).toContain("switch(p)");
  });

  it("keeps a long chain of checks flat and dispatches what nests too deep", () => {
    const checks: Terminator[] = Array.from(
      { length: 200 },
      (_, index): Terminator => (index % 2 === 0 ? { kind: "branch", whenTrue: index + 2, whenFalse: index + 1 } : { kind: "exit" }),
    );
    checks.push({ kind: "exit" });
    const flat = structuredCode(blocksOf(checks), treeOf(checks));
    expect(flat).not.toContain("switch");
    expect(nesting(flat)).toBe(1);

    const nested: Terminator[] = Array.from(
      { length: 100 },
      (_, index): Terminator => ({ kind: "branch", whenTrue: index + 1, whenFalse: 100 }),
    );
    nested.push(
      ...Array.from({ length: 100 }, (_, index): Terminator => ({ kind: "branch", whenTrue: 99 - index, whenFalse: 101 + index })),
    );
    nested.push({ kind: "exit" });
    const code = structuredCode(blocksOf(nested), treeOf(nested));
    expect(nesting(code)).toBeLessThanOrEqual(66);
    expect(run(code, [1, 0, 1, 1])).toEqual(walk(nested, [1, 0, 1, 1]));
  });
});

/** How deep braces nest. */
function nesting(code: string): number {
  let depth = 0;
  let most = 0;
  for (const character of code) {
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}
