import type { Instruction } from "../format/compiled-module.ts";
import { OPCODES, type OperandForm } from "../format/opcodes.ts";
import { fieldOf, functionHandleOf, structOf, variantOf } from "./instruction-operands.ts";
import { missing, type ModuleScope } from "./module-scope.ts";

const VECTOR_COUNT_MAX = 65_535n;
const FORMS_OF_INSTANCES: ReadonlySet<OperandForm> = new Set<OperandForm>([
  "function-instantiation",
  "struct-instantiation",
  "field-instantiation",
  "variant-instantiation",
]);
/** Forms of instructions that name what may have type parameters. */
const FORMS_OF_NAMES: ReadonlySet<OperandForm> = new Set<OperandForm>([...FORMS_OF_INSTANCES, "function", "struct", "field", "variant"]);

/**
 * Pass 5. Instructions for generic things name generic things, the others the others; vectors are packed and unpacked by at
 * most 65,535 elements; nothing claims to touch global storage, whose instructions the format no longer has.
 */
export function checkInstructions(scope: ModuleScope): void {
  for (const { definition, code } of scope.functionsWithCode()) {
    if (definition.acquires.length > 0) scope.fail("global_storage", "a function lists resources of global storage");
    scope.charge(code.instructions.length);
    const naming = scope.naming(code);
    for (let index = 0; index < naming.length; index += 1) {
      const offset = naming[index] ?? missing();
      const instruction = code.instructions[offset] ?? missing();
      const form: OperandForm = OPCODES[instruction.op][1];
      if (form === "signature-and-count" && instruction.literal > VECTOR_COUNT_MAX) {
        scope.fail("count_out_of_range", `${instruction.literal} elements are above ${VECTOR_COUNT_MAX}`, offset);
      }
      if (!FORMS_OF_NAMES.has(form)) continue;
      const typeParameters = typeParametersOf(scope, instruction);
      if (typeParameters !== undefined && typeParameters > 0 !== FORMS_OF_INSTANCES.has(form)) {
        scope.fail("generic_mismatch", `${instruction.op} names something of ${typeParameters} type parameters`, offset);
      }
    }
  }
}

/** How many type parameters the thing has that an instruction names; `undefined` if it names none that could have any. */
function typeParametersOf(scope: ModuleScope, instruction: Instruction): number | undefined {
  const { compiled } = scope;
  const called = functionHandleOf(compiled, instruction);
  if (called !== undefined) return called.typeParameters.length;
  const field = fieldOf(compiled, instruction);
  const struct = field === undefined ? structOf(compiled, instruction) : (compiled.fieldHandles[field] ?? missing()).struct;
  const variant = variantOf(compiled, instruction);
  const handle =
    struct === undefined
      ? variant && (compiled.enumDefinitions[variant.enum] ?? missing()).handle
      : (compiled.structDefinitions[struct] ?? missing()).handle;
  return handle === undefined ? undefined : (compiled.datatypeHandles[handle] ?? missing()).typeParameters.length;
}
