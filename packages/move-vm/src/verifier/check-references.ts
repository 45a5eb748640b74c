import type { CodeUnit, FunctionHandle } from "../format/compiled-module.ts";
import { tableByByte } from "../format/opcodes.ts";
import type { FlowOrder } from "./check-control-flow.ts";
import { functionHandleOf } from "./instruction-operands.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { ReferenceChecker } from "./reference-checker.ts";
import { REFERENCE_RULES, type ReferenceRule } from "./reference-rules.ts";
import { ReferenceState } from "./reference-state.ts";
import { settleBlocks } from "./settle-blocks.ts";
import { isAnyReference } from "./walk-types.ts";

const LENDING: ReadonlySet<string> = new Set(["MutBorrowLoc", "ImmBorrowLoc", "Call", "CallGeneric"]);
/** By the byte of an instruction. */
const RULE_OF = tableByByte((opcode): ReferenceRule | undefined => REFERENCE_RULES[opcode], undefined);
/** Whether the instruction of a byte takes a reference of a local, or calls something that may answer with one. */
const MAY_MAKE_REFERENCE = tableByByte((opcode) => LENDING.has(opcode), false);

/**
 * Pass 11e. References are safe: none outlives what it points to; while a mutable reference to something is in use, no other
 * reference to it or a part of it is; what is moved, overwritten or read is not borrowed in a way that this would break.
 * Needs the types, stack and locals passes.
 */
export function checkReferences(scope: ModuleScope, handle: FunctionHandle, code: CodeUnit, flow: FlowOrder): void {
  if (!hasReferences(scope, handle, code)) return;
  const parameters = scope.signature(handle.parameters).map(({ kind }) => kind);
  const start = ReferenceState.atStart(
    parameters.map((kind) => (kind === "reference" || kind === "mutable-reference" ? kind : "value")),
    parameters.length + scope.signature(code.locals).length,
    scope,
  );
  const results = scope.signature(handle.results).length;
  const opcodes = scope.opcodes(code);
  settleBlocks(scope, flow, start, {
    run(block, before) {
      const { first, last, successors } = flow.blocks[block] ?? missing();
      scope.charge((before.locals.length >> 3) + 2 * (last - first + 1));
      // Running changes a state: unless this block is all there is, what is known of its start must stay.
      const isAll = flow.order.length === 1 && successors.length === 0;
      const checker = new ReferenceChecker(scope, isAll ? before : before.copy(), results);
      for (let offset = first; offset <= last; offset += 1) {
        checker.offset = offset;
        (RULE_OF[opcodes[offset] ?? 0] ?? missing())(checker, code.instructions[offset] ?? missing());
      }
      return successors.length === 0 ? before : checker.finish();
    },
    join(known, other) {
      scope.charge(1 + (known.locals.length >> 3));
      return known.join(other);
    },
  });
}

/** Whether a reference can be in a local or operand at all: one comes in, is taken of a local, or comes out of a call. */
function hasReferences(scope: ModuleScope, handle: FunctionHandle, code: CodeUnit): boolean {
  if (isAnyReference(scope.signature(handle.parameters))) return true;
  scope.charge(code.instructions.length);
  const { instructions } = code;
  const opcodes = scope.opcodes(code);
  for (let offset = 0; offset < instructions.length; offset += 1) {
    if (MAY_MAKE_REFERENCE[opcodes[offset] ?? 0] !== true) continue;
    const instruction = instructions[offset] ?? missing();
    if (instruction.op === "MutBorrowLoc" || instruction.op === "ImmBorrowLoc") return true;
    const called = functionHandleOf(scope.compiled, instruction);
    if (called !== undefined && isAnyReference(scope.signature(called.results))) return true;
  }
  return false;
}
