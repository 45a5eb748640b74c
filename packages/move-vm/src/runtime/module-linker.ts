import type { CompiledModule } from "../format/compiled-module.ts";
import type { ExecutionContext } from "./execution-context.ts";
import type { LinkedModule } from "./linked-module.ts";
import type { EnumType, PrimitiveKind, RuntimeType, StructType } from "./runtime-type.ts";
import type { FunctionDescription, ModuleDescription, TypeName } from "./virtual-machine.ts";

/** A type as a signature has it: may contain type parameters. */
export type SignatureToken =
  | { readonly kind: PrimitiveKind }
  | { readonly kind: "vector"; readonly element: SignatureToken }
  | { readonly kind: "reference" | "mutable-reference"; readonly target: SignatureToken }
  | { readonly kind: "type-parameter"; readonly index: number }
  | {
      readonly kind: "datatype";
      /** `0x` and 64 hexadecimal digits. */
      readonly address: string;
      readonly module: string;
      readonly name: string;
      readonly typeArguments: readonly SignatureToken[];
    };

/** A function of a loaded module, found by name. */
export interface LinkedFunction {
  readonly address: string;
  readonly module: string;
  readonly name: string;
  readonly isEntry: boolean;
  readonly isNative: boolean;
  readonly visibility: "private" | "public" | "friend";
  /** Abilities each type parameter asks for, as a set of `ABILITY` bits. */
  readonly typeParameters: readonly number[];
  readonly parameters: readonly SignatureToken[];
  readonly results: readonly SignatureToken[];
}

/** The closed type of a parameter or result. */
export interface InstantiatedType {
  readonly reference: "none" | "immutable" | "mutable";
  /** The type of the value, or of what the reference points at. */
  readonly type: RuntimeType;
}

/** A function for one choice of type arguments. */
export interface InstantiatedFunction {
  readonly parameterTypes: readonly InstantiatedType[];
  readonly resultTypes: readonly InstantiatedType[];
  /**
   * Runs it on arguments in run-time representation (owned values are moved in: the caller must not use them again).
   * Answers `undefined` for no result, the result itself for one, an array for several. Compiled on first use; charges
   * `context.gas`. Throws `ExecutionError`; then `context.depth` and `context.slots` are left as they were at the fault
   * and the caller resets them.
   */
  readonly invoke: (...values: unknown[]) => unknown;
}

/** The loaded modules, resolved against each other: types, functions and error constants by name. */
export interface ModuleLinker {
  readonly context: ExecutionContext;
  /** The interned run-time type of a name; `undefined` if it does not exist or type arguments do not fit. */
  resolveType(name: TypeName): RuntimeType | undefined;
  typeName(type: RuntimeType): TypeName;
  /** Types made so far. */
  readonly typeCount: number;
  primitive(kind: PrimitiveKind): RuntimeType;
  vectorOf(element: RuntimeType): RuntimeType;
  /** An interned type by its printed key, if it has been made; see {@link RuntimeType.key}. */
  typeOfKey(key: string): RuntimeType | undefined;
  /** Every struct and enum declared without type parameters. */
  declaredTypes(): readonly (StructType | EnumType)[];
  /** A function by name, entry or not; `undefined` if there is none. */
  findFunction(address: string, module: string, name: string): LinkedFunction | undefined;
  /**
   * The function for closed type arguments; the same object each time. `undefined` if their number or abilities do not fit.
   */
  instantiate(linked: LinkedFunction, typeArguments: readonly RuntimeType[]): InstantiatedFunction | undefined;
  /** The `#[error]` constant that an abort code of that module names: its identifier and its text. */
  errorConstant(
    address: string,
    module: string,
    abortCode: bigint,
  ): { readonly name: string; readonly text: string | undefined } | undefined;
  describeFunction(address: string, module: string, name: string): FunctionDescription | undefined;
  /** The loaded modules by `moduleKey`. A map that never changes: after an install there is another. */
  loaded(): ReadonlyMap<string, LinkedModule>;
  /**
   * Takes modules in, new ones and new versions of loaded ones; whatever used a replaced one is linked and compiled anew.
   * Types stay the same objects. The caller has verified them, and checked upgrades: throws `ModuleLinkError` only if not.
   */
  install(modules: readonly CompiledModule[]): void;
  /** The loaded modules in order of address and name. */
  modules(): readonly ModuleDescription[];
}
