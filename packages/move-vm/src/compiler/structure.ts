import type { Terminator } from "./control-flow-graph.ts";
import type { DominatorTree } from "./dominator-tree.ts";

/** The JavaScript of one basic block: its statements, and the operand of its terminator if that takes one. */
export interface BlockCode {
  readonly statements: string;
  /** Condition of a branch, variant index of a switch; empty otherwise. */
  readonly operand: string;
  readonly terminator: Terminator;
}

/** Braces nested deeper than this are not structured but dispatched. */
const NESTING_MAX = 64;
/** Dominator trees higher than this are dispatched: structuring recurses along them. */
const HEIGHT_MAX = 400;

/**
 * Statements that run the blocks from block 0: `if`, `switch`, labelled loops and blocks where the graph is reducible
 * (after N. Ramsey, "Beyond Relooper", 2022), a dispatch loop otherwise. Control never falls off the end.
 */
export function structuredCode(blocks: readonly BlockCode[], tree: DominatorTree): string {
  if (tree.isReducible && tree.height <= HEIGHT_MAX) {
    const structured = new Structurer(blocks, tree).run();
    if (structured !== undefined) return structured;
  }
  return dispatchedCode(blocks, tree);
}

/** Statements that run the blocks from block 0 by a loop around a `switch` on the block's number. */
export function dispatchedCode(blocks: readonly BlockCode[], tree: DominatorTree): string {
  const goto = (target: number): string => `p=${target};continue D;`;
  const cases = blocks.map(({ statements, operand, terminator }, index) => {
    if ((tree.order[index] ?? -1) < 0) return "";
    const end =
      terminator.kind === "exit"
        ? ""
        : terminator.kind === "jump"
          ? goto(terminator.target)
          : terminator.kind === "branch"
            ? `p=${operand}?${terminator.whenTrue}:${terminator.whenFalse};continue D;`
            : `switch(${operand}){${arms(terminator.targets, goto)}}`;
    return `case ${index}:{${statements}${end}}\n`;
  });
  return `let p=0;D:for(;;)switch(p){\n${cases.join("")}}`;
}

function arms(targets: readonly number[], code: (target: number) => string): string {
  return targets
    .map((target, tag) => (tag === targets.length - 1 ? `default:{${code(target)}}` : `case ${tag}:{${code(target)}}`))
    .join("");
}

class NestedTooDeep extends Error {}

class Structurer {
  readonly #blocks: readonly BlockCode[];
  readonly #tree: DominatorTree;

  constructor(blocks: readonly BlockCode[], tree: DominatorTree) {
    this.#blocks = blocks;
    this.#tree = tree;
  }

  /** `undefined` if braces would nest too deep. */
  run(): string | undefined {
    try {
      return this.#node(0, 0);
    } catch (error) {
      if (error instanceof NestedTooDeep) return undefined;
      throw error;
    }
  }

  /** The node and everything it dominates. */
  #node(node: number, nesting: number): string {
    if (nesting > NESTING_MAX) throw new NestedTooDeep();
    const merges = (this.#tree.children[node] ?? []).filter((child) => this.#tree.isMerge[child] === true);
    if (this.#tree.isLoopHeader[node] === true) return `L${node}:for(;;){${this.#within(node, merges, nesting + 1)}}`;
    return this.#within(node, merges, nesting);
  }

  /**
   * The node, with its merge points each placed after a labelled block that jumps to it leave. The merge point last in
   * reverse postorder is outermost, so that a jump from one merge point to a later one leaves an enclosing block.
   */
  #within(node: number, merges: readonly number[], nesting: number): string {
    if (nesting + merges.length > NESTING_MAX) throw new NestedTooDeep();
    let code = this.#own(node, nesting + merges.length);
    for (const [index, merge] of merges.entries()) {
      code = `B${merge}:{${code}}\n${this.#node(merge, nesting + merges.length - 1 - index)}`;
    }
    return code;
  }

  #own(node: number, nesting: number): string {
    const block = this.#blocks[node];
    if (block === undefined) throw new Error(`no block ${node}`);
    const { statements, operand, terminator } = block;
    switch (terminator.kind) {
      case "exit":
        return statements;
      case "jump":
        return statements + this.#goto(node, terminator.target, nesting);
      case "switch":
        return `${statements}switch(${operand}){${arms(terminator.targets, (target) => this.#goto(node, target, nesting + 1))}}`;
      case "branch": {
        // Neither side ever falls through, so the larger one needs no braces: that keeps chains of checks flat.
        const { whenTrue, whenFalse } = terminator;
        const trueIsInner = this.#weight(node, whenTrue) <= this.#weight(node, whenFalse);
        const inner = this.#goto(node, trueIsInner ? whenTrue : whenFalse, nesting + 1);
        const outer = this.#goto(node, trueIsInner ? whenFalse : whenTrue, nesting);
        return `${statements}if(${trueIsInner ? operand : `!(${operand})`}){${inner}}\n${outer}`;
      }
    }
  }

  #goto(from: number, to: number, nesting: number): string {
    if ((this.#tree.order[to] ?? -1) <= (this.#tree.order[from] ?? -1)) return `continue L${to};`;
    if (this.#tree.isMerge[to] === true) return `break B${to};`;
    return this.#node(to, nesting);
  }

  /** Code that a jump places inline, in blocks. */
  #weight(from: number, to: number): number {
    const isJump = (this.#tree.order[to] ?? -1) <= (this.#tree.order[from] ?? -1) || this.#tree.isMerge[to] === true;
    return isJump ? 0 : (this.#tree.size[to] ?? 0);
  }
}
