import type { DatatypeHandle, Instruction, Signature, TypeToken } from "../format/compiled-module.ts";
import { fieldsOfDatatypes } from "./check-indexes.ts";
import { fieldOf, functionHandleOf, instantiationOf, structOf, variantOf } from "./instruction-operands.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import type { TypeId } from "./type-pool.ts";
import { isAnyReference, nodesOf } from "./walk-types.ts";

/**
 * Pass 4. Types are well-formed where they stand: references are outermost only, never in fields or type arguments; type
 * arguments have the abilities that are asked of them; phantom type parameters stand in phantom positions only;
 * instructions carry as many type arguments as what they name has parameters.
 */
export function checkSignatures(scope: ModuleScope): void {
  const { compiled } = scope;
  for (let index = 0; index < compiled.signatures.length; index += 1) checkReferencesOutermost(scope, index);
  const checked = new ConstraintChecker(scope);
  for (const handle of compiled.functionHandles) {
    checked.check(handle.parameters, handle.typeParameters);
    checked.check(handle.results, handle.typeParameters);
  }
  for (const [handle, fields] of fieldsOfDatatypes(compiled)) {
    const types = fields.map((field) => field.type);
    const declared = compiled.datatypeHandles[handle] ?? missing();
    const nodes = nodesOf(types, scope);
    for (const { kind } of nodes) {
      if (kind === "reference" || kind === "mutable-reference") scope.fail("reference_in_field", "a field is a reference");
    }
    checked.checkNodes(nodes, checked.askedOf(declared));
    checkPhantoms(scope, types, declared.typeParameters);
  }
  for (const { handle, code } of scope.functionsWithCode()) {
    checked.check(code.locals, handle.typeParameters);
    scope.charge(code.instructions.length);
    const naming = scope.naming(code);
    for (let index = 0; index < naming.length; index += 1) {
      const offset = naming[index] ?? missing();
      checkTypeArguments(scope, checked, code.instructions[offset] ?? missing(), handle.typeParameters, offset);
    }
  }
}

function checkReferencesOutermost(scope: ModuleScope, index: number): void {
  const signature = scope.signature(index);
  const nodes = scope.nodes(index);
  // An outermost reference is not inside anything.
  const outermost = referencesAmong(signature);
  scope.charge(nodes.length - outermost);
  if (nodes !== signature && referencesAmong(nodes) !== outermost) scope.fail("nested_reference", "a reference is inside another type");
}

function referencesAmong(tokens: readonly TypeToken[]): number {
  let count = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const { kind } = tokens[index] ?? missing();
    if (kind === "reference" || kind === "mutable-reference") count += 1;
  }
  return count;
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
  if (checked.hasReference(index)) scope.fail("reference_as_type_argument", "a type argument is a reference", offset);
  checked.check(index, available, offset);
  const asked = constraintsOn(scope, checked, instruction);
  if (asked === undefined) {
    if (typeArguments.length !== 1) scope.fail("wrong_vector_signature", "a vector instruction carries one type", offset);
    return;
  }
  if (asked.length !== typeArguments.length) {
    scope.fail("wrong_argument_count", `${typeArguments.length} type arguments stand where ${asked.length} are asked`, offset);
  }
  checked.checkArguments(index, asked, available, offset);
}

/** What is asked of the type arguments of an instruction; `undefined` for those of vectors. */
function constraintsOn(scope: ModuleScope, checked: ConstraintChecker, instruction: Instruction): readonly number[] | undefined {
  const { compiled } = scope;
  const called = functionHandleOf(compiled, instruction);
  if (called !== undefined) return called.typeParameters;
  const field = fieldOf(compiled, instruction);
  const struct = field === undefined ? structOf(compiled, instruction) : (compiled.fieldHandles[field] ?? missing()).struct;
  const definition = struct === undefined ? undefined : (compiled.structDefinitions[struct] ?? missing());
  const variant = variantOf(compiled, instruction);
  const handle = definition?.handle ?? (variant && (compiled.enumDefinitions[variant.enum] ?? missing()).handle);
  return handle === undefined ? undefined : checked.askedOf(compiled.datatypeHandles[handle] ?? missing());
}

/** What is known for one choice of constraints on the type parameters around. */
interface Choice {
  readonly constraints: readonly number[];
  /** Signatures checked. */
  readonly checked: Set<number>;
  /** By what is asked, signatures whose types have it. */
  readonly satisfied: Map<readonly number[], Set<number>>;
  readonly abilities: Map<TypeId, number>;
}

/**
 * Checks instances of datatypes against what their type parameters ask, once for each signature and choice of constraints. Its
 * fields are private by type alone: an engine that has not compiled this yet looks a `#` field up as it would any key.
 */
class ConstraintChecker {
  private readonly scope: ModuleScope;
  /** By the list of constraints, which a handle has its own of, and by its text, which several handles may share. */
  private readonly choices = new Map<readonly number[], Choice>();
  private readonly choicesByText = new Map<string, Choice>();
  private readonly askedOfHandles = new Map<DatatypeHandle, readonly number[]>();
  private readonly withReference = new Map<number, boolean>();

  constructor(scope: ModuleScope) {
    this.scope = scope;
  }

  /** The types of a signature where type parameters have the constraints `available`. */
  check(signature: number, available: readonly number[], offset?: number): void {
    const { checked } = this.choice(available);
    if (checked.has(signature)) return;
    checked.add(signature);
    const nodes = this.scope.nodes(signature);
    this.scope.charge(nodes.length);
    // The list itself where no type is made of others.
    if (nodes !== this.scope.signature(signature)) this.checkNodes(nodes, available, offset);
  }

  /** Types of which these are all nodes. */
  checkNodes(nodes: readonly TypeToken[], available: readonly number[], offset?: number): void {
    const { scope } = this;
    for (let each = 0; each < nodes.length; each += 1) {
      const token = nodes[each] ?? missing();
      if (token.kind !== "datatype" || token.typeArguments.length === 0) continue;
      scope.charge(6);
      this.checkConstraints(
        token.typeArguments.map((each) => scope.types.of(each)),
        this.askedOf(scope.compiled.datatypeHandles[token.handle] ?? missing()),
        this.choice(available),
        offset,
      );
    }
  }

  /** The types of a signature as the type arguments of what asks `asked` of them. */
  checkArguments(signature: number, asked: readonly number[], available: readonly number[], offset: number): void {
    const choice = this.choice(available);
    let satisfied = choice.satisfied.get(asked);
    if (satisfied === undefined) {
      satisfied = new Set();
      choice.satisfied.set(asked, satisfied);
    }
    if (satisfied.has(signature)) return;
    satisfied.add(signature);
    this.scope.charge(asked.length);
    this.checkConstraints(this.scope.types.signature(signature), asked, choice, offset);
  }

  /** Whether a signature names a reference. */
  hasReference(signature: number): boolean {
    let has = this.withReference.get(signature);
    if (has === undefined) {
      has = isAnyReference(this.scope.signature(signature));
      this.withReference.set(signature, has);
    }
    return has;
  }

  /** What a datatype asks of its type arguments: the same list each time. */
  askedOf(handle: DatatypeHandle): readonly number[] {
    let asked = this.askedOfHandles.get(handle);
    if (asked === undefined) {
      asked = handle.typeParameters.map(({ constraints }) => constraints);
      this.askedOfHandles.set(handle, asked);
    }
    return asked;
  }

  private checkConstraints(types: readonly TypeId[], asked: readonly number[], { constraints, abilities }: Choice, offset?: number): void {
    for (let index = 0; index < types.length; index += 1) {
      const wanted = asked[index] ?? 0;
      if ((this.scope.types.abilities(types[index] ?? missing(), constraints, abilities) & wanted) !== wanted) {
        this.scope.fail("constraint_not_satisfied", `type argument ${index} lacks an ability that is asked of it`, offset);
      }
    }
  }

  private choice(constraints: readonly number[]): Choice {
    const known = this.choices.get(constraints);
    if (known !== undefined) return known;
    this.scope.charge(1 + constraints.length);
    const text = constraints.join(" ");
    const choice = this.choicesByText.get(text) ?? { constraints, checked: new Set(), satisfied: new Map(), abilities: new Map() };
    this.choices.set(constraints, choice);
    this.choicesByText.set(text, choice);
    return choice;
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
      const declared = (scope.compiled.datatypeHandles[token.handle] ?? missing()).typeParameters;
      for (const [index, argument] of token.typeArguments.entries()) {
        pending.push({ token: argument, isPhantomPosition: declared[index]?.isPhantom === true });
      }
    } else if (token.kind === "type-parameter" && typeParameters[token.index]?.isPhantom === true && !isPhantomPosition) {
      scope.fail("phantom_in_value_position", `phantom type parameter ${token.index} stands where a value of it would be needed`);
    }
  }
}
