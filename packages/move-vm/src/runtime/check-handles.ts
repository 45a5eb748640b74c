import type { DatatypeHandle, TypeToken } from "../format/compiled-module.ts";
import type { DeclaredDatatype, LinkedModule } from "./linked-module.ts";
import { ModuleLinkError } from "./module-link-error.ts";

/**
 * Checks that what a module says of the things it imports holds of what their modules declare, and that it may call them. As
 * in the verifier, it may know of fewer abilities and ask for more: so a module stays good when one it imports gains abilities.
 */
export function checkHandles(module: LinkedModule): void {
  const { datatypeHandles, functionHandles, signatures } = module.compiled;
  for (let index = 0; index < datatypeHandles.length; index += 1) {
    const handle = datatypeHandles[index];
    const declared = module.datatypeOfHandle[index];
    if (handle === undefined) throw new Error("a checked handle is not there");
    if (declared === undefined || !fitsDatatype(handle, declared))
      throw new ModuleLinkError("handle_mismatch", `${module.name} expects another ${declared?.name} than is declared`);
  }
  for (let index = 0; index < functionHandles.length; index += 1) {
    const handle = functionHandles[index];
    const declared = module.functionOfHandle[index];
    const parameters = signatures[handle?.parameters ?? -1];
    const results = signatures[handle?.results ?? -1];
    if (handle === undefined || declared === undefined || parameters === undefined || results === undefined)
      throw new Error("a checked handle is not resolved");
    const same =
      fitsConstraints(handle.typeParameters, declared.typeParameters) &&
      sameTokens(module, parameters, declared.owner, declared.parameterTokens) &&
      sameTokens(module, results, declared.owner, declared.resultTokens);
    if (!same) {
      const name = `${declared.module}::${declared.name}`;
      throw new ModuleLinkError("handle_mismatch", `${module.name} expects another ${name} than is declared`);
    }
    if (!mayCall(module, declared.owner, declared.visibility))
      throw new ModuleLinkError("not_visible", `${module.name} may not call ${declared.module}::${declared.name}`);
  }
}

function fitsDatatype(handle: DatatypeHandle, declared: DeclaredDatatype): boolean {
  if (!isWithin(handle.abilities, declared.abilities)) return false;
  const expected = handle.typeParameters;
  // The declaration's own handle.
  if (expected === declared.typeParameters) return true;
  if (expected.length !== declared.typeParameters.length) return false;
  for (let position = 0; position < expected.length; position += 1) {
    const [parameter, other] = [expected[position], declared.typeParameters[position]];
    if (parameter === undefined || other === undefined) return false;
    if (!isWithin(other.constraints, parameter.constraints) || (parameter.isPhantom && !other.isPhantom)) return false;
  }
  return true;
}

function fitsConstraints(given: readonly number[], declared: readonly number[]): boolean {
  if (given.length !== declared.length) return false;
  for (let position = 0; position < given.length; position += 1) {
    if (!isWithin(declared[position] ?? 0, given[position] ?? 0)) return false;
  }
  return true;
}

/** Whether every ability of one set is in the other. */
function isWithin(part: number, whole: number): boolean {
  return (part & ~whole) === 0;
}

function mayCall(caller: LinkedModule, owner: LinkedModule, visibility: "private" | "public" | "friend"): boolean {
  if (caller === owner || visibility === "public") return true;
  if (visibility === "private") return false;
  const { friends, addresses, identifiers } = owner.compiled;
  return friends.some((friend) => addresses[friend.address] === caller.address && identifiers[friend.name] === caller.name);
}

function sameTokens(leftModule: LinkedModule, left: readonly TypeToken[], rightModule: LinkedModule, right: readonly TypeToken[]): boolean {
  // Of one module the same list: what its own functions were declared with.
  if (left === right && leftModule === rightModule) return true;
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    const token = left[index];
    if (token === undefined || !sameToken(leftModule, token, rightModule, right[index])) return false;
  }
  return true;
}

function sameToken(leftModule: LinkedModule, left: TypeToken, rightModule: LinkedModule, right: TypeToken | undefined): boolean {
  if (right === undefined || left.kind !== right.kind) return false;
  if (left.kind === "vector") return right.kind === "vector" && sameToken(leftModule, left.element, rightModule, right.element);
  if (left.kind === "type-parameter") return right.kind === "type-parameter" && left.index === right.index;
  if (left.kind === "reference" || left.kind === "mutable-reference") {
    return (
      (right.kind === "reference" || right.kind === "mutable-reference") && sameToken(leftModule, left.target, rightModule, right.target)
    );
  }
  if (left.kind !== "datatype") return true;
  return (
    right.kind === "datatype" &&
    leftModule.datatypeOfHandle[left.handle] === rightModule.datatypeOfHandle[right.handle] &&
    sameTokens(leftModule, left.typeArguments, rightModule, right.typeArguments)
  );
}
