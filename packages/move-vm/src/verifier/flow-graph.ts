import type { CodeUnit } from "../format/compiled-module.ts";
import type { ModuleScope } from "./module-scope.ts";

/** Instructions that run from the first to the last. */
export interface Block {
  /** Offset of the first instruction. */
  readonly first: number;
  /** Offset of the last instruction. */
  readonly last: number;
  /** Indexes of the blocks that may follow, each once, in ascending order. */
  readonly successors: readonly number[];
}

const BRANCHES: ReadonlySet<string> = new Set(["Branch", "BrTrue", "BrFalse", "Ret", "Abort", "VariantSwitch"]);
const NEVER_FALLS_THROUGH: ReadonlySet<string> = new Set(["Branch", "Ret", "Abort", "VariantSwitch"]);

/** The blocks of a function in order of their offsets; the first is where it begins. Branch targets must have been checked. */
export function makeBlocks(scope: ModuleScope, code: CodeUnit): Block[] {
  const { instructions } = code;
  scope.charge(instructions.length);
  const isLeader = new Uint8Array(instructions.length + 1);
  isLeader[0] = 1;
  for (let offset = 0; offset < instructions.length; offset += 1) {
    if (!BRANCHES.has(scope.at(instructions, offset).op)) continue;
    isLeader[offset + 1] = 1;
    const targets = targetsOf(scope, code, offset);
    for (let each = 0; each < targets.length; each += 1) isLeader[scope.at(targets, each)] = 1;
  }
  if (isLeader.indexOf(1, 1) >= instructions.length) {
    const last = instructions.length - 1;
    if (NEVER_FALLS_THROUGH.has(scope.at(instructions, last).op) && targetsOf(scope, code, last).length === 0) {
      return [{ first: 0, last, successors: [] }];
    }
  }
  const firsts: number[] = [];
  const blockAt = new Map<number, number>();
  for (let offset = 0; offset < instructions.length; offset += 1) {
    if (isLeader[offset] !== 1) continue;
    blockAt.set(offset, firsts.length);
    firsts.push(offset);
  }
  return firsts.map((first, index) => {
    const last = (firsts[index + 1] ?? instructions.length) - 1;
    const op = scope.at(instructions, last).op;
    const next = NEVER_FALLS_THROUGH.has(op) ? [] : [last + 1];
    const successors = new Set<number>();
    for (const target of [...next, ...targetsOf(scope, code, last)]) {
      const block = blockAt.get(target);
      if (block === undefined) throw new Error("a branch leads to no block");
      successors.add(block);
    }
    return { first, last, successors: [...successors].sort((left, right) => left - right) };
  });
}

const NONE: readonly number[] = [];

function targetsOf(scope: ModuleScope, code: CodeUnit, offset: number): readonly number[] {
  const { op, index } = scope.at(code.instructions, offset);
  if (op === "Branch" || op === "BrTrue" || op === "BrFalse") return [index];
  if (op !== "VariantSwitch") return NONE;
  const { targets } = scope.at(code.jumpTables, index);
  scope.charge(targets.length);
  return targets;
}
