import { ModuleStage } from "../publishing/module-stage.ts";
import { LedgerTransaction } from "../state/ledger-transaction.ts";
import { ObjectCache } from "../state/object-cache.ts";
import { metered } from "../state/run-program.ts";
import type { StateStore } from "../state/state-store.ts";
import { valueOfPlain } from "../api/value-of-plain.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import { linkerOf } from "./linker-of.ts";
import type { InstantiatedType } from "./module-linker.ts";
import type { RuntimeType } from "./runtime-type.ts";
import type { ProgramOutcome, VirtualMachine } from "./virtual-machine.ts";

/** Gas of a unit test unless it says otherwise: some hundredths of a second, and less than a vector of a million elements takes. */
export const UNIT_TEST_GAS = 15_000_000;

/** Options of {@link runUnitTest}. */
export interface UnitTestOptions {
  readonly gasLimit?: number;
  /** A value for each parameter, as plain JavaScript: signers are their addresses. None if absent. */
  readonly arguments?: readonly unknown[];
  /** Hears of each mark that instrumented sources pass (`std::source_marks::record`), with the calls then on the stack. */
  readonly onMark?: (mark: number, depth: number) => void;
}

/** How a unit test ended. */
export interface UnitTestResult {
  readonly outcome: ProgramOutcome;
  readonly gasUsed: number;
  /** What `std::debug` printed, a value a line. */
  readonly debugOutput: readonly string[];
  /** Calls that were on the stack when it ended, those that call no others left out; 0 if it returned. */
  readonly depth: number;
}

const EMPTY_STORE: StateStore = { get: () => undefined };
const TEST_TRANSACTION = new Uint8Array(32);

/**
 * Runs a function of modules compiled for their tests, above empty state at height 0 and time 0. Visibility is no matter.
 * Throws if there is no such function, if it is generic, or if it does not take these arguments.
 */
export function runUnitTest(
  machine: VirtualMachine,
  address: `0x${string}`,
  module: string,
  name: string,
  options: UnitTestOptions = {},
): UnitTestResult {
  const linker = linkerOf(machine);
  const linked = linker.findFunction(address, module, name);
  const test = linked === undefined ? undefined : linker.instantiate(linked, []);
  if (test === undefined) throw new Error(`there is no test ${address}::${module}::${name}`);
  const values = argumentValues(test.parameterTypes, options.arguments ?? []);
  const debugOutput: string[] = [];
  const modules = new ModuleStage(linker.loaded());
  const surroundings = {
    context: linker.context,
    cache: new ObjectCache(0),
    store: EMPTY_STORE,
    block: 1,
    height: 0n,
    timeMs: 0n,
    modules,
  };
  const transaction = new LedgerTransaction(surroundings, 1, TEST_TRANSACTION, debugOutput);
  const { context } = linker;
  context.onMark = options.onMark;
  try {
    const run = metered(linker, options.gasLimit ?? UNIT_TEST_GAS, transaction, () => {
      test.invoke(...values);
    });
    return { ...run, debugOutput, depth: context.depth };
  } finally {
    context.onMark = undefined;
  }
}

/** Types of what a unit test takes, references aside. Throws if there is no such function, or if it is generic. */
export function unitTestParameters(machine: VirtualMachine, address: `0x${string}`, module: string, name: string): readonly RuntimeType[] {
  const linker = linkerOf(machine);
  const linked = linker.findFunction(address, module, name);
  const test = linked === undefined ? undefined : linker.instantiate(linked, []);
  if (test === undefined) throw new Error(`there is no test ${address}::${module}::${name}`);
  return test.parameterTypes.map(({ type }) => type);
}

function argumentValues(parameters: readonly InstantiatedType[], given: readonly unknown[]): unknown[] {
  if (parameters.length !== given.length) throw new Error(`the test takes ${parameters.length} arguments, not ${given.length}`);
  return parameters.map(({ type, reference }, index) => {
    const value = valueOfPlain(type, given[index], `argument ${index}`);
    return reference === "none" || typeof value === "object" ? value : new LocalReference(value);
  });
}
