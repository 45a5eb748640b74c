import { printModule, type ModuleScope } from "./module-scope.ts";
import type { VerificationFault } from "./verification-error.ts";

const STD = `0x${"1".padStart(64, "0")}`;
/** Modules of std whose functions work on behalf of the module that declares `T`. */
const OWNER_ONLY = new Map<string, VerificationFault>([
  [`${STD}::ledger`, "foreign_resource"],
  [`${STD}::event`, "foreign_event"],
  [`${STD}::internal`, "foreign_permit"],
]);

/**
 * Pass 14. A module publishes, looks up, borrows and takes only resources, emits only events, and gives permits only for
 * structs and enums that it declares itself: whoever holds the ledger, a resource belongs to the module of its type. Calls with a type parameter,
 * a primitive or a vector for `T` are refused, for they would stand for any type. Natives are the standard library's.
 *
 * Sound only with the linking pass, which shows that the handles of those functions have the type parameters declared.
 */
export function checkOwnership(scope: ModuleScope): void {
  const { compiled } = scope;
  for (const { generic, typeArguments } of compiled.functionInstantiations) {
    scope.charge(1);
    const handle = scope.at(compiled.functionHandles, generic);
    const fault = OWNER_ONLY.get(printModule(compiled, handle.module));
    if (fault === undefined) continue;
    for (const type of scope.signature(typeArguments)) {
      const owner = type.kind === "datatype" ? scope.at(compiled.datatypeHandles, type.handle).module : undefined;
      if (owner === compiled.selfModule) continue;
      const name = scope.at(compiled.identifiers, handle.name);
      scope.fail(fault, `${name} is called with a type that this module does not declare`);
    }
  }
  const address = scope.at(compiled.addresses, scope.at(compiled.moduleHandles, compiled.selfModule).address);
  for (const definition of compiled.functionDefinitions) {
    if (definition.code !== undefined || address === STD) continue;
    scope.enterFunction(definition);
    scope.fail("foreign_native", "a native function is declared outside the standard library");
  }
}
