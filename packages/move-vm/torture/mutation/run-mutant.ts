import { FIRST_GAS_SCHEDULE } from "../../src/gas/gas-schedule.ts";
import { FunctionCache } from "../../src/compiler/function-cache.ts";
import type { CompiledModule } from "../../src/format/compiled-module.ts";
import { STANDARD_NATIVES } from "../../src/natives/standard-natives.ts";
import type { ExecutionContext } from "../../src/runtime/execution-context.ts";
import { ExecutionError } from "../../src/runtime/execution-error.ts";
import { linkInto } from "../../src/runtime/link-modules.ts";
import type { DeclaredFunction, LinkedModule } from "../../src/runtime/linked-module.ts";
import { missingNative } from "../../src/runtime/missing-native.ts";
import type { MoveValue, RuntimeType } from "../../src/runtime/runtime-type.ts";
import { fitsConstraints, TypeRegistry } from "../../src/runtime/type-registry.ts";
import { LocalReference } from "../../src/values/primitive-reference.ts";
import { Cell } from "../interpreter/cell.ts";
import { type Run, runChecked, Stop } from "../interpreter/checked-interpreter.ts";
import { type Operand, Reference, representation, Scalar } from "../interpreter/value.ts";
import type { Random } from "../random.ts";
import { randomValue } from "./random-value.ts";

const FUNCTIONS_MAX = 8;
/** Compiling costs more than running: a part of the accepted modules is also run compiled. */
const COMPARED_ONE_IN = 4;
const FUEL = 3_000;
const GAS = 60_000;

/** What became of the functions of an accepted module that were run. */
export interface MutantRun {
  readonly functions: number;
  /** Runs that the compiled code repeated. */
  readonly compared: number;
  /** Where compiled code and interpreter disagree. */
  readonly mismatch: string | undefined;
}

/** Runs functions of a verified module on random arguments, checked; a `Violation` means that the verifier was wrong. */
export function runMutant(random: Random, mutant: CompiledModule, loaded: ReadonlyMap<string, LinkedModule>): MutantRun {
  const linked = linkInto(loaded, [mutant], 1_000_000);
  const types = new TypeRegistry();
  const own = [...linked.values()].find((module) => module.compiled === mutant);
  if (own === undefined) throw new Error("the module is not among those that were linked");
  // A verified module may name a native that the machine lacks; loading it is refused then (`missing_native`), and nothing runs.
  if (missingNative(own, STANDARD_NATIVES) !== undefined) return { functions: 0, compared: 0, mismatch: undefined };
  const declared = [...own.functions.values()].filter((called) => !called.isNative);
  const context: ExecutionContext = { gas: 0, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
  const cache = new FunctionCache(types, STANDARD_NATIVES, context, false);
  let [functions, compared] = [0, 0];
  let mismatch: string | undefined;
  const isCompared = random.oneIn(COMPARED_ONE_IN);
  for (let count = Math.min(FUNCTIONS_MAX, declared.length); count > 0; count -= 1) {
    const called = random.pick(declared);
    const typeArguments = typeArgumentsFor(random, called, own, types);
    if (typeArguments === undefined) continue;
    functions += 1;
    const again = runOne(random, called, typeArguments, types, isCompared ? cache : undefined, context);
    if (again === undefined) continue;
    compared += 1;
    if (again !== "") mismatch ??= `${called.module}::${called.name}<${typeArguments.map((type) => type.key).join(", ")}>: ${again}`;
  }
  return { functions, compared, mismatch };
}

function typeArgumentsFor(random: Random, called: DeclaredFunction, own: LinkedModule, types: TypeRegistry): RuntimeType[] | undefined {
  const plain = [...own.datatypes.values()].filter((declared) => declared.typeParameters.length === 0);
  const candidates: RuntimeType[] = [
    types.primitive("u64"),
    types.primitive("bool"),
    types.primitive("signer"),
    types.vectorOf(types.primitive("u8")),
  ];
  if (plain.length > 0) candidates.push(types.datatype(random.pick(plain), []));
  const chosen: RuntimeType[] = [];
  for (const asked of called.typeParameters) {
    const fitting = candidates.filter((type) => fitsConstraints([asked], [type]));
    if (fitting.length === 0) return undefined;
    chosen.push(random.pick(fitting));
  }
  return chosen;
}

/** Interprets a call and repeats it compiled. Answers how they differ, "" if they do not, `undefined` if they cannot be compared. */
function runOne(
  random: Random,
  called: DeclaredFunction,
  typeArguments: readonly RuntimeType[],
  types: TypeRegistry,
  cache: FunctionCache | undefined,
  context: ExecutionContext,
): string | undefined {
  const operands: Operand[] = [];
  const values: unknown[] = [];
  let isComparable = true;
  try {
    for (const token of called.parameterTokens) {
      const { type, reference } = types.instantiated(called.owner, token, typeArguments);
      const value = randomValue(random, type, types);
      const held = representation(value);
      operands.push(reference === "none" ? value : new Reference(new Cell(value), reference === "mutable", undefined, 0));
      // Compiled code takes an immutable reference to a primitive as the primitive.
      values.push(reference === "mutable" && value instanceof Scalar ? new LocalReference(held as MoveValue) : held);
      if (JSON.stringify(type.key).includes("signer")) isComparable = false;
    }
    for (const token of called.resultTokens) if (token.kind === "reference" || token.kind === "mutable-reference") isComparable = false;
  } catch (error) {
    if (error instanceof ExecutionError && error.code === "limit_exceeded") return undefined;
    throw error;
  }
  const run: Run = { types, clock: { now: 0 }, fuel: FUEL, gas: 0, depth: 0, opcodes: new Set() };
  const interpreted = ended(() =>
    text(runChecked(called, typeArguments, operands, run).map((operand) => (operand instanceof Reference ? "&" : representation(operand)))),
  );
  if (interpreted === undefined || !isComparable || cache === undefined) return undefined;
  Object.assign(context, { gas: GAS, depth: 0, slots: 0, memory: 0 });
  const compiled = ended(() => {
    const result: unknown = cache.prepared(called, typeArguments).f(...values);
    return text(called.resultTokens.length === 1 ? [result] : Array.isArray(result) ? result : []);
  });
  if (compiled === undefined || compiled === interpreted) return compiled === undefined ? undefined : "";
  return `interpreted ${interpreted}, compiled ${compiled}`;
}

/** How a call ended; `undefined` if at a limit, which machines may have at different places. */
function ended(call: () => string): string | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof Stop) {
      if (error.code === "fuel" || error.code === "depth" || error.code === "native") return undefined;
      return `${error.code} ${error.abortCode ?? ""} at ${error.function}:${error.offset}`;
    }
    if (!(error instanceof ExecutionError)) throw error;
    if (error.code === "out_of_gas" || error.code === "limit_exceeded") return undefined;
    return `${error.code} ${error.abortCode ?? ""} at ${error.location?.function}:${error.location?.offset}`;
  }
}

function text(values: readonly unknown[]): string {
  return JSON.stringify(values, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}
