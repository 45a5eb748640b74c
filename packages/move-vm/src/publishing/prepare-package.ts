import type { CompiledModule } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { ModuleFormatError } from "../format/module-format-error.ts";
import { chargeGas } from "../runtime/charge-gas.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import { importsOf, linkInto, nameOfHandle } from "../runtime/link-modules.ts";
import { type LinkedModule, moduleKey } from "../runtime/linked-module.ts";
import { ModuleLinkError } from "../runtime/module-link-error.ts";
import { shortAddress, TypeRegistry } from "../runtime/type-registry.ts";
import { VerificationError } from "../verifier/verification-error.ts";
import { PACKAGE_VERIFICATION_LIMIT, VerificationMeter } from "../verifier/verification-meter.ts";
import { verifyPackage } from "../verifier/verify-package.ts";
import { checkUpgrade, UpgradeError, type UpgradeRule } from "./check-upgrade.ts";
import { MAX_PACKAGE_MODULES } from "./publishing-gas.ts";

/** Modules by `moduleKey`, linked against each other. */
export type LinkedModules = ReadonlyMap<string, LinkedModule>;

/** A module on its way into the ledger. */
export interface PublishedModule {
  readonly address: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly compiled: CompiledModule;
}

/** A package that was found sound. */
export interface PreparedPackage {
  readonly modules: readonly PublishedModule[];
  /** Everything as it is with the package in place. */
  readonly linked: LinkedModules;
  /** Addresses of the packages it uses, ascending. */
  readonly dependencies: readonly string[];
}

/** Addresses below are the framework's: what stands there came with the genesis. */
const FIRST_FREE_ADDRESS = 0x10n;

/**
 * Checks a package that would stand at `at` among the modules `before`: in place of those there by `rule`, or, without one,
 * where there are none. Changes nothing. Charges gas for bytes, then for each step of the verifier before it is taken.
 * Throws `ExecutionError`: `wrong_package` (no modules, or of another address), `limit_exceeded` (too many), `malformed_module`,
 * `unsound_module`, `resource_exists` or `missing_resource` (there are modules at the address, or none), `incompatible_upgrade`.
 */
export function preparePackage(
  context: ExecutionContext,
  before: LinkedModules,
  at: string,
  sources: readonly Uint8Array[],
  rule: UpgradeRule | undefined,
): PreparedPackage {
  if (BigInt(at) < FIRST_FREE_ADDRESS) throw new ExecutionError("wrong_package", `${shortAddress(at)} belongs to the framework`);
  if (sources.length === 0) throw new ExecutionError("wrong_package", "a package has at least one module");
  if (sources.length > MAX_PACKAGE_MODULES) {
    throw new ExecutionError("limit_exceeded", `a package has at most ${MAX_PACKAGE_MODULES} modules`);
  }
  const size = sources.reduce((sum, bytes) => sum + bytes.length, 0);
  chargeGas(context, context.schedule.publishing.package + context.schedule.publishing.byte * size);
  const replaced = [...before.values()].filter((module) => module.address === at);
  if (rule === undefined && replaced.length > 0) throw new ExecutionError("resource_exists", `there is a package at ${at}`);
  if (rule !== undefined && replaced.length === 0) throw new ExecutionError("missing_resource", `there is no package at ${at}`);
  const modules = sources.map((bytes, index) => readModule(bytes, index, at));
  const compiled = modules.map((module) => module.compiled);
  verify(context, compiled, before);
  if (rule !== undefined) {
    checkSuccessor(
      replaced.map((module) => module.compiled),
      compiled,
      rule,
    );
  }
  return { modules, linked: link(context, before, compiled), dependencies: dependenciesOf(compiled, at) };
}

function readModule(bytes: Uint8Array, index: number, at: string): PublishedModule {
  let compiled: CompiledModule;
  try {
    compiled = decodeModule(bytes);
  } catch (error) {
    if (!(error instanceof ModuleFormatError)) throw error;
    throw new ExecutionError("malformed_module", `module ${index}: ${error.message}`);
  }
  const { address, name } = nameOfHandle(compiled, compiled.selfModule);
  if (address !== at) throw new ExecutionError("wrong_package", `module ${name} was compiled for ${address}, not for ${at}`);
  return { address, name, bytes, compiled };
}

function verify(context: ExecutionContext, modules: readonly CompiledModule[], before: LinkedModules): void {
  const affordable = Math.floor(context.gas / context.schedule.publishing.verificationUnit);
  const meter = new VerificationMeter(Math.min(PACKAGE_VERIFICATION_LIMIT, affordable));
  try {
    verifyPackage(modules, closureOf(modules, before), meter);
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    // Where the gas was the limit, this says so.
    chargeGas(context, context.schedule.publishing.verificationUnit * meter.spent);
    throw new ExecutionError("unsound_module", error.message);
  }
  chargeGas(context, context.schedule.publishing.verificationUnit * meter.spent);
}

/** The modules that `modules` use, directly or by way of others. */
function closureOf(modules: readonly CompiledModule[], before: LinkedModules): CompiledModule[] {
  const found = new Map<string, CompiledModule>();
  const pending = modules.flatMap(importsOf);
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    const module = before.get(key);
    if (module === undefined || found.has(key)) continue;
    found.set(key, module.compiled);
    pending.push(...importsOf(module.compiled));
  }
  return [...found.values()];
}

function checkSuccessor(before: readonly CompiledModule[], after: readonly CompiledModule[], rule: UpgradeRule): void {
  try {
    checkUpgrade(before, after, rule);
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error;
    throw new ExecutionError("incompatible_upgrade", error.message);
  }
}

/** Links the package as it will be linked when its block is committed, and makes its types: nothing may be left to fail then. */
function link(context: ExecutionContext, before: LinkedModules, modules: readonly CompiledModule[]): LinkedModules {
  try {
    const linked = linkInto(before, modules, 0);
    let count = 0;
    for (const [key, module] of linked) if (module !== before.get(key)) count += 1;
    chargeGas(context, context.schedule.publishing.linkedModule * count);
    const types = new TypeRegistry();
    for (const compiled of modules) {
      const { address, name } = nameOfHandle(compiled, compiled.selfModule);
      for (const declared of linked.get(moduleKey(address, name))?.datatypes.values() ?? []) {
        if (declared.typeParameters.length === 0) types.datatype(declared, []);
      }
    }
    return linked;
  } catch (error) {
    const isLimit = error instanceof ExecutionError && error.code === "limit_exceeded";
    if (!isLimit && !(error instanceof ModuleLinkError)) throw error;
    throw new ExecutionError("unsound_module", error.message);
  }
}

function dependenciesOf(modules: readonly CompiledModule[], at: string): string[] {
  const addresses = new Set(modules.flatMap((module) => module.moduleHandles.map(({ address }) => module.addresses[address] ?? at)));
  addresses.delete(at);
  return [...addresses].sort();
}
