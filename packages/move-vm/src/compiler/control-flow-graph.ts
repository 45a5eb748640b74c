import type { CodeUnit, Instruction } from "../format/compiled-module.ts";

/** How a block ends. Successors are indices of blocks. */
export type Terminator =
  | { readonly kind: "exit" }
  | { readonly kind: "jump"; readonly target: number }
  /** Ends with `BrTrue` or `BrFalse`, which pops the condition. */
  | { readonly kind: "branch"; readonly whenTrue: number; readonly whenFalse: number }
  /** Ends with `VariantSwitch`, which pops a reference to the enum. */
  | { readonly kind: "switch"; readonly targets: readonly number[] };

/** A run of instructions entered only at its first and left only at its last. */
export interface BasicBlock {
  /** Offset of the first instruction. */
  readonly start: number;
  /** Offset after the last instruction. */
  readonly end: number;
  readonly terminator: Terminator;
}

const FALLS_THROUGH_NEVER: ReadonlySet<Instruction["op"]> = new Set(["Ret", "Abort", "Branch", "VariantSwitch"]);
const CONDITIONAL: ReadonlySet<Instruction["op"]> = new Set(["BrTrue", "BrFalse"]);

/** Cuts a function's code into basic blocks; block 0 is the entry. */
export function basicBlocks(code: CodeUnit): readonly BasicBlock[] {
  const { instructions } = code;
  const leaders = leadersOf(code);
  const starts = [...leaders].sort((left, right) => left - right);
  const blockAt = new Map(starts.map((start, index) => [start, index]));
  const block = (offset: number): number => {
    const index = blockAt.get(offset);
    if (index === undefined) throw new Error(`no block starts at ${offset}`);
    return index;
  };
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? instructions.length;
    const last = instructions[end - 1];
    if (last === undefined) throw new Error("an empty block");
    return { start, end, terminator: terminatorOf(code, last, end, block) };
  });
}

/** Blocks that a block may go on to, in order, with repetitions. */
export function successorsOf(block: BasicBlock): readonly number[] {
  const { terminator } = block;
  if (terminator.kind === "exit") return [];
  if (terminator.kind === "jump") return [terminator.target];
  if (terminator.kind === "branch") return [terminator.whenTrue, terminator.whenFalse];
  return terminator.targets;
}

function leadersOf(code: CodeUnit): Set<number> {
  const leaders = new Set([0]);
  for (const [offset, { op, index }] of code.instructions.entries()) {
    if (op === "Branch" || CONDITIONAL.has(op)) leaders.add(index);
    if (op === "VariantSwitch") for (const target of code.jumpTables[index]?.targets ?? []) leaders.add(target);
    const endsBlock = FALLS_THROUGH_NEVER.has(op) || CONDITIONAL.has(op);
    if (endsBlock && offset + 1 < code.instructions.length) leaders.add(offset + 1);
  }
  return leaders;
}

function terminatorOf(code: CodeUnit, last: Instruction, end: number, block: (offset: number) => number): Terminator {
  switch (last.op) {
    case "Ret":
    case "Abort":
      return { kind: "exit" };
    case "Branch":
      return { kind: "jump", target: block(last.index) };
    case "BrTrue":
      return { kind: "branch", whenTrue: block(last.index), whenFalse: block(end) };
    case "BrFalse":
      return { kind: "branch", whenTrue: block(end), whenFalse: block(last.index) };
    case "VariantSwitch":
      return { kind: "switch", targets: (code.jumpTables[last.index]?.targets ?? []).map(block) };
    default:
      return { kind: "jump", target: block(end) };
  }
}
