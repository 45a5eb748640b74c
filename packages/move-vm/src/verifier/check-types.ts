import type { CodeUnit, FunctionHandle } from "../format/compiled-module.ts";
import { tableByByte } from "../format/opcodes.ts";
import type { Block } from "./flow-graph.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { TYPE_RULES, type TypeRule } from "./type-rules.ts";
import { TypeStack } from "./type-stack.ts";

/** By the byte of an instruction. */
const RULE_OF = tableByByte((opcode): TypeRule | undefined => TYPE_RULES[opcode], undefined);

/**
 * Pass 11c. Every instruction finds operands of the types it works on; what is copied has `copy`, what is dropped or
 * written over has `drop`; locals, results, fields and arguments get values of their declared types. Needs the stack pass:
 * blocks then do not share operands, and each is checked alone, those included that cannot be reached.
 */
export function checkTypes(scope: ModuleScope, handle: FunctionHandle, code: CodeUnit, blocks: readonly Block[]): void {
  const stack = new TypeStack(scope, handle, code);
  const opcodes = scope.opcodes(code);
  for (const { first, last } of blocks) {
    scope.charge(2 * (last - first + 1));
    for (let offset = first; offset <= last; offset += 1) {
      stack.offset = offset;
      (RULE_OF[opcodes[offset] ?? 0] ?? missing())(stack, code.instructions[offset] ?? missing());
    }
  }
}
