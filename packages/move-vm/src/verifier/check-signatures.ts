import type { DatatypeHandle, Instruction, Signature, TypeToken } from "../format/compiled-module.ts";
import { fieldsOfDatatypes } from "./check-indexes.ts";
import { fieldOf, functionHandleOf, instantiationOf, structOf, variantOf } from "./instruction-operands.ts";
import type { ModuleScope } from "./module-scope.ts";
import type { TypeId } from "./type-pool.ts";
import { walkType, walkTypes } from "./walk-types.ts";

/**
 * Pass 4. Types are well-formed where they stand: references are outermost only, never in fields or type arguments; type
 * arguments have the abilities that are asked of them; phantom type parameters stand in phantom positions only;
 * instructions carry as many type arguments as what they name has parameters.
 */
export function checkSignatures(scope: ModuleScope): void {
  const { compiled } = scope;
  for (const signature of compiled.signatures) checkReferencesOutermost(scope, signature);
  const checked = new ConstraintChecker(scope);
  for (const handle of compiled.functionHandles) {
    checked.check(handle.parameters, handle.typeParameters);
    checked.check(handle.results, handle.typeParameters);
  }
  for (const [handle, fields] of fieldsOfDatatypes(compiled)) {
    const types = fields.map((field) => field.type);
    const { typeParameters } = scope.at(compiled.datatypeHandles, handle);
    walkTypes(types, ({ kind }) => {
      if (kind === "reference" || kind === "mutable-reference") scope.fail("reference_in_field", "a field is a reference");
    });
    checked.checkTypes(
      types,
      typeParameters.map(({ constraints }) => constraints),
    );
    checkPhantoms(scope, types, typeParameters);
  }
  for (const { handle, code } of scope.functionsWithCode()) {
    checked.check(code.locals, handle.typeParameters);
    scope.charge(code.instructions.length);
    for (let offset = 0; offset < code.instructions.length; offset += 1) {
      checkTypeArguments(scope, checked, scope.at(code.instructions, offset), handle.typeParameters, offset);
    }
  }
}

function checkReferencesOutermost(scope: ModuleScope, signature: Signature): void {
  for (const token of signature) {
    const inner = token.kind === "reference" || token.kind === "mutable-reference" ? token.target : token;
    walkType(inner, ({ kind }) => {
      scope.charge(1);
      if (kind === "reference" || kind === "mutable-reference") scope.fail("nested_reference", "a reference is inside another type");
    });
  }
}

function checkTypeArguments(
  scope: ModuleScope,
  checked: ConstraintChecker,
  instruction: Instruction,
  available: readonly number[],
  offset: number,
): void {
  const index = instantiationOf(scope.compiled, instruction);
  if (index === undefined) return;
  const typeArguments = scope.signature(index);
  if (typeArguments.some(({ kind }) => kind === "reference" || kind === "mutable-reference")) {
    scope.fail("reference_as_type_argument", "a type argument is a reference", offset);
  }
  checked.check(index, available, offset);
  const asked = constraintsOn(scope, instruction);
  if (asked === undefined) {
    if (typeArguments.length !== 1) scope.fail("wrong_vector_signature", "a vector instruction carries one type", offset);
    return;
  }
  if (asked.length !== typeArguments.length) {
    scope.fail("wrong_argument_count", `${typeArguments.length} type arguments stand where ${asked.length} are asked`, offset);
  }
  checked.checkConstraints(scope.types.signature(index), asked, available, offset);
}

/** What is asked of the type arguments of an instruction; `undefined` for those of vectors. */
function constraintsOn(scope: ModuleScope, instruction: Instruction): readonly number[] | undefined {
  const { compiled } = scope;
  const called = functionHandleOf(compiled, instruction);
  if (called !== undefined) return called.typeParameters;
  const field = fieldOf(compiled, instruction);
  const struct = field === undefined ? structOf(compiled, instruction) : scope.at(compiled.fieldHandles, field).struct;
  const definition = struct === undefined ? undefined : scope.at(compiled.structDefinitions, struct);
  const variant = variantOf(compiled, instruction);
  const handle = definition?.handle ?? (variant && scope.at(compiled.enumDefinitions, variant.enum).handle);
  return handle === undefined ? undefined : constraintsOf(scope.at(compiled.datatypeHandles, handle));
}

function constraintsOf(handle: DatatypeHandle): readonly number[] {
  return handle.typeParameters.map(({ constraints }) => constraints);
}

/** Checks instances of datatypes against what their type parameters ask, once for each signature and choice of constraints. */
class ConstraintChecker {
  readonly #scope: ModuleScope;
  readonly #done = new Set<string>();
  readonly #abilities = new Map<string, Map<TypeId, number>>();

  constructor(scope: ModuleScope) {
    this.#scope = scope;
  }

  check(signature: number, available: readonly number[], offset?: number): void {
    const key = `${signature} ${available.join(" ")}`;
    if (this.#done.has(key)) return;
    this.#done.add(key);
    this.checkTypes(this.#scope.signature(signature), available, offset);
  }

  checkTypes(types: Signature, available: readonly number[], offset?: number): void {
    const scope = this.#scope;
    walkTypes(types, (token: TypeToken) => {
      scope.charge(1);
      if (token.kind !== "datatype" || token.typeArguments.length === 0) return;
      scope.charge(6);
      const asked = constraintsOf(scope.at(scope.compiled.datatypeHandles, token.handle));
      this.checkConstraints(
        token.typeArguments.map((each) => scope.types.of(each)),
        asked,
        available,
        offset,
      );
    });
  }

  checkConstraints(types: readonly TypeId[], asked: readonly number[], available: readonly number[], offset?: number): void {
    const known = this.#knownFor(available);
    for (const [index, type] of types.entries()) {
      const wanted = asked[index] ?? 0;
      const abilities = this.#scope.types.abilities(type, available, known);
      if ((abilities & wanted) !== wanted) {
        this.#scope.fail("constraint_not_satisfied", `type argument ${index} lacks an ability that is asked of it`, offset);
      }
    }
  }

  #knownFor(available: readonly number[]): Map<TypeId, number> {
    const key = available.join(" ");
    const known = this.#abilities.get(key) ?? new Map<TypeId, number>();
    this.#abilities.set(key, known);
    return known;
  }
}

/** Phantom type parameters of a datatype do not stand where a value of them would be needed. */
function checkPhantoms(scope: ModuleScope, types: Signature, typeParameters: DatatypeHandle["typeParameters"]): void {
  const pending = types.map((token) => ({ token, isPhantomPosition: false }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    scope.charge(1);
    const { token, isPhantomPosition } = next;
    if (token.kind === "vector") pending.push({ token: token.element, isPhantomPosition: false });
    else if (token.kind === "datatype") {
      const declared = scope.at(scope.compiled.datatypeHandles, token.handle).typeParameters;
      for (const [index, argument] of token.typeArguments.entries()) {
        pending.push({ token: argument, isPhantomPosition: declared[index]?.isPhantom === true });
      }
    } else if (token.kind === "type-parameter" && typeParameters[token.index]?.isPhantom === true && !isPhantomPosition) {
      scope.fail("phantom_in_value_position", `phantom type parameter ${token.index} stands where a value of it would be needed`);
    }
  }
}
