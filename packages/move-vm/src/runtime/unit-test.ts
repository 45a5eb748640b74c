import { ModuleStage } from "../publishing/module-stage.ts";
import { LedgerTransaction } from "../state/ledger-transaction.ts";
import { ObjectCache } from "../state/object-cache.ts";
import { metered } from "../state/run-program.ts";
import type { StateStore } from "../state/state-store.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import { linkerOf } from "./linker-of.ts";
import type { InstantiatedType } from "./module-linker.ts";
import type { ProgramOutcome, VirtualMachine } from "./virtual-machine.ts";

/** Gas of a unit test unless it says otherwise. */
export const UNIT_TEST_GAS = 1_000_000_000;

/** Options of {@link runUnitTest}. */
export interface UnitTestOptions {
  readonly gasLimit?: number;
  /** Addresses for the test's `signer` and `&signer` parameters, in order. */
  readonly signers?: readonly `0x${string}`[];
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
 * Throws if there is no such function, if it is generic, or if it takes anything but the signers given.
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
  const values = signerValues(test.parameterTypes, options.signers ?? []);
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

function signerValues(parameters: readonly InstantiatedType[], signers: readonly `0x${string}`[]): unknown[] {
  if (parameters.length !== signers.length) throw new Error(`the test takes ${parameters.length} arguments, not ${signers.length}`);
  return parameters.map(({ type, reference }, index) => {
    const signer = signers[index];
    if (type.kind !== "signer" || reference === "mutable" || signer === undefined) throw new Error("tests take signers only");
    return reference === "none" ? signer : new LocalReference(signer);
  });
}
