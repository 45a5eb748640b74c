import type { CompiledModule, FunctionDefinition, TypeToken } from "../format/compiled-module.ts";
import type { LinkedFunction } from "./module-linker.ts";
import type { EnumValue, StructValue } from "./runtime-type.ts";

interface DeclaredField {
  readonly name: string;
  readonly type: TypeToken;
}

interface DatatypeCommon {
  readonly owner: LinkedModule;
  readonly name: string;
  /** Declared abilities, as a set of `ABILITY` bits. */
  readonly abilities: number;
  readonly typeParameters: readonly { readonly constraints: number; readonly isPhantom: boolean }[];
}

/** A struct or enum as its module declares it. */
export type DeclaredDatatype =
  | (DatatypeCommon & {
      readonly kind: "struct";
      readonly fields: readonly DeclaredField[];
      readonly make: new (...fields: unknown[]) => StructValue;
    })
  | (DatatypeCommon & {
      readonly kind: "enum";
      readonly variants: readonly { readonly name: string; readonly fields: readonly DeclaredField[] }[];
      readonly make: new (tag: number, ...fields: unknown[]) => EnumValue;
    });

/** A function as its module declares it. */
export interface DeclaredFunction extends LinkedFunction {
  readonly owner: LinkedModule;
  readonly definition: FunctionDefinition;
  readonly parameterTokens: readonly TypeToken[];
  readonly resultTokens: readonly TypeToken[];
  /** A number of its own in this set of modules. */
  readonly id: number;
}

/** A module of the set, with its handles resolved to what they name. */
export interface LinkedModule {
  readonly address: string;
  readonly name: string;
  readonly compiled: CompiledModule;
  readonly datatypes: ReadonlyMap<string, DeclaredDatatype>;
  readonly functions: ReadonlyMap<string, DeclaredFunction>;
  /** By index of the module's datatype handles. */
  readonly datatypeOfHandle: readonly DeclaredDatatype[];
  /** By index of the module's function handles. */
  readonly functionOfHandle: readonly DeclaredFunction[];
}

/** `<address>::<name>`, the key of a module in its set. */
export function moduleKey(address: string, name: string): string {
  return `${address}::${name}`;
}
