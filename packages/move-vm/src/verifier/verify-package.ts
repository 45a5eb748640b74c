import type { CompiledModule } from "../format/compiled-module.ts";
import { checkConstants } from "./check-constants.ts";
import { checkControlFlow } from "./check-control-flow.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { checkFieldAbilities } from "./check-field-abilities.ts";
import { checkFriends } from "./check-friends.ts";
import { checkIndexes } from "./check-indexes.ts";
import { checkInstantiationLoops } from "./check-instantiation-loops.ts";
import { checkInstructions } from "./check-instructions.ts";
import { checkJumpTables } from "./check-jump-tables.ts";
import { checkLimits } from "./check-limits.ts";
import { checkLinking } from "./check-linking.ts";
import { checkLocals } from "./check-locals.ts";
import { checkModuleCycles } from "./check-module-cycles.ts";
import { checkOwnership } from "./check-ownership.ts";
import { checkRecursiveTypes } from "./check-recursive-types.ts";
import { checkReferences } from "./check-references.ts";
import { checkSignatures } from "./check-signatures.ts";
import { checkStack } from "./check-stack.ts";
import { checkTypes } from "./check-types.ts";
import { type DeclaredModule, declarationsOf } from "./declared-module.ts";
import { makeBlocks } from "./flow-graph.ts";
import { ModuleScope } from "./module-scope.ts";
import { PACKAGE_VERIFICATION_LIMIT, VERIFICATION_LIMIT, VerificationMeter } from "./verification-meter.ts";

/**
 * Checks everything of a module that can be checked without those it imports; throws `VerificationError`. A module that
 * passes is sound only together with its imports: see `verifyPackage`. It must come from `decodeModule`, or be one that
 * `encodeModule` could write. Without `meter` it may cost `VERIFICATION_LIMIT` units.
 */
export function verifyModule(module: CompiledModule, meter: VerificationMeter = new VerificationMeter()): void {
  verifyAlone(new ModuleScope(module, meter));
}

/**
 * Checks modules that are published together against each other and against `dependencies`, which have been verified
 * before: every pass. A module of the package stands in for a dependency of the same name. Throws `VerificationError` for
 * the first fault, in order of the modules given. A module may cost `moduleLimit` units, the package as many as `meter`
 * has: without it, `PACKAGE_VERIFICATION_LIMIT`. `areDecoded` says that `decodeModule` has just made the modules: what it has
 * checked itself is then not checked again.
 */
export function verifyPackage(
  modules: readonly CompiledModule[],
  dependencies: readonly CompiledModule[],
  meter: VerificationMeter = new VerificationMeter(PACKAGE_VERIFICATION_LIMIT),
  moduleLimit: number = VERIFICATION_LIMIT,
  areDecoded = false,
): void {
  const scopes = modules.map((module) => new ModuleScope(module, meter, areDecoded));
  for (const scope of scopes) {
    meter.allow(moduleLimit);
    verifyAlone(scope);
  }
  meter.allow(undefined);
  const declared = new Map<string, DeclaredModule>();
  for (const dependency of dependencies) {
    const declarations = declarationsOf(dependency);
    declared.set(declarations.name, declarations);
  }
  const own = new Set<string>();
  for (const scope of scopes) {
    if (own.has(scope.name)) scope.fail("duplicate_module", `${scope.name} is there twice`);
    own.add(scope.name);
    declared.set(scope.name, declarationsOf(scope.compiled));
  }
  for (const scope of scopes) checkLinking(scope, declared);
  checkModuleCycles(scopes, declared);
}

/** The passes in order: each may rely on those before it. */
function verifyAlone(scope: ModuleScope): void {
  checkIndexes(scope);
  checkLimits(scope);
  checkDuplicates(scope);
  checkSignatures(scope);
  checkInstructions(scope);
  checkConstants(scope);
  checkFriends(scope);
  checkFieldAbilities(scope);
  checkRecursiveTypes(scope);
  checkInstantiationLoops(scope);
  checkOwnership(scope);
  for (const { handle, code } of scope.functionsWithCode()) {
    checkJumpTables(scope, code);
    const blocks = makeBlocks(scope, code);
    const flow = checkControlFlow(scope, blocks);
    checkStack(scope, handle, code, blocks);
    checkTypes(scope, handle, code, blocks);
    checkLocals(scope, handle, code, flow);
    checkReferences(scope, handle, code, flow);
  }
}
