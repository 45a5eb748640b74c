import type { CodeUnit, FunctionHandle } from "../format/compiled-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";
import type { FlowOrder } from "./check-control-flow.ts";
import type { ModuleScope } from "./module-scope.ts";
import { settleBlocks } from "./settle-blocks.ts";

const ABSENT = 0;
const PRESENT = 1;
/** Present on some ways, absent on others. */
const UNSURE = 2;

/**
 * Pass 11d. A local is read, moved or borrowed only where it holds a value on every way; a value without `drop` is never
 * lost, neither by storing over it nor by returning while it may still be in a local.
 */
export function checkLocals(scope: ModuleScope, handle: FunctionHandle, code: CodeUnit, flow: FlowOrder): void {
  const parameters = scope.types.signature(handle.parameters);
  const types = [...parameters, ...scope.types.signature(code.locals)];
  const known = new Map<number, number>();
  const canDrop = types.map((type) => (scope.types.abilities(type, handle.typeParameters, known) & ABILITY.drop) !== 0);
  const start = Uint8Array.from(types, (_, index) => (index < parameters.length ? PRESENT : ABSENT));
  settleBlocks(scope, flow, start, {
    run(block, before) {
      const { first, last } = scope.at(flow.blocks, block);
      scope.charge(last - first + 1 + (before.length >> 5));
      const locals = before.slice();
      for (let offset = first; offset <= last; offset += 1) step(scope, code, offset, locals, canDrop);
      return locals;
    },
    join(before, other) {
      scope.charge(1 + (before.length >> 4));
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

function step(scope: ModuleScope, code: CodeUnit, offset: number, locals: Uint8Array, canDrop: readonly boolean[]): void {
  const { op, index } = scope.at(code.instructions, offset);
  switch (op) {
    case "MoveLoc":
    case "CopyLoc":
    case "MutBorrowLoc":
    case "ImmBorrowLoc":
      if (locals[index] !== PRESENT) scope.fail("local_unavailable", `${op} of local ${index}, which may hold no value`, offset);
      if (op === "MoveLoc") locals[index] = ABSENT;
      break;
    case "StLoc":
      if (locals[index] !== ABSENT && canDrop[index] !== true) {
        scope.fail("value_destroyed", `local ${index} may hold a value without drop that is stored over`, offset);
      }
      locals[index] = PRESENT;
      break;
    case "Ret":
      scope.charge(locals.length >> 4);
      for (let local = 0; local < locals.length; local += 1) {
        if (locals[local] !== ABSENT && canDrop[local] !== true) {
          scope.fail("value_destroyed", `local ${local} may hold a value without drop at a return`, offset);
        }
      }
      break;
    default:
  }
}
