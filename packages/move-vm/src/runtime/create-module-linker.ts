import { FunctionCache, instanceKey } from "../compiler/function-cache.ts";
import { isPlainReference } from "../compiler/translate-calls.ts";
import type { CompiledModule } from "../format/compiled-module.ts";
import type { NativeTable } from "../natives/native-function.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import { VERIFICATION_LIMIT, VerificationMeter } from "../verifier/verification-meter.ts";
import { isVerifiedSet, rememberVerifiedSet } from "../verifier/verified-sets.ts";
import { verifyPackage } from "../verifier/verify-package.ts";
import { describeFunction, describeModules } from "./describe-functions.ts";
import { errorConstantOf } from "./error-constant.ts";
import type { ExecutionContext } from "./execution-context.ts";
import { ExecutionError } from "./execution-error.ts";
import { linkInto, linkModules } from "./link-modules.ts";
import { type DeclaredDatatype, type DeclaredFunction, type LinkedModule, moduleKey } from "./linked-module.ts";
import { missingNative } from "./missing-native.ts";
import { ModuleLinkError } from "./module-link-error.ts";
import type { InstantiatedFunction, InstantiatedType, LinkedFunction, ModuleLinker } from "./module-linker.ts";
import type { EnumType, MoveValue, PrimitiveKind, RuntimeType, StructType } from "./runtime-type.ts";
import { fitsConstraints, TYPE_DEPTH_MAX, TypeRegistry } from "./type-registry.ts";
import type { FunctionDescription, ModuleDescription, TypeName } from "./virtual-machine.ts";

/** Instantiations of functions kept for programs; at the limit all are made anew. */
const INSTANTIATIONS_MAX = 8192;

/** How modules are taken in and functions compiled. */
export interface LinkerOptions {
  /** Compile to dispatch loops even where structured code is possible. Default false. */
  readonly alwaysDispatch?: boolean;
  /** Verify the modules before anything of them is compiled. Default false: the caller answers for them. */
  readonly verify?: boolean;
  /** Units that verifying a module may cost. Default `VERIFICATION_LIMIT`. */
  readonly verificationLimit?: number;
}

/** Links modules given in any order. Throws `ModuleFormatError`, `ModuleLinkError` or, if asked to verify, `VerificationError`. */
export function createModuleLinker(
  sources: readonly Uint8Array[],
  natives: NativeTable,
  context: ExecutionContext,
  options: LinkerOptions = {},
): ModuleLinker {
  const modules = linkModules(sources);
  const limit = options.verificationLimit ?? VERIFICATION_LIMIT;
  if (options.verify === true && !isVerifiedSet(sources, limit)) {
    const compiled = [...modules.values()].map((module) => module.compiled);
    // As many as there are: the limit of a package is for what is published at once.
    verifyPackage(compiled, [], new VerificationMeter(limit * compiled.length), limit, true);
    rememberVerifiedSet(sources, limit);
  }
  return new Linker(modules, natives, context, options);
}

class Linker implements ModuleLinker {
  readonly context: ExecutionContext;
  #modules: ReadonlyMap<string, LinkedModule>;
  readonly #natives: NativeTable;
  /** Functions get numbers that none had before, so that no cache takes one for another. */
  #nextFunctionId: number;
  readonly #types = new TypeRegistry();
  readonly #functions: FunctionCache;
  readonly #instantiations = new Map<string, InstantiatedFunction>();

  constructor(modules: ReadonlyMap<string, LinkedModule>, natives: NativeTable, context: ExecutionContext, options: LinkerOptions) {
    this.context = context;
    this.#modules = modules;
    this.#natives = natives;
    this.#nextFunctionId = countFunctions(modules.values());
    this.#functions = new FunctionCache(this.#types, natives, context, options.alwaysDispatch ?? false);
    for (const module of modules.values()) checkNatives(module, natives);
    // Makes every closed type once, so that a type that contains itself is found now.
    this.declaredTypes();
  }

  loaded(): ReadonlyMap<string, LinkedModule> {
    return this.#modules;
  }

  install(added: readonly CompiledModule[]): void {
    const before = this.#modules;
    const after = linkInto(before, added, this.#nextFunctionId);
    const linked = [...after].filter(([key, module]) => before.get(key) !== module);
    for (const [, module] of linked) checkNatives(module, this.#natives);
    this.#nextFunctionId += countFunctions(linked.map(([, module]) => module));
    this.#modules = after;
    const gone = linked.flatMap(([key]) => [...(before.get(key)?.functions.values() ?? [])]);
    this.#functions.forget(new Set(gone));
    this.#instantiations.clear();
    this.declaredTypes();
  }

  resolveType(name: TypeName): RuntimeType | undefined {
    try {
      return this.#resolve(name, 1);
    } catch (error) {
      if (error instanceof ExecutionError) return undefined;
      throw error;
    }
  }

  typeName(type: RuntimeType): TypeName {
    if (type.kind === "vector") return { kind: "vector", element: this.typeName(type.element) };
    if (type.kind !== "struct" && type.kind !== "enum") return { kind: type.kind };
    return {
      kind: "struct",
      address: `0x${type.address.slice(2)}`,
      module: type.module,
      name: type.name,
      typeArguments: type.typeArguments.map((argument) => this.typeName(argument)),
    };
  }

  get typeCount(): number {
    return this.#types.size;
  }

  primitive(kind: PrimitiveKind): RuntimeType {
    return this.#types.primitive(kind);
  }

  vectorOf(element: RuntimeType): RuntimeType {
    return this.#types.vectorOf(element);
  }

  typeOfKey(key: string): RuntimeType | undefined {
    return this.#types.ofKey(key);
  }

  declaredTypes(): readonly (StructType | EnumType)[] {
    const types: (StructType | EnumType)[] = [];
    for (const module of this.#sorted()) {
      for (const declared of module.datatypes.values()) {
        if (declared.typeParameters.length === 0) types.push(this.#declaredType(declared));
      }
    }
    return types;
  }

  findFunction(address: string, module: string, name: string): DeclaredFunction | undefined {
    return this.#modules.get(moduleKey(address, module))?.functions.get(name);
  }

  instantiate(linked: LinkedFunction, typeArguments: readonly RuntimeType[]): InstantiatedFunction | undefined {
    const declared = this.findFunction(linked.address, linked.module, linked.name);
    if (declared === undefined || !fitsConstraints(declared.typeParameters, typeArguments)) return undefined;
    const key = instanceKey(declared, typeArguments);
    const known = this.#instantiations.get(key);
    if (known !== undefined) return known;
    const closed = (token: (typeof declared.parameterTokens)[number]) => this.#types.instantiated(declared.owner, token, typeArguments);
    const parameterTypes = declared.parameterTokens.map(closed);
    // Code finds out itself when it comes to make a value beyond the limits; natives make theirs whatever the type.
    const declaredResult: typeof closed = (token) => this.#types.declaredResult(declared.owner, token, typeArguments);
    const resultTypes = declared.resultTokens.map(declared.isNative ? closed : declaredResult);
    const invoke = declared.isNative
      ? this.#functions.native(declared, typeArguments)
      : convertReferences(this.#functions.prepared(declared, typeArguments), parameterTypes, resultTypes);
    const instantiated: InstantiatedFunction = { parameterTypes, resultTypes, invoke };
    if (this.#instantiations.size >= INSTANTIATIONS_MAX) this.#instantiations.clear();
    this.#instantiations.set(key, instantiated);
    return instantiated;
  }

  errorConstant(address: string, module: string, abortCode: bigint): { name: string; text: string | undefined } | undefined {
    const found = this.#modules.get(moduleKey(address, module));
    return found === undefined ? undefined : errorConstantOf(found, abortCode);
  }

  describeFunction(address: string, module: string, name: string): FunctionDescription | undefined {
    const declared = this.findFunction(address, module, name);
    return declared === undefined ? undefined : describeFunction(declared);
  }

  modules(): readonly ModuleDescription[] {
    return describeModules(this.#sorted());
  }

  #resolve(name: TypeName, nesting: number): RuntimeType | undefined {
    if (nesting > TYPE_DEPTH_MAX) return undefined;
    if (name.kind === "vector") {
      const element = this.#resolve(name.element, nesting + 1);
      return element === undefined ? undefined : this.#types.vectorOf(element);
    }
    if (name.kind !== "struct") return this.#types.primitive(name.kind);
    const declared = this.#modules.get(moduleKey(name.address, name.module))?.datatypes.get(name.name);
    if (declared === undefined) return undefined;
    const typeArguments: RuntimeType[] = [];
    for (const argument of name.typeArguments) {
      const type = this.#resolve(argument, nesting + 1);
      if (type === undefined) return undefined;
      typeArguments.push(type);
    }
    const asked = declared.typeParameters.map((parameter) => parameter.constraints);
    return fitsConstraints(asked, typeArguments) ? this.#types.datatype(declared, typeArguments) : undefined;
  }

  #sorted(): readonly LinkedModule[] {
    const entries = [...this.#modules].sort(([left], [right]) => (left < right ? -1 : 1));
    return entries.map(([, module]) => module);
  }

  #declaredType(declared: DeclaredDatatype): StructType | EnumType {
    const type = this.#types.datatype(declared, []);
    if (type.kind !== "struct" && type.kind !== "enum") throw new Error(`${type.key} is not a datatype`);
    return type;
  }
}

function countFunctions(modules: Iterable<LinkedModule>): number {
  let count = 0;
  for (const module of modules) count += module.compiled.functionDefinitions.length;
  return count;
}

function checkNatives(module: LinkedModule, natives: NativeTable): void {
  const name = missingNative(module, natives);
  if (name !== undefined) throw new ModuleLinkError("missing_native", `the machine has no native ${name}`);
}

/** Compiled code takes an immutable reference to a primitive as the primitive; outside it is a `PrimitiveReference`. */
function convertReferences(
  cell: { readonly f: (...values: unknown[]) => unknown },
  parameterTypes: readonly InstantiatedType[],
  resultTypes: readonly InstantiatedType[],
): (...values: unknown[]) => unknown {
  const plain = parameterTypes.map(isPlainReference);
  const wrapped = resultTypes.map(isPlainReference);
  if (!plain.includes(true) && !wrapped.includes(true)) return (...values) => cell.f(...values);
  const outside = (result: unknown, index: number) => (wrapped[index] === true ? new LocalReference(result as MoveValue) : result);
  return (...values) => {
    const result = cell.f(...values.map((value, index) => (plain[index] === true ? (value as LocalReference).get() : value)));
    if (resultTypes.length === 1) return outside(result, 0);
    return Array.isArray(result) ? result.map(outside) : result;
  };
}
