import type { CodeUnit, CompiledModule, FunctionDefinition, FunctionHandle, Signature } from "../format/compiled-module.ts";
import { TypePool } from "./type-pool.ts";
import { VerificationError, type VerificationFault } from "./verification-error.ts";
import type { VerificationMeter } from "./verification-meter.ts";

/** A module under verification: what the passes share. Errors raised through it carry its place. */
export class ModuleScope {
  readonly compiled: CompiledModule;
  readonly types: TypePool;
  /** `0x…::name`. */
  readonly name: string;
  readonly #meter: VerificationMeter;
  #function: string | undefined;

  constructor(compiled: CompiledModule, meter: VerificationMeter) {
    this.compiled = compiled;
    this.#meter = meter;
    this.name = printModule(compiled, compiled.selfModule);
    this.types = new TypePool(compiled, (units) => this.charge(units));
  }

  /** Pays for work; throws `too_complex` when the meter is exhausted. */
  charge(units: number): void {
    if (!this.#meter.spend(units)) this.fail("too_complex", "verifying this takes more steps than are allowed");
  }

  /** Names the function that faults from here on are in; `undefined` for none. */
  enterFunction(definition: FunctionDefinition | undefined): void {
    this.#function = definition === undefined ? undefined : this.functionName(definition);
  }

  functionName(definition: FunctionDefinition): string {
    return this.compiled.identifiers[this.compiled.functionHandles[definition.handle]?.name ?? -1] ?? "?";
  }

  fail(fault: VerificationFault, detail: string, offset?: number): never {
    throw new VerificationError(fault, { module: this.name, function: this.#function, offset }, detail);
  }

  /** The entry of a table whose index the bounds pass has checked. */
  at<Item>(table: readonly Item[], index: number): Item {
    const item = table[index];
    if (item === undefined) throw new Error("an index is used before it was checked");
    return item;
  }

  signature(index: number): Signature {
    return this.at(this.compiled.signatures, index);
  }

  /** Functions with code, in order, with their handles. */
  *functionsWithCode(): Iterable<{ definition: FunctionDefinition; handle: FunctionHandle; code: CodeUnit }> {
    for (const definition of this.compiled.functionDefinitions) {
      if (definition.code === undefined) continue;
      this.enterFunction(definition);
      yield { definition, handle: this.at(this.compiled.functionHandles, definition.handle), code: definition.code };
    }
    this.enterFunction(undefined);
  }
}

/** `0x…::name` of a module handle, question marks for what is missing. */
export function printModule(compiled: CompiledModule, index: number): string {
  const handle = compiled.moduleHandles[index];
  return `${compiled.addresses[handle?.address ?? -1] ?? "?"}::${compiled.identifiers[handle?.name ?? -1] ?? "?"}`;
}
