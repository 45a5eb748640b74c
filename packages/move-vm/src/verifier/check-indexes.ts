import { checkBounds } from "../format/check-bounds.ts";
import type { CodeUnit, CompiledModule, Signature } from "../format/compiled-module.ts";
import { ModuleFormatError } from "../format/module-format-error.ts";
import { LITERAL_BYTES, OPCODES, type OperandForm } from "../format/opcodes.ts";
import { instantiationOf } from "./instruction-operands.ts";
import type { ModuleScope } from "./module-scope.ts";
import { walkTypes } from "./walk-types.ts";

/**
 * Pass 1. Every index names an entry of its table, every branch an instruction, every literal fits its width; a datatype
 * has as many type arguments as it declares parameters; a type parameter is one of the function or datatype around it.
 * All later passes rely on it and look nothing up twice.
 */
export function checkIndexes(scope: ModuleScope): void {
  const { compiled } = scope;
  if (compiled.version !== 6 && compiled.version !== 7) scope.fail("unsupported_version", `there is no version ${compiled.version}`);
  if (compiled.version === 6 && compiled.enumDefinitions.length > 0) scope.fail("unsupported_version", "version 6 has no enums");
  checkNumbers(scope);
  const parametersOf = new TypeParameterCounter(scope);
  try {
    checkBounds(compiled);
  } catch (error) {
    if (error instanceof ModuleFormatError) scope.fail("index_out_of_bounds", error.detail);
    throw error;
  }
  for (const { definition, code } of scope.functionsWithCode()) {
    const last = code.instructions.at(-1)?.op ?? "Nop";
    if (!["Ret", "Abort", "Branch", "VariantSwitch"].includes(last)) {
      scope.fail("falls_off_end", `${scope.functionName(definition)} can run past its last instruction`);
    }
  }
  for (const signature of compiled.signatures) checkArity(scope, signature);
  checkTypeParameters(scope, parametersOf);
}

/** Whole numbers from 0 in all places that hold an index: decoded modules have no others, hand-made ones may. */
function checkNumbers(scope: ModuleScope): void {
  const { compiled } = scope;
  checkEntry(scope, [compiled.selfModule]);
  for (const table of Object.values(compiled)) {
    if (!Array.isArray(table)) continue;
    for (const entry of table) {
      if (typeof entry === "object" && entry !== null) checkEntry(scope, Object.values(entry));
    }
  }
  for (const { variants } of compiled.enumDefinitions) for (const variant of variants) checkEntry(scope, [variant.name]);
  for (const [, fields] of fieldsOfDatatypes(compiled)) {
    checkEntry(
      scope,
      fields.map((field) => field.name),
    );
  }
  for (const { code } of scope.functionsWithCode()) checkInstructions(scope, code);
}

function checkEntry(scope: ModuleScope, values: readonly unknown[]): void {
  scope.charge(values.length);
  for (const value of values) {
    if (typeof value === "number" && !isIndex(value)) scope.fail("bad_operand", `${value} is no index`);
  }
}

function checkInstructions(scope: ModuleScope, code: CodeUnit): void {
  scope.charge(code.instructions.length);
  if (!isIndex(code.locals)) scope.fail("bad_operand", `${code.locals} is no index`);
  for (const [offset, { op, index, literal }] of code.instructions.entries()) {
    const entry: readonly [number, OperandForm] | undefined = OPCODES[op];
    if (entry === undefined) scope.fail("bad_operand", `there is no instruction ${String(op)}`, offset);
    if (!isIndex(index)) scope.fail("bad_operand", `${index} is no index`, offset);
    const width = LITERAL_BYTES[entry[1]];
    if (width !== undefined && (literal < 0n || literal >> BigInt(8 * width) !== 0n)) {
      scope.fail("bad_operand", `${literal} does not fit ${width} bytes`, offset);
    }
  }
  for (const table of code.jumpTables) {
    scope.charge(table.targets.length);
    if (![table.enum, ...table.targets].every(isIndex)) scope.fail("bad_operand", "a jump table has a target that is no index");
  }
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Counts the type parameters that signatures ask for: one more than the highest in them. */
class TypeParameterCounter {
  readonly #counts: readonly number[];

  constructor(scope: ModuleScope) {
    this.#counts = scope.compiled.signatures.map((signature) => typeParametersIn(scope, signature));
  }

  of(signature: number): number {
    return this.#counts[signature] ?? 0;
  }
}

function typeParametersIn(scope: ModuleScope, signature: Signature): number {
  let count = 0;
  walkTypes(signature, (token) => {
    scope.charge(1);
    if (token.kind === "type-parameter") {
      if (!isIndex(token.index)) scope.fail("bad_operand", `${token.index} is no index`);
      count = Math.max(count, token.index + 1);
    } else if (token.kind === "datatype" && !isIndex(token.handle)) scope.fail("bad_operand", `${token.handle} is no index`);
  });
  return count;
}

function checkArity(scope: ModuleScope, signature: Signature): void {
  walkTypes(signature, (token) => {
    scope.charge(1);
    if (token.kind !== "datatype") return;
    const expected = scope.at(scope.compiled.datatypeHandles, token.handle).typeParameters.length;
    const actual = token.typeArguments.length;
    if (actual !== expected) scope.fail("wrong_type_arity", `a type has ${actual} type arguments where ${expected} are declared`);
  });
}

function checkTypeParameters(scope: ModuleScope, parametersOf: TypeParameterCounter): void {
  const { compiled } = scope;
  const check = (used: number, available: number, offset?: number) => {
    if (used > available) scope.fail("type_parameter_out_of_bounds", `type parameter ${used - 1} of ${available} is used`, offset);
  };
  for (const handle of compiled.functionHandles) {
    check(Math.max(parametersOf.of(handle.parameters), parametersOf.of(handle.results)), handle.typeParameters.length);
  }
  for (const [handle, fields] of fieldsOfDatatypes(compiled)) {
    const types = fields.map((field) => field.type);
    check(typeParametersIn(scope, types), scope.at(compiled.datatypeHandles, handle).typeParameters.length);
    checkArity(scope, types);
  }
  for (const { handle, code } of scope.functionsWithCode()) {
    const available = handle.typeParameters.length;
    check(parametersOf.of(code.locals), available);
    for (const [offset, instruction] of code.instructions.entries()) {
      const typeArguments = instantiationOf(compiled, instruction);
      if (typeArguments !== undefined) check(parametersOf.of(typeArguments), available, offset);
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
