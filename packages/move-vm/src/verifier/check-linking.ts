import type { DatatypeHandle, FunctionDefinition, FunctionHandle, Signature, TypeToken } from "../format/compiled-module.ts";
import { missing, printModule, type ModuleScope } from "./module-scope.ts";
import type { DeclaredModule } from "./declared-module.ts";

/**
 * Pass 12a. Everything a module imports exists, may be used by it, and is what the module takes it to be: a datatype has at
 * least the abilities the module counts on, asks of its type arguments at most what the module gives and is phantom where
 * the module says so; a function has the same parameters and results and asks no more of its type arguments.
 */
export function checkLinking(scope: ModuleScope, modules: ReadonlyMap<string, DeclaredModule>): void {
  const { compiled } = scope;
  const names = compiled.moduleHandles.map((_, index) => printModule(compiled, index));
  const owners = names.map((name) => {
    scope.charge(1);
    return modules.get(name) ?? scope.fail("missing_module", `there is no module ${name}`);
  });
  for (const handle of compiled.datatypeHandles) {
    scope.charge(1);
    if (handle.module === compiled.selfModule) continue;
    const owner = owners[handle.module] ?? missing();
    const name = compiled.identifiers[handle.name] ?? missing();
    const declared = owner.datatypes.get(name);
    if (declared === undefined) scope.fail("missing_datatype", `${owner.name} declares no ${name}`);
    if (!fitsDatatype(handle, declared)) scope.fail("datatype_mismatch", `${owner.name}::${name} is not what the module expects`);
  }
  for (const handle of compiled.functionHandles) {
    scope.charge(1);
    if (handle.module !== compiled.selfModule) checkFunction(scope, names, handle, owners[handle.module] ?? missing());
  }
}

function checkFunction(scope: ModuleScope, names: readonly string[], handle: FunctionHandle, owner: DeclaredModule): void {
  const name = scope.compiled.identifiers[handle.name] ?? missing();
  const found = owner.functions.get(name);
  if (found === undefined) return scope.fail("missing_function", `${owner.name} declares no ${name}`);
  if (!mayCall(scope, owner, found.definition)) scope.fail("not_visible", `${owner.name}::${name} may not be called from here`);
  const declared = found.handle;
  const sameTypes = (left: Signature, right: Signature) => sameSignature({ scope, names, owner }, left, right);
  const fits =
    handle.typeParameters.length === declared.typeParameters.length &&
    handle.typeParameters.every((given, index) => isWithin(declared.typeParameters[index] ?? 0, given)) &&
    sameTypes(scope.signature(handle.parameters), owner.compiled.signatures[declared.parameters] ?? missing()) &&
    sameTypes(scope.signature(handle.results), owner.compiled.signatures[declared.results] ?? missing());
  if (!fits) scope.fail("function_mismatch", `${owner.name}::${name} is not what the module expects`);
}

function mayCall(scope: ModuleScope, owner: DeclaredModule, definition: FunctionDefinition): boolean {
  if (definition.visibility !== "friend") return definition.visibility === "public";
  return owner.friends.has(scope.name);
}

function fitsDatatype(handle: DatatypeHandle, declared: DatatypeHandle): boolean {
  return (
    isWithin(handle.abilities, declared.abilities) &&
    handle.typeParameters.length === declared.typeParameters.length &&
    handle.typeParameters.every(({ constraints, isPhantom }, index) => {
      const other = declared.typeParameters[index];
      return other !== undefined && isWithin(other.constraints, constraints) && (!isPhantom || other.isPhantom);
    })
  );
}

/** Whether every ability of one set is in the other. */
function isWithin(part: number, whole: number): boolean {
  return (part & whole) === part;
}

/** A module whose types stand left, with the names of its module handles, and one whose types stand right. */
interface Sides {
  readonly scope: ModuleScope;
  readonly names: readonly string[];
  readonly owner: DeclaredModule;
}

function sameSignature(sides: Sides, left: Signature, right: Signature): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (!sameType(sides, left[index] ?? missing(), right[index] ?? missing())) return false;
  }
  return true;
}

function sameType(sides: Sides, left: TypeToken, right: TypeToken): boolean {
  const { scope, names, owner } = sides;
  scope.charge(1);
  if (left.kind === "vector") return right.kind === "vector" && sameType(sides, left.element, right.element);
  if (left.kind === "reference" || left.kind === "mutable-reference") {
    return right.kind === left.kind && sameType(sides, left.target, right.target);
  }
  if (left.kind === "type-parameter") return right.kind === "type-parameter" && left.index === right.index;
  if (left.kind !== "datatype") return right.kind === left.kind;
  if (right.kind !== "datatype") return false;
  const one = scope.compiled.datatypeHandles[left.handle] ?? missing();
  const other = owner.compiled.datatypeHandles[right.handle] ?? missing();
  return (
    scope.compiled.identifiers[one.name] === owner.compiled.identifiers[other.name] &&
    names[one.module] === owner.moduleNames[other.module] &&
    sameSignature(sides, left.typeArguments, right.typeArguments)
  );
}
