import type { EnumValue, MoveValue, PrimitiveReference, StructValue } from "../runtime/runtime-type.ts";
import type { ByteVector } from "./byte-array.ts";

/** A local variable whose reference escapes, and every reference to it: compiled code reads and writes `v`. */
export class LocalReference implements PrimitiveReference {
  v: MoveValue;

  constructor(value: MoveValue) {
    this.v = value;
  }

  get(): MoveValue {
    return this.v;
  }

  set(value: MoveValue): void {
    this.v = value;
  }
}

/** Reference to the primitive in field `index` of a struct or an enum's variant. */
export class FieldReference implements PrimitiveReference {
  readonly owner: StructValue | EnumValue;
  readonly field: `f${number}`;

  constructor(owner: StructValue | EnumValue, index: number) {
    this.owner = owner;
    this.field = fieldName(index);
  }

  get(): MoveValue {
    const value = this.owner[this.field];
    if (value === undefined) throw new Error(`reference to a field that is not there: ${this.field}`);
    return value;
  }

  set(value: MoveValue): void {
    this.owner[this.field] = value;
  }
}

/** Reference to the primitive at `index` of a vector; whoever makes it has checked the bounds. */
export class ElementReference implements PrimitiveReference {
  readonly owner: MoveValue[];
  readonly index: number;

  constructor(owner: MoveValue[], index: number) {
    this.owner = owner;
    this.index = index;
  }

  get(): MoveValue {
    const value = this.owner[this.index];
    if (value === undefined) throw new Error(`reference to an element that is not there: ${this.index}`);
    return value;
  }

  set(value: MoveValue): void {
    this.owner[this.index] = value;
  }
}

/** Reference to the byte at `index` of a `vector<u8>`; whoever makes it has checked the bounds. */
export class ByteReference implements PrimitiveReference {
  readonly owner: ByteVector;
  readonly index: number;

  constructor(owner: ByteVector, index: number) {
    this.owner = owner;
    this.index = index;
  }

  get(): MoveValue {
    const value = this.owner[this.index];
    if (value === undefined) throw new Error(`reference to a byte that is not there: ${this.index}`);
    return value;
  }

  set(value: MoveValue): void {
    if (typeof value !== "number") throw new Error("a byte is not a number");
    this.owner[this.index] = value;
    if (this.owner.image !== undefined) this.owner.image[this.index] = value;
  }
}

const NAMES: `f${number}`[] = Array.from({ length: 256 }, (_, index): `f${number}` => `f${index}`);

/** Property that holds field `index`; interned, so that keyed access needs no concatenation. */
export function fieldName(index: number): `f${number}` {
  return NAMES[index] ?? `f${index}`;
}
