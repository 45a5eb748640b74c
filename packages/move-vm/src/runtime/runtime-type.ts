import type { TypeOperations } from "../values/type-operations.ts";

/** Bits of a Move ability set, as bytecode has them. */
export const ABILITY = { copy: 1, drop: 2, store: 4, key: 8 } as const;

export type PrimitiveKind = "bool" | "u8" | "u16" | "u32" | "u64" | "u128" | "u256" | "address" | "signer";

/**
 * A closed (no type parameters) Move type at run time. One object per type and VM: types are equal if and only if they
 * are the same object (the linker interns them by `key`).
 *
 * How values of each type are represented in JavaScript:
 * - bool: `boolean`; u8, u16, u32: `number`
 * - u64: `number` up to 2^53 - 1 and `bigint` above: one representation per value
 * - u128, u256: `bigint`
 * - address, signer: string of `0x` and 64 lowercase hexadecimal digits
 * - vector: `Array` of its elements' representations (a reference to a vector is the array itself)
 * - struct: an object with own properties `f0`, `f1`, … in declared order (a reference to it is the object itself)
 * - enum: an object with `t` (variant index) and `f0` … of that variant; the constructor reserves as many fields as the
 *   widest variant has, so that the shape never changes (a reference to it is the object itself)
 * - reference to a primitive: a `PrimitiveReference`
 */
export type RuntimeType = PrimitiveType | VectorType | StructType | EnumType;

interface TypeCommon {
  /** Canonical print, e.g. `vector<0x2::money::Money>` with short addresses: unique within a VM. */
  readonly key: string;
  /** Set of {@link ABILITY} bits of this instantiation. */
  readonly abilities: number;
  /** Levels of nesting of its values, primitives 1; type arguments that no field is of do not count. */
  readonly depth: number;
  /** Copy, compare, encode: made on first use by `operationsOf`. */
  operations: TypeOperations | undefined;
}

export interface PrimitiveType extends TypeCommon {
  readonly kind: PrimitiveKind;
}

export interface VectorType extends TypeCommon {
  readonly kind: "vector";
  readonly element: RuntimeType;
}

/** The declared name of a struct or enum. */
export interface DatatypeName {
  /** `0x` and 64 hexadecimal digits. */
  readonly address: string;
  readonly module: string;
  readonly name: string;
}

export interface StructType extends TypeCommon, DatatypeName {
  readonly kind: "struct";
  readonly typeArguments: readonly RuntimeType[];
  readonly fieldNames: readonly string[];
  readonly fields: readonly RuntimeType[];
  /** Makes a value of the declared struct; the class is shared by all instantiations. */
  readonly make: new (
    ...fields: unknown[]
  ) => StructValue;
}

export interface EnumType extends TypeCommon, DatatypeName {
  readonly kind: "enum";
  readonly typeArguments: readonly RuntimeType[];
  readonly variants: readonly { readonly name: string; readonly fieldNames: readonly string[]; readonly fields: readonly RuntimeType[] }[];
  readonly make: new (tag: number, ...fields: unknown[]) => EnumValue;
}

/** A struct value: properties `f0`, `f1`, …. */
export type StructValue = { [field: `f${number}`]: MoveValue };
/** An enum value: variant index and the variant's fields. */
export type EnumValue = { t: number; [field: `f${number}`]: MoveValue };
/** Any Move value in its run-time representation. */
export type MoveValue = boolean | number | bigint | string | MoveValue[] | StructValue | EnumValue;

/** A reference to a primitive that lives in a local, a field or a vector. */
export interface PrimitiveReference {
  get(): MoveValue;
  set(value: MoveValue): void;
}
