import type { NativeEnvironment, NativeTable } from "../natives/native-function.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import type { DeclaredFunction } from "../runtime/linked-module.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import type { TypeRegistry } from "../runtime/type-registry.ts";
import { type CompiledFunction, compileFunction } from "./compile-function.ts";
import type { CallTargets } from "./function-scope.ts";

/** Instances kept compiled; at the limit all are forgotten and compiled again when next called. */
const INSTANCES_MAX = 8192;
/** Functions compiled ahead of one call; what lies beyond compiles when called. */
const PREPARED_MAX = 2048;

/** Where callers find a compiled function: `f` compiles it on its first call and then is that function. */
class FunctionCell {
  f: CompiledFunction;
  isCompiled = false;
  readonly called: DeclaredFunction;
  readonly #compile: () => CompiledFunction;

  constructor(called: DeclaredFunction, compile: () => CompiledFunction) {
    this.called = called;
    this.#compile = compile;
    this.f = this.#first;
  }

  /** Forgets the compiled function. */
  reset(): void {
    this.f = this.#first;
    this.isCompiled = false;
  }

  compile(): CompiledFunction {
    if (!this.isCompiled) {
      this.f = this.#compile();
      this.isCompiled = true;
    }
    return this.f;
  }

  readonly #first: CompiledFunction = (...values) => this.compile()(...values);
}

/** The compiled functions of a set of modules, one for each function and choice of type arguments that was called. */
export class FunctionCache implements CallTargets {
  readonly #cells = new Map<string, FunctionCell>();
  /** Cells made while others were compiled. */
  readonly #uncompiled: FunctionCell[] = [];
  readonly #natives = new Map<string, CompiledFunction>();
  readonly #types: TypeRegistry;
  readonly #table: NativeTable;
  readonly #context: ExecutionContext;
  readonly #environment: NativeEnvironment;
  readonly #alwaysDispatch: boolean;

  constructor(types: TypeRegistry, table: NativeTable, context: ExecutionContext, alwaysDispatch: boolean) {
    this.#alwaysDispatch = alwaysDispatch;
    this.#types = types;
    this.#table = table;
    this.#context = context;
    this.#environment = {
      context,
      vectorOf: (element) => types.vectorOf(element),
      primitive: (kind) => types.primitive(kind),
    };
  }

  /**
   * The cell of a function after it and all that it may call are compiled. Done before a call from outside, so that
   * functions are compiled from an almost empty stack; those of a program that grows while it runs compile when called.
   */
  prepared(called: DeclaredFunction, typeArguments: readonly RuntimeType[]): { readonly f: CompiledFunction } {
    const cell = this.cell(called, typeArguments);
    let budget = PREPARED_MAX;
    for (let next = this.#uncompiled.pop(); next !== undefined && budget > 0; next = this.#uncompiled.pop()) {
      budget -= 1;
      try {
        next.compile();
      } catch (error) {
        // Types that nest without end: whoever gets that far at run time is told then.
        if (!(error instanceof ExecutionError)) throw error;
      }
    }
    this.#uncompiled.length = 0;
    return cell;
  }

  cell(called: DeclaredFunction, typeArguments: readonly RuntimeType[]): FunctionCell {
    const key = instanceKey(called, typeArguments);
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    if (this.#cells.size >= INSTANCES_MAX) {
      for (const cell of this.#cells.values()) cell.reset();
      this.#cells.clear();
      this.#uncompiled.length = 0;
    }
    const cell = new FunctionCell(called, () => this.#compile(called, typeArguments));
    this.#cells.set(key, cell);
    this.#uncompiled.push(cell);
    return cell;
  }

  /** Lets go of functions that nothing calls any more. */
  forget(functions: ReadonlySet<DeclaredFunction>): void {
    for (const [key, { called }] of this.#cells) if (functions.has(called)) this.#cells.delete(key);
  }

  native(called: DeclaredFunction, typeArguments: readonly RuntimeType[]): CompiledFunction {
    const key = instanceKey(called, typeArguments);
    const known = this.#natives.get(key);
    if (known !== undefined) return known;
    const name = `${called.address}::${called.module}::${called.name}`;
    const factory = this.#table.get(name);
    if (factory === undefined) throw new Error(`the machine has no native ${name}`);
    const native = factory(this.#environment, typeArguments) as CompiledFunction;
    if (this.#natives.size >= INSTANCES_MAX) this.#natives.clear();
    this.#natives.set(key, native);
    return native;
  }

  #compile(called: DeclaredFunction, typeArguments: readonly RuntimeType[]): CompiledFunction {
    try {
      return compileFunction(called, typeArguments, {
        types: this.#types,
        targets: this,
        context: this.#context,
        alwaysDispatch: this.#alwaysDispatch,
      });
    } catch (error) {
      if (error instanceof ExecutionError) {
        error.location ??= { address: called.address, module: called.module, function: called.name, offset: 0 };
      }
      throw error;
    }
  }
}

/** One key for each function and choice of type arguments. */
export function instanceKey(called: DeclaredFunction, typeArguments: readonly RuntimeType[]): string {
  return `${called.id}<${typeArguments.map((type) => type.key).join(",")}>`;
}
