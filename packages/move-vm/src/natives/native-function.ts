import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";

/** What a native may use while it is specialised for one instantiation. */
export interface NativeEnvironment {
  readonly context: ExecutionContext;
  /** The interned `vector<element>`. */
  vectorOf(element: RuntimeType): RuntimeType;
  /** The interned primitive type. */
  primitive(kind: "bool" | "u8" | "u16" | "u32" | "u64" | "u128" | "u256" | "address" | "signer"): RuntimeType;
}

/**
 * Makes the JavaScript function that compiled code calls for one instantiation of a native. Arguments and results are
 * in run-time representation: references to vectors, structs and enums are the object itself, references to primitives a
 * `PrimitiveReference`; several results come as an array, none as `undefined`. It charges its own gas on
 * `environment.context` beyond the call's base cost, before it allocates, and throws `ExecutionError`.
 */
export type NativeFactory = (environment: NativeEnvironment, typeArguments: readonly RuntimeType[]) => (...values: never[]) => unknown;

/** Natives by `<address>::<module>::<function>`, the address in full. */
export type NativeTable = ReadonlyMap<string, NativeFactory>;
