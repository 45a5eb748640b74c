import type { CodeUnit, FunctionHandle, Instruction } from "../format/compiled-module.ts";
import { tableByByte } from "../format/opcodes.ts";
import { ABILITY } from "../runtime/runtime-type.ts";
import type { FlowOrder } from "./check-control-flow.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { settleBlocks } from "./settle-blocks.ts";

const ABSENT = 0;
const PRESENT = 1;
/** Present on some ways, absent on others. */
const UNSURE = 2;

const ON_LOCALS: ReadonlySet<string> = new Set(["MoveLoc", "CopyLoc", "MutBorrowLoc", "ImmBorrowLoc", "StLoc", "Ret"]);

/** Whether the instruction of a byte asks something of locals. */
const IS_ON_LOCALS = tableByByte((opcode) => ON_LOCALS.has(opcode), false);

/**
 * Pass 11d. A local is read, moved or borrowed only where it holds a value on every way; a value without `drop` is never
 * lost, neither by storing over it nor by returning while it may still be in a local.
 */
export function checkLocals(scope: ModuleScope, handle: FunctionHandle, code: CodeUnit, flow: FlowOrder): void {
  const parameters = scope.types.signature(handle.parameters);
  const types = parameters.concat(scope.types.signature(code.locals));
  const known = new Map<number, number>();
  const canDrop = types.map((type) => (scope.types.abilities(type, handle.typeParameters, known) & ABILITY.drop) !== 0);
  const start = new Uint8Array(types.length).fill(PRESENT, 0, parameters.length);
  const opcodes = scope.opcodes(code);
  settleBlocks(scope, flow, start, {
    run(block, before) {
      const { first, last } = flow.blocks[block] ?? missing();
      scope.charge(last - first + 1 + (before.length >> 5));
      let locals = before;
      for (let offset = first; offset <= last; offset += 1) {
        if (IS_ON_LOCALS[opcodes[offset] ?? 0] !== true) continue;
        const instruction = code.instructions[offset] ?? missing();
        const after = step(scope, instruction, offset, locals, canDrop);
        if (after === undefined || locals[instruction.index] === after) continue;
        // What is known of the block's start stays as it is.
        if (locals === before) locals = before.slice();
        locals[instruction.index] = after;
      }
      return locals;
    },
    join(before, other) {
      scope.charge(1 + (before.length >> 4));
      if (before === other) return undefined;
      let joined: typeof before | undefined;
      for (let index = 0; index < before.length; index += 1) {
        const state = before[index];
        if (state === UNSURE || state === other[index]) continue;
        joined ??= before.slice();
        joined[index] = UNSURE;
      }
      return joined;
    },
  });
}

/** Checks an instruction; answers the new state of the local it names, if it has one. */
function step(
  scope: ModuleScope,
  { op, index }: Instruction,
  offset: number,
  locals: Uint8Array,
  canDrop: readonly boolean[],
): number | undefined {
  switch (op) {
    case "MoveLoc":
    case "CopyLoc":
    case "MutBorrowLoc":
    case "ImmBorrowLoc":
      if (locals[index] !== PRESENT) scope.fail("local_unavailable", `${op} of local ${index}, which may hold no value`, offset);
      return op === "MoveLoc" ? ABSENT : undefined;
    case "StLoc":
      if (locals[index] !== ABSENT && canDrop[index] !== true) {
        scope.fail("value_destroyed", `local ${index} may hold a value without drop that is stored over`, offset);
      }
      return PRESENT;
    case "Ret":
      scope.charge(locals.length >> 4);
      for (let local = 0; local < locals.length; local += 1) {
        if (locals[local] !== ABSENT && canDrop[local] !== true) {
          scope.fail("value_destroyed", `local ${local} may hold a value without drop at a return`, offset);
        }
      }
      return undefined;
    default:
      return undefined;
  }
}
