import type {
  CompiledModule,
  DatatypeHandle,
  FunctionDefinition,
  FunctionHandle,
  Signature,
  TypeToken,
} from "../format/compiled-module.ts";
import { printModule, type ModuleScope } from "./module-scope.ts";
import type { DeclaredModule } from "./declared-module.ts";

/**
 * Pass 12a. Everything a module imports exists, may be used by it, and is what the module takes it to be: a datatype has at
 * least the abilities the module counts on, asks of its type arguments at most what the module gives and is phantom where
 * the module says so; a function has the same parameters and results and asks no more of its type arguments.
 */
export function checkLinking(scope: ModuleScope, modules: ReadonlyMap<string, DeclaredModule>): void {
  const { compiled } = scope;
  const ownerOf = (module: number): DeclaredModule => {
    const name = printModule(compiled, module);
    return modules.get(name) ?? scope.fail("missing_module", `there is no module ${name}`);
  };
  for (const index of compiled.moduleHandles.keys()) {
    scope.charge(1);
    ownerOf(index);
  }
  for (const handle of compiled.datatypeHandles) {
    scope.charge(1);
    if (handle.module === compiled.selfModule) continue;
    const owner = ownerOf(handle.module);
    const name = scope.at(compiled.identifiers, handle.name);
    const declared = owner.datatypes.get(name);
    if (declared === undefined) scope.fail("missing_datatype", `${owner.name} declares no ${name}`);
    if (!fitsDatatype(handle, declared)) scope.fail("datatype_mismatch", `${owner.name}::${name} is not what the module expects`);
  }
  for (const handle of compiled.functionHandles) {
    scope.charge(1);
    if (handle.module !== compiled.selfModule) checkFunction(scope, handle, ownerOf(handle.module));
  }
}

function checkFunction(scope: ModuleScope, handle: FunctionHandle, owner: DeclaredModule): void {
  const name = scope.at(scope.compiled.identifiers, handle.name);
  const found = owner.functions.get(name);
  if (found === undefined) return scope.fail("missing_function", `${owner.name} declares no ${name}`);
  if (!mayCall(scope, owner, found.definition)) scope.fail("not_visible", `${owner.name}::${name} may not be called from here`);
  const declared = found.handle;
  const sameTypes = (left: Signature, right: Signature) => sameSignature(scope, left, owner.compiled, right);
  const fits =
    handle.typeParameters.length === declared.typeParameters.length &&
    handle.typeParameters.every((given, index) => isWithin(declared.typeParameters[index] ?? 0, given)) &&
    sameTypes(scope.signature(handle.parameters), scope.at(owner.compiled.signatures, declared.parameters)) &&
    sameTypes(scope.signature(handle.results), scope.at(owner.compiled.signatures, declared.results));
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

function sameSignature(scope: ModuleScope, left: Signature, owner: CompiledModule, right: Signature): boolean {
  return left.length === right.length && left.every((token, index) => sameType(scope, token, owner, scope.at(right, index)));
}

function sameType(scope: ModuleScope, left: TypeToken, owner: CompiledModule, right: TypeToken): boolean {
  scope.charge(1);
  if (left.kind === "vector") return right.kind === "vector" && sameType(scope, left.element, owner, right.element);
  if (left.kind === "reference" || left.kind === "mutable-reference") {
    return right.kind === left.kind && sameType(scope, left.target, owner, right.target);
  }
  if (left.kind === "type-parameter") return right.kind === "type-parameter" && left.index === right.index;
  if (left.kind !== "datatype") return right.kind === left.kind;
  if (right.kind !== "datatype") return false;
  const [one, other] = [scope.at(scope.compiled.datatypeHandles, left.handle), scope.at(owner.datatypeHandles, right.handle)];
  return (
    scope.compiled.identifiers[one.name] === owner.identifiers[other.name] &&
    printModule(scope.compiled, one.module) === printModule(owner, other.module) &&
    sameSignature(scope, left.typeArguments, owner, right.typeArguments)
  );
}
