import { BcsWriter } from "@sycee/bcs";
import { referencedValue } from "../natives/referenced-value.ts";
import { chargeGas } from "../runtime/charge-gas.ts";
import { ExecutionError, type MoveLocation } from "../runtime/execution-error.ts";
import type { InstantiatedFunction, InstantiatedType, ModuleLinker } from "../runtime/module-linker.ts";
import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import { shortAddress } from "../runtime/type-registry.ts";
import { metered } from "../state/run-program.ts";
import { isEncodable } from "../values/encoded-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import { type CallArguments, readCallArguments } from "./call-arguments.ts";
import { CallRefusal } from "./call-refusal.ts";
import { findCallTarget } from "./find-call-target.ts";
import { plainOfValue } from "./plain-of-value.ts";
import type { VmCallOptions, VmResult, VmValue } from "./vm.ts";
import type { VmStorage } from "./vm-storage.ts";

type Failure = Extract<VmResult, { readonly status: "error" }>;

const TIME_END = 1n << 64n;

/** Calls of the functions of linked modules, each with storage that it keeps if it ends well. */
export class VmCalls {
  readonly #linker: ModuleLinker;
  readonly #storage: VmStorage;
  readonly #gas: number;
  #isRunning = false;

  /** `gas` is for calls that do not say how much they may use. */
  constructor(linker: ModuleLinker, storage: VmStorage, gas: number) {
    this.#linker = linker;
    this.#storage = storage;
    this.#gas = gas;
  }

  /** See `Vm.call`. */
  call(name: string, options: VmCallOptions = {}): VmResult {
    if (this.#isRunning) throw new Error("a call is running: a store must not call the machine that uses it");
    this.#isRunning = true;
    try {
      const { typeArguments, given, gas, timeMs } = checkedOptions(name, options, this.#gas);
      const target = findCallTarget(this.#linker, name, typeArguments);
      return this.#run(target, readCallArguments(target, given), gas, timeMs);
    } catch (error) {
      return refused(error);
    } finally {
      this.#isRunning = false;
    }
  }

  #run(target: InstantiatedFunction, { values, lent }: CallArguments, gas: number, timeMs: bigint): VmResult {
    const { context } = this.#linker;
    const transaction = this.#storage.begin(timeMs);
    let returned: unknown;
    const { outcome, gasUsed } = metered(this.#linker, gas, transaction, () => {
      for (const [index, value] of values.entries())
        chargeGas(context, argumentBytes(target.parameterTypes[index], value) * context.schedule.state.argumentByte);
      returned = target.invoke(...values);
      transaction.settle();
    });
    if (outcome.kind === "failed") {
      const { code, detail, location } = outcome;
      return failure(code, detail, location, gasUsed);
    }
    if (outcome.kind === "aborted") {
      const { location, abortCode, name, text } = outcome;
      const message = text ?? `Aborted with code ${abortCode}${name === undefined ? "" : ` (${name})`}.`;
      return { status: "abort", ...placeOf(location), code: abortCode, constant: name, message, gasUsed };
    }
    const result: VmResult = {
      status: "ok",
      values: resultValues(target.resultTypes, returned),
      changed: lent.map(({ argument, type, reference }) => ({ argument, ...valueOut(type, referencedValue(type, reference)) })),
      events: transaction.events.map(({ type, value }) => valueOut(type, value)),
      gasUsed,
    };
    this.#storage.commit(transaction);
    return result;
  }
}

function checkedOptions(name: string, options: VmCallOptions, defaultGas: number) {
  const { typeArguments = [], arguments: given = [], gas = defaultGas, timeMs = 0n } = options;
  if (typeof name !== "string") throw new CallRefusal("bad_function_name", "a function is named by a string: 0x42::module::function");
  if (!Array.isArray(typeArguments) || !typeArguments.every((text) => typeof text === "string")) {
    throw new CallRefusal("bad_option", "typeArguments must be an array of strings");
  }
  if (!Array.isArray(given)) throw new CallRefusal("bad_option", "arguments must be an array");
  if (!Number.isSafeInteger(gas) || gas < 0) throw new CallRefusal("bad_option", "gas must be a whole number from 0 to 2^53 - 1");
  if (typeof timeMs !== "bigint" || timeMs < 0n || timeMs >= TIME_END)
    throw new CallRefusal("bad_option", "timeMs must be a bigint of 64 bits");
  return { typeArguments, given, gas, timeMs };
}

/** Bytes of an argument that taking it in costs gas for. */
function argumentBytes(parameter: InstantiatedType | undefined, value: MoveValue | PrimitiveReference): number {
  if (parameter === undefined || !isEncodable(parameter.type)) return 1;
  return operationsOf(parameter.type).size(pointedAt(parameter, value));
}

function resultValues(types: readonly InstantiatedType[], returned: unknown): VmValue[] {
  const values = types.length === 1 ? [returned] : returned;
  if (types.length === 0) return [];
  if (!Array.isArray(values) || values.length !== types.length) throw new Error(`a function did not return ${types.length} values`);
  return types.map((of, index) => valueOut(of.type, pointedAt(of, values[index])));
}

/** The value itself, or what a reference points at. */
function pointedAt({ type, reference }: InstantiatedType, value: MoveValue | PrimitiveReference): MoveValue {
  if (reference !== "none") return referencedValue(type, value);
  return value as MoveValue;
}

function valueOut(type: RuntimeType, value: MoveValue): VmValue {
  return { type: type.key, value: plainOfValue(type, value), bcs: isEncodable(type) ? encoded(type, value) : undefined };
}

function encoded(type: RuntimeType, value: MoveValue): Uint8Array {
  const operations = operationsOf(type);
  const writer = new BcsWriter(operations.size(value));
  operations.write(writer, value);
  return writer.toBytes();
}

function placeOf(location: MoveLocation): { module: string; function: string; offset: number } {
  return { module: `${shortAddress(location.address)}::${location.module}`, function: location.function, offset: location.offset };
}

function failure(code: string, message: string, location: MoveLocation | undefined, gasUsed: number): Failure {
  const place = location === undefined ? { module: undefined, function: undefined, offset: undefined } : placeOf(location);
  return { status: "error", ...place, code, message, gasUsed };
}

/** A call that could not be made. Anything that is not a fault of the call is thrown on. */
function refused(error: unknown): Failure {
  if (error instanceof CallRefusal) return failure(error.fault, error.message, undefined, 0);
  // Making a type that the caller names, or compiling for it, can go beyond the limit on types.
  if (error instanceof ExecutionError && error.code !== "aborted") return failure(error.code, error.detail, error.location, 0);
  if (error instanceof Error && isStackExhausted(error.cause)) {
    return failure("limit_exceeded", "The engine's stack is used up: call from fewer nested calls.", undefined, 0);
  }
  throw error;
}

/** Whether the caller's own stack was so deep already that a program within the machine's limits did not fit on it. */
function isStackExhausted(error: unknown): boolean {
  return error instanceof Error && /call stack|too much recursion/.test(error.message);
}
