import type { CompiledModule, FunctionDefinition } from "../format/compiled-module.ts";
import { nameOfHandle } from "../runtime/link-modules.ts";
import { ModulePrinter } from "./module-printer.ts";

/** What an upgrade has to keep. */
export type UpgradeRule =
  /** Modules, public and entry functions with their signatures, and every struct and enum with layout and abilities. */
  | "compatible"
  /** All of that, and every function as it is, code included. */
  | "additive";

/** What an upgrade may not do, with its permanent number: never reused, never renumbered. */
export const UPGRADE_FAULTS = {
  module_removed: 1901,
  datatype_removed: 1902,
  datatype_changed: 1903,
  function_removed: 1904,
  function_changed: 1905,
  code_changed: 1906,
} as const;

export type UpgradeFault = keyof typeof UPGRADE_FAULTS;

/** Thrown by {@link checkUpgrade}; the message begins with fault and number. */
export class UpgradeError extends Error {
  override readonly name = "UpgradeError";
  readonly fault: UpgradeFault;

  constructor(fault: UpgradeFault, place: string, detail: string) {
    super(`${fault} (${UPGRADE_FAULTS[fault]}) in ${place}: ${detail}`);
    this.fault = fault;
  }
}

/**
 * Whether whoever uses `before` can go on with `after`: stored values read as before, callers link as before, and
 * transactions find what they call. Both are verified modules of one address. Throws {@link UpgradeError}.
 */
export function checkUpgrade(before: readonly CompiledModule[], after: readonly CompiledModule[], rule: UpgradeRule): void {
  const successors = new Map(after.map((module) => [nameOfHandle(module, module.selfModule).name, module]));
  for (const module of before) {
    const { name } = nameOfHandle(module, module.selfModule);
    const successor = successors.get(name);
    if (successor === undefined) throw new UpgradeError("module_removed", name, "the upgrade leaves the module out");
    checkModule(name, module, successor, rule);
  }
}

function checkModule(place: string, before: CompiledModule, after: CompiledModule, rule: UpgradeRule): void {
  const [left, right] = [new ModulePrinter(before), new ModulePrinter(after)];
  const datatypes = right.datatypes();
  for (const [name, printed] of left.datatypes()) {
    const successor = datatypes.get(name);
    if (successor === undefined) throw new UpgradeError("datatype_removed", place, `${name} is gone`);
    if (successor !== printed) {
      throw new UpgradeError("datatype_changed", place, `${name} has other fields, variants, abilities or type parameters`);
    }
  }
  const functions = new Map(after.functionDefinitions.map((definition) => [right.functionName(definition), definition]));
  for (const definition of before.functionDefinitions) {
    if (rule === "compatible" && !isPromised(definition)) continue;
    const name = left.functionName(definition);
    const successor = functions.get(name);
    if (successor === undefined) throw new UpgradeError("function_removed", place, `${name} is gone`);
    const keeps = (definition.visibility !== "public" || successor.visibility === "public") && (!definition.isEntry || successor.isEntry);
    if (!keeps) throw new UpgradeError("function_changed", place, `${name} is no longer ${definition.isEntry ? "an entry" : "public"}`);
    if (left.signature(definition) !== right.signature(successor)) {
      throw new UpgradeError("function_changed", place, `${name} has another signature`);
    }
    if (rule === "additive" && left.whole(definition) !== right.whole(successor)) {
      throw new UpgradeError("code_changed", place, `${name} has other code`);
    }
  }
}

/** Whether others rely on the function: other packages on public ones, transactions on entries too. Friends are of the package itself. */
function isPromised({ visibility, isEntry }: FunctionDefinition): boolean {
  return visibility === "public" || isEntry;
}
