import { checkBounds } from "../format/check-bounds.ts";
import type { CodeUnit, CompiledModule, TypeToken } from "../format/compiled-module.ts";
import { ModuleFormatError } from "../format/module-format-error.ts";
import { LITERAL_BYTES, OPCODES, type OperandForm } from "../format/opcodes.ts";
import { instantiationOf } from "./instruction-operands.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { nodesOf } from "./walk-types.ts";

/**
 * Pass 1. Every index names an entry of its table, every branch an instruction, every literal fits its width; a datatype
 * has as many type arguments as it declares parameters; a type parameter is one of the function or datatype around it.
 * All later passes rely on it and look nothing up twice.
 */
export function checkIndexes(scope: ModuleScope): void {
  const { compiled } = scope;
  if (compiled.version !== 6 && compiled.version !== 7) scope.fail("unsupported_version", `there is no version ${compiled.version}`);
  if (compiled.version === 6 && compiled.enumDefinitions.length > 0) scope.fail("unsupported_version", "version 6 has no enums");
  // Types first: hand-made ones can be larger than any bytes, and only this walk is metered.
  const typeParameters = compiled.signatures.map((_, index) => checkTypes(scope, (visit) => scope.nodes(index, visit)));
  const ofFields = [...fieldsOfDatatypes(compiled)].map(([handle, fields]) => ({
    handle,
    used: checkTypes(scope, (visit) =>
      nodesOf(
        fields.map(({ type }) => type),
        scope,
        visit,
      ),
    ),
  }));
  for (const { type } of compiled.constants) checkTypes(scope, (visit) => nodesOf([type], scope, visit));
  for (const definition of compiled.functionDefinitions) {
    scope.enterFunction(definition);
    if (definition.code !== undefined) checkInstructions(scope, definition.code);
  }
  scope.enterFunction(undefined);
  if (!scope.isDecoded) checkTables(scope);
  for (const { handle, used } of ofFields) {
    checkTypeParameters(scope, used, (compiled.datatypeHandles[handle] ?? missing()).typeParameters.length);
  }
  checkUses(scope, typeParameters);
}

/** Every index. The reader of bytes has checked the same. */
function checkTables(scope: ModuleScope): void {
  try {
    checkBounds(scope.compiled, false);
  } catch (error) {
    if (error instanceof ModuleFormatError) scope.fail("index_out_of_bounds", error.detail);
    throw error;
  }
}

/** Operands that are not indexes of tables, and that there is such an instruction. */
function checkInstructions(scope: ModuleScope, code: CodeUnit): void {
  scope.charge(code.instructions.length);
  if (scope.isDecoded) {
    for (const table of code.jumpTables) scope.charge(table.targets.length);
    return;
  }
  for (let offset = 0; offset < code.instructions.length; offset += 1) {
    const { op, literal } = code.instructions[offset] ?? missing();
    // No name that every object has.
    const entry: readonly [number, OperandForm] | undefined = Object.hasOwn(OPCODES, op) ? OPCODES[op] : undefined;
    if (entry === undefined) scope.fail("bad_operand", `there is no instruction ${String(op)}`, offset);
    const width = LITERAL_BYTES[entry[1]];
    if (width !== undefined && (literal < 0n || literal >> BigInt(8 * width) !== 0n)) {
      scope.fail("bad_operand", `${literal} does not fit ${width} bytes`, offset);
    }
  }
  for (const table of code.jumpTables) scope.charge(table.targets.length);
  const last = code.instructions.at(-1)?.op;
  if (last !== "Ret" && last !== "Abort" && last !== "Branch" && last !== "VariantSwitch") {
    scope.fail("falls_off_end", "a function can run past its last instruction");
  }
}

/**
 * Checks handles and numbers of type arguments of the nodes that `walk` shows; answers how many type parameters the types ask for.
 * A node is checked before its parts are walked: those of a type made by hand are then as many as are declared.
 */
function checkTypes(scope: ModuleScope, walk: (visit: (token: TypeToken) => void) => void): number {
  let count = 0;
  walk((token) => {
    if (token.kind === "type-parameter") {
      if (!Number.isSafeInteger(token.index) || token.index < 0) scope.fail("bad_operand", `${token.index} is no index`);
      count = Math.max(count, token.index + 1);
    } else if (token.kind === "datatype") {
      const handle = scope.compiled.datatypeHandles[token.handle];
      if (handle === undefined) scope.fail("index_out_of_bounds", `there is no datatype handle ${token.handle}`);
      const expected = handle.typeParameters.length;
      const actual = token.typeArguments.length;
      if (actual !== expected) scope.fail("wrong_type_arity", `a type has ${actual} type arguments where ${expected} are declared`);
    }
  });
  return count;
}

function checkTypeParameters(scope: ModuleScope, used: number, available: number, offset?: number): void {
  if (used > available) scope.fail("type_parameter_out_of_bounds", `type parameter ${used - 1} of ${available} is used`, offset);
}

/** Type parameters in signatures, which `used` counts by index, are those of the functions that use the signatures. */
function checkUses(scope: ModuleScope, used: readonly number[]): void {
  const { compiled } = scope;
  for (const handle of compiled.functionHandles) {
    checkTypeParameters(
      scope,
      Math.max(used[handle.parameters] ?? missing(), used[handle.results] ?? missing()),
      handle.typeParameters.length,
    );
  }
  for (const { handle, code } of scope.functionsWithCode()) {
    const available = handle.typeParameters.length;
    checkTypeParameters(scope, used[code.locals] ?? missing(), available);
    const naming = scope.naming(code);
    for (let index = 0; index < naming.length; index += 1) {
      const offset = naming[index] ?? missing();
      const typeArguments = instantiationOf(compiled, code.instructions[offset] ?? missing());
      if (typeArguments !== undefined) checkTypeParameters(scope, used[typeArguments] ?? missing(), available, offset);
    }
  }
}

/** The fields of every struct and of every variant, with the handle of the datatype. */
export function* fieldsOfDatatypes(
  compiled: CompiledModule,
): Iterable<readonly [handle: number, fields: CompiledModule["enumDefinitions"][number]["variants"][number]["fields"]]> {
  for (const definition of compiled.structDefinitions) yield [definition.handle, definition.fields ?? []];
  for (const definition of compiled.enumDefinitions) {
    for (const variant of definition.variants) yield [definition.handle, variant.fields];
  }
}
