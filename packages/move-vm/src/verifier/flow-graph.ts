import type { CodeUnit } from "../format/compiled-module.ts";
import { tableByByte } from "../format/opcodes.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { NONE } from "./short-list.ts";

/** Instructions that run from the first to the last. */
export interface Block {
  /** Offset of the first instruction. */
  readonly first: number;
  /** Offset of the last instruction. */
  readonly last: number;
  /** Indexes of the blocks that may follow, each once, in ascending order. */
  readonly successors: readonly number[];
}

const NEVER_FALLS_THROUGH: ReadonlySet<string> = new Set(["Branch", "Ret", "Abort", "VariantSwitch"]);
/** Whether the instruction of a byte ends a block. */
const ENDS_BLOCK = tableByByte((opcode) => NEVER_FALLS_THROUGH.has(opcode) || opcode === "BrTrue" || opcode === "BrFalse", false);

/** The blocks of a function in order of their offsets; the first is where it begins. Branch targets must have been checked. */
export function makeBlocks(scope: ModuleScope, code: CodeUnit): Block[] {
  const { instructions } = code;
  const opcodes = scope.opcodes(code);
  scope.charge(instructions.length);
  const isLeader = new Uint8Array(instructions.length + 1);
  isLeader[0] = 1;
  for (let offset = 0; offset < instructions.length; offset += 1) {
    if (ENDS_BLOCK[opcodes[offset] ?? 0] !== true) continue;
    isLeader[offset + 1] = 1;
    const targets = targetsOf(scope, code, offset);
    for (let each = 0; each < targets.length; each += 1) isLeader[targets[each] ?? missing()] = 1;
  }
  if (isLeader.indexOf(1, 1) >= instructions.length) {
    const last = instructions.length - 1;
    if (NEVER_FALLS_THROUGH.has((instructions[last] ?? missing()).op) && targetsOf(scope, code, last).length === 0) {
      return [{ first: 0, last, successors: [] }];
    }
  }
  const firsts: number[] = [];
  const blockAt = new Int32Array(instructions.length).fill(-1);
  for (let offset = 0; offset < instructions.length; offset += 1) {
    if (isLeader[offset] !== 1) continue;
    blockAt[offset] = firsts.length;
    firsts.push(offset);
  }
  const blocks: Block[] = [];
  for (let index = 0; index < firsts.length; index += 1) {
    const last = (firsts[index + 1] ?? instructions.length) - 1;
    blocks.push({ first: firsts[index] ?? missing(), last, successors: successorsOf(scope, code, last, blockAt) });
  }
  return blocks;
}

/** The blocks that may follow the instruction at `last`, given the block that begins at each offset. */
function successorsOf(scope: ModuleScope, code: CodeUnit, last: number, blockAt: Int32Array): readonly number[] {
  const successors: number[] = [];
  if (!NEVER_FALLS_THROUGH.has((code.instructions[last] ?? missing()).op)) successors.push(blockAt[last + 1] ?? -1);
  const targets = targetsOf(scope, code, last);
  for (let each = 0; each < targets.length; each += 1) {
    const block = blockAt[targets[each] ?? missing()] ?? -1;
    // Of a jump table at most 127.
    if (!successors.includes(block)) successors.push(block);
  }
  if (successors.includes(-1)) throw new Error("a branch leads to no block");
  if (successors.length === 2) return (successors[0] ?? -1) < (successors[1] ?? -1) ? successors : successors.reverse();
  return successors.length > 2 ? successors.sort(ascending) : successors;
}

function ascending(left: number, right: number): number {
  return left - right;
}

function targetsOf(scope: ModuleScope, code: CodeUnit, offset: number): readonly number[] {
  const { op, index } = code.instructions[offset] ?? missing();
  if (op === "Branch" || op === "BrTrue" || op === "BrFalse") return [index];
  if (op !== "VariantSwitch") return NONE;
  const { targets } = code.jumpTables[index] ?? missing();
  scope.charge(targets.length);
  return targets;
}
