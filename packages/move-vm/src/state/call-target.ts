import type { InstantiatedType, LinkedFunction, ModuleLinker } from "../runtime/module-linker.ts";
import { ABILITY, type RuntimeType, type StructType } from "../runtime/runtime-type.ts";
import type { ProgramCall, TypeName } from "../runtime/virtual-machine.ts";
import { ProgramRefusal } from "./program-refusal.ts";

const STD = `0x${"1".padStart(64, "0")}`;
/** Modules of std that no program calls. */
const FOR_MODULES = new Set(["internal", "ledger"]);
/** Instantiations of generic functions that are remembered; then remembering starts over. */
const MAX_INSTANTIATIONS = 1_024;

/** A parameter of a function that transactions call. */
export type CallParameter =
  /** Filled in by the executor: takes no argument. */
  | { readonly kind: "ledger"; readonly value: unknown }
  | { readonly kind: "signer"; readonly isReference: boolean }
  | { readonly kind: "value"; readonly type: RuntimeType; readonly reference: InstantiatedType["reference"] };

/** A result of a function that transactions call. */
export interface CallResult {
  readonly type: RuntimeType;
  readonly canDrop: boolean;
}

/** A function as transactions call it, for closed type arguments. */
export interface CallTarget {
  /** Printed name for refusals. */
  readonly name: string;
  readonly parameters: readonly CallParameter[];
  /** Parameters that take an argument. */
  readonly argumentCount: number;
  readonly results: readonly CallResult[];
  readonly invoke: (...values: unknown[]) => unknown;
}

/** Finds the functions that programs name, and remembers them. */
export class CallTargets {
  private readonly linker: ModuleLinker;
  /** Functions without type parameters by address, module and name: bounded by what the modules declare. */
  private readonly plain = new Map<string, Map<string, Map<string, CallTarget>>>();
  private readonly instantiated = new Map<string, CallTarget>();

  constructor(linker: ModuleLinker) {
    this.linker = linker;
  }

  /** Throws {@link ProgramRefusal}: `unknown_function`, `wrong_type_argument`, or `wrong_argument_type` for functions no program can call. */
  find(call: ProgramCall): CallTarget {
    const known = this.plain.get(call.address)?.get(call.module)?.get(call.function);
    if (known !== undefined && call.typeArguments.length === 0) return known;
    const name = `${call.address}::${call.module}::${call.function}`;
    const linked = this.callable(call, name);
    const typeArguments = this.typeArguments(call.typeArguments, linked, name);
    const key = `${name}<${typeArguments.map((type) => type.key).join(", ")}>`;
    const remembered = this.instantiated.get(key);
    if (remembered !== undefined) return remembered;
    const target = this.describe(linked, typeArguments, name);
    if (typeArguments.length === 0) {
      this.remember(linked, target);
    } else {
      if (this.instantiated.size >= MAX_INSTANTIATIONS) this.instantiated.clear();
      this.instantiated.set(key, target);
    }
    return target;
  }

  private remember({ address, module, name }: LinkedFunction, target: CallTarget): void {
    const byModule = this.plain.get(address) ?? new Map<string, Map<string, CallTarget>>();
    const byName = byModule.get(module) ?? new Map<string, CallTarget>();
    this.plain.set(address, byModule.set(module, byName.set(name, target)));
  }

  private callable(call: ProgramCall, name: string): LinkedFunction {
    const linked = this.linker.findFunction(call.address, call.module, call.function);
    if (linked === undefined) throw new ProgramRefusal("unknown_function", `there is no function ${name}`);
    if (!linked.isEntry && linked.visibility !== "public") {
      throw new ProgramRefusal("unknown_function", `${name} is neither entry nor public`);
    }
    // Storage and permits belong to the module that declares a type, and a transaction is not a module.
    if (linked.isNative || (linked.address === STD && FOR_MODULES.has(linked.module))) {
      throw new ProgramRefusal("unknown_function", `${name} can be called by modules only`);
    }
    return linked;
  }

  private typeArguments(names: readonly TypeName[], linked: LinkedFunction, name: string): RuntimeType[] {
    const wanted = linked.typeParameters.length;
    if (names.length !== wanted) {
      throw new ProgramRefusal("wrong_type_argument", `${name} takes ${wanted} type arguments, not ${names.length}`);
    }
    return names.map((typeName, index) => {
      const type = this.linker.resolveType(typeName);
      if (type === undefined) throw new ProgramRefusal("wrong_type_argument", `type argument ${index} of ${name} does not exist`);
      return type;
    });
  }

  private describe(linked: LinkedFunction, typeArguments: readonly RuntimeType[], name: string): CallTarget {
    const instantiated = this.linker.instantiate(linked, typeArguments);
    if (instantiated === undefined) throw new ProgramRefusal("wrong_type_argument", `a type argument of ${name} lacks an ability`);
    if (instantiated.resultTypes.some((result) => result.reference !== "none")) {
      throw new ProgramRefusal("wrong_argument_type", `${name} returns a reference, which no program can hold`);
    }
    const ledgers = instantiated.parameterTypes.filter(({ type }) => isLedger(type));
    const isLedgerShared = ledgers.length > 1 && ledgers.some(({ reference }) => reference === "mutable");
    if (isLedgerShared || ledgers.some(({ reference }) => reference === "none")) {
      throw new ProgramRefusal("wrong_argument_type", `${name} takes the ledger in a way that no program can give it`);
    }
    const parameters = instantiated.parameterTypes.map(parameterOf);
    return {
      name,
      parameters,
      argumentCount: parameters.length - ledgers.length,
      results: instantiated.resultTypes.map(({ type }) => ({ type, canDrop: (type.abilities & ABILITY.drop) !== 0 })),
      invoke: instantiated.invoke,
    };
  }
}

function parameterOf({ type, reference }: InstantiatedType): CallParameter {
  if (isLedger(type)) return { kind: "ledger", value: new type.make(...type.fields.map(() => false)) };
  if (type.kind === "signer" && reference !== "mutable") return { kind: "signer", isReference: reference === "immutable" };
  return { kind: "value", type, reference };
}

function isLedger(type: RuntimeType): type is StructType {
  return type.kind === "struct" && type.address === STD && type.module === "ledger" && type.name === "Ledger";
}
