import {
  ABILITY,
  type EnumType,
  type PrimitiveType,
  type RuntimeType,
  type StructType,
  type VectorType,
} from "../../src/runtime/runtime-type.ts";
import type { Cell } from "./cell.ts";
import { Violation } from "./violation.ts";

/*
 * Values that know their types, so that every instruction can check what it is given. Nothing here is shared with compiled
 * code but the table of types.
 */

export class Scalar {
  readonly type: PrimitiveType;
  readonly value: bigint | boolean | string;

  constructor(type: PrimitiveType, value: bigint | boolean | string) {
    this.type = type;
    this.value = value;
  }
}

export class Sequence {
  readonly type: VectorType;
  readonly items: Value[];

  constructor(type: VectorType, items: Value[]) {
    this.type = type;
    this.items = items;
  }
}

/** A struct, or a variant of an enum. */
export class Composite {
  readonly type: StructType | EnumType;
  readonly tag: number | undefined;
  readonly items: Value[];

  constructor(type: StructType | EnumType, tag: number | undefined, items: Value[]) {
    this.type = type;
    this.tag = tag;
    this.items = items;
  }
}

/** A reference and the one it was made from. */
export class Reference {
  readonly cell: Cell;
  readonly isMutable: boolean;
  readonly parent: Reference | undefined;
  /** When it was made. */
  readonly stamp: number;

  constructor(cell: Cell, isMutable: boolean, parent: Reference | undefined, stamp: number) {
    this.cell = cell;
    this.isMutable = isMutable;
    this.parent = parent;
    this.stamp = stamp;
  }
}

export type Value = Scalar | Sequence | Composite;
export type Operand = Value | Reference;

/** A deep copy. Every part must have `copy`. */
export function copyOf(value: Value): Value {
  if ((value.type.abilities & ABILITY.copy) === 0) throw new Violation(`a ${value.type.key} is copied`);
  if (value instanceof Sequence) return new Sequence(value.type, value.items.map(copyOf));
  if (value instanceof Composite) return new Composite(value.type, value.tag, value.items.map(copyOf));
  return value;
}

export function equalValues(left: Value, right: Value): boolean {
  if (left.type !== right.type) throw new Violation(`a ${left.type.key} is compared with a ${right.type.key}`);
  if (left instanceof Scalar && right instanceof Scalar) return left.value === right.value;
  if (left instanceof Scalar || right instanceof Scalar) throw new Violation("values of one type differ in shape");
  if (left instanceof Composite && right instanceof Composite && left.tag !== right.tag) return false;
  if (left.items.length !== right.items.length) return false;
  return left.items.every((item, index) => equalValues(item, at(right.items, index)));
}

const SIZES: { readonly [kind in RuntimeType["kind"]]?: number } = {
  bool: 1,
  u8: 1,
  u16: 2,
  u32: 4,
  u64: 8,
  u128: 16,
  u256: 32,
  address: 32,
  signer: 32,
};

/** Bytes of the value in BCS. */
export function encodedBytes(value: Value): number {
  if (value instanceof Scalar) return SIZES[value.type.kind] ?? 0;
  const parts = value.items.reduce((sum, item) => sum + encodedBytes(item), 0);
  if (value instanceof Sequence) return lengthBytes(value.items.length) + parts;
  return value.tag === undefined ? parts : lengthBytes(value.tag) + parts;
}

/** The same value as compiled code holds it. */
export function representation(value: Value): unknown {
  if (value instanceof Sequence) return value.items.map(representation);
  if (value instanceof Composite) {
    const fields = value.items.map((item, index) => [`f${index}`, representation(item)] as const);
    return Object.fromEntries(value.tag === undefined ? fields : [["t", value.tag], ...fields]);
  }
  if (typeof value.value !== "bigint" || value.type.kind === "u128" || value.type.kind === "u256") return value.value;
  return value.value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value.value) : value.value;
}

export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Violation(`nothing at ${index}`);
  return item;
}

function lengthBytes(length: number): number {
  return length < 128 ? 1 : length < 16_384 ? 2 : length < 2_097_152 ? 3 : 4;
}
