import type { PrimitiveKind } from "../runtime/runtime-type.ts";
import type { Opcode } from "./opcodes.ts";

/** A type in a module's signatures; datatypes by index of their handle. */
export type TypeToken =
  | { readonly kind: PrimitiveKind }
  | { readonly kind: "vector"; readonly element: TypeToken }
  | { readonly kind: "reference" | "mutable-reference"; readonly target: TypeToken }
  | { readonly kind: "type-parameter"; readonly index: number }
  | { readonly kind: "datatype"; readonly handle: number; readonly typeArguments: readonly TypeToken[] };

/** A list of types: parameters, results, locals or type arguments. */
export type Signature = readonly TypeToken[];

export interface ModuleHandle {
  readonly address: number;
  readonly name: number;
}

export interface DatatypeHandle {
  readonly module: number;
  readonly name: number;
  /** Set of `ABILITY` bits. */
  readonly abilities: number;
  readonly typeParameters: readonly { readonly constraints: number; readonly isPhantom: boolean }[];
}

export interface FunctionHandle {
  readonly module: number;
  readonly name: number;
  /** Index of a signature. */
  readonly parameters: number;
  /** Index of a signature. */
  readonly results: number;
  /** Abilities each type parameter asks for. */
  readonly typeParameters: readonly number[];
}

/** Something generic (a definition or handle, by index) with type arguments (a signature, by index). */
export interface Instantiation {
  readonly generic: number;
  readonly typeArguments: number;
}

export interface FieldDefinition {
  readonly name: number;
  readonly type: TypeToken;
}

export interface StructDefinition {
  readonly handle: number;
  /** `undefined` for a native struct. */
  readonly fields: readonly FieldDefinition[] | undefined;
}

export interface VariantDefinition {
  readonly name: number;
  readonly fields: readonly FieldDefinition[];
}

export interface EnumDefinition {
  readonly handle: number;
  readonly variants: readonly VariantDefinition[];
}

export interface FieldHandle {
  readonly struct: number;
  readonly field: number;
}

/** A variant of an enum definition, or of an enum instantiation. */
export interface VariantHandle {
  readonly enum: number;
  readonly variant: number;
}

/** One instruction; see {@link Opcode} for what its operand means. */
export interface Instruction {
  readonly op: Opcode;
  /** The index, local, or code offset; 0 if the opcode has none. */
  readonly index: number;
  /** The literal or count; 0 if the opcode has none. */
  readonly literal: bigint;
}

/** Where a `VariantSwitch` goes for each variant. */
export interface JumpTable {
  readonly enum: number;
  readonly targets: readonly number[];
}

export interface CodeUnit {
  /** Index of the signature of the locals that are not parameters. */
  readonly locals: number;
  readonly instructions: readonly Instruction[];
  readonly jumpTables: readonly JumpTable[];
}

export interface FunctionDefinition {
  readonly handle: number;
  readonly visibility: "private" | "public" | "friend";
  readonly isEntry: boolean;
  /** Struct definitions of global storage that older compilers list; kept so that the module can be written back. */
  readonly acquires: readonly number[];
  /** `undefined` for a native function. */
  readonly code: CodeUnit | undefined;
}

export interface ModuleConstant {
  readonly type: TypeToken;
  /** BCS of the value. */
  readonly data: Uint8Array;
}

export interface ModuleMetadata {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A module as its bytes have it: tables that refer to each other by index. */
export interface CompiledModule {
  /** 6 or 7. */
  readonly version: number;
  /** The flavour byte of a version 7 header, 0 for version 6. */
  readonly flavor: number;
  readonly selfModule: number;
  readonly moduleHandles: readonly ModuleHandle[];
  readonly datatypeHandles: readonly DatatypeHandle[];
  readonly functionHandles: readonly FunctionHandle[];
  readonly functionInstantiations: readonly Instantiation[];
  readonly signatures: readonly Signature[];
  readonly constants: readonly ModuleConstant[];
  readonly identifiers: readonly string[];
  /** `0x` and 64 hexadecimal digits each. */
  readonly addresses: readonly string[];
  readonly structDefinitions: readonly StructDefinition[];
  readonly structInstantiations: readonly Instantiation[];
  readonly functionDefinitions: readonly FunctionDefinition[];
  readonly fieldHandles: readonly FieldHandle[];
  readonly fieldInstantiations: readonly Instantiation[];
  readonly friends: readonly ModuleHandle[];
  readonly metadata: readonly ModuleMetadata[];
  readonly enumDefinitions: readonly EnumDefinition[];
  readonly enumInstantiations: readonly Instantiation[];
  readonly variantHandles: readonly VariantHandle[];
  readonly variantInstantiations: readonly VariantHandle[];
}
