import type { TypeToken } from "../format/compiled-module.ts";
import type { LinkedModule } from "./linked-module.ts";
import { ModuleLinkError } from "./module-link-error.ts";

/**
 * Checks that what a module says of the things it imports holds of what their modules declare, and that it may call them. As
 * in the verifier, it may know of fewer abilities and ask for more: so a module stays good when one it imports gains abilities.
 */
export function checkHandles(module: LinkedModule): void {
  for (const [index, handle] of module.compiled.datatypeHandles.entries()) {
    const declared = module.datatypeOfHandle[index];
    const same =
      declared !== undefined &&
      isWithin(handle.abilities, declared.abilities) &&
      handle.typeParameters.length === declared.typeParameters.length &&
      handle.typeParameters.every((parameter, position) => {
        const other = declared.typeParameters[position];
        return other !== undefined && isWithin(other.constraints, parameter.constraints) && (!parameter.isPhantom || other.isPhantom);
      });
    if (!same) throw new ModuleLinkError("handle_mismatch", `${module.name} expects another ${declared?.name} than is declared`);
  }
  for (const [index, handle] of module.compiled.functionHandles.entries()) {
    const declared = module.functionOfHandle[index];
    const parameters = module.compiled.signatures[handle.parameters];
    const results = module.compiled.signatures[handle.results];
    if (declared === undefined || parameters === undefined || results === undefined) throw new Error("a checked handle is not resolved");
    const same =
      handle.typeParameters.length === declared.typeParameters.length &&
      handle.typeParameters.every((asked, position) => isWithin(declared.typeParameters[position] ?? 0, asked)) &&
      sameTokens(module, parameters, declared.owner, declared.parameterTokens) &&
      sameTokens(module, results, declared.owner, declared.resultTokens);
    const name = `${declared.module}::${declared.name}`;
    if (!same) throw new ModuleLinkError("handle_mismatch", `${module.name} expects another ${name} than is declared`);
    if (!mayCall(module, declared.owner, declared.visibility))
      throw new ModuleLinkError("not_visible", `${module.name} may not call ${name}`);
  }
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
  return left.length === right.length && left.every((token, index) => sameToken(leftModule, token, rightModule, right[index]));
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
