import { at, type Composite, type Operand, Reference, type Scalar, Sequence, type Value } from "./value.ts";
import { demand } from "./violation.ts";

/** Counts what happens to places, so that references can tell what came after them. */
export interface Clock {
  now: number;
}

/**
 * A place that references point at: a local, or a part of another place. It dies when what is in it is moved away or
 * written over from outside; a dead place, or one that another reference wrote to in the meantime, must not be used.
 */
export class Cell {
  readonly #parent: Cell | undefined;
  readonly #index: number;
  #value: Value | undefined;
  #isAlive = true;
  #written = 0;
  #writer: Reference | undefined;
  readonly #parts = new Map<number, Cell>();

  constructor(value: Value | undefined, parent?: Cell, index = 0) {
    this.#value = value;
    this.#parent = parent;
    this.#index = index;
  }

  /** What is in it, for its owner: no reference is needed. */
  get value(): Value {
    if (this.#parent === undefined) {
      demand(this.#value !== undefined, "an empty place is read");
      return this.#value;
    }
    return at(itemsOf(this.#parent.value), this.#index);
  }

  get key(): string {
    return this.value.type.key;
  }

  part(index: number): Cell {
    const known = this.#parts.get(index);
    if (known !== undefined) return known;
    const made = new Cell(undefined, this, index);
    this.#parts.set(index, made);
    return made;
  }

  /** Ends the place and all its parts. */
  end(): void {
    this.#isAlive = false;
    this.endParts();
  }

  endParts(): void {
    for (const part of this.#parts.values()) part.end();
    this.#parts.clear();
  }

  /** That the reference may be used now. */
  check(reference: Reference): void {
    demand(this.#isAlive, "a reference outlives its place");
    if (this.#written <= reference.stamp) return;
    for (let writer = this.#writer; writer !== undefined; writer = writer.parent) if (writer === reference) return;
    demand(false, "another reference wrote to the place of a reference that is used after it");
  }

  /** Notes a change through `reference`, here and in all that this is part of; parts are no longer what they were. */
  written(reference: Reference, clock: Clock): void {
    this.endParts();
    clock.now += 1;
    this.#stamp(reference, clock.now);
  }

  #stamp(reference: Reference, now: number): void {
    this.#written = now;
    this.#writer = reference;
    if (this.#parent !== undefined) this.#parent.#stamp(reference, now);
  }

  write(value: Value, reference: Reference, clock: Clock): void {
    if (this.#parent === undefined) this.#value = value;
    else itemsOf(this.#parent.value)[this.#index] = value;
    this.written(reference, clock);
  }

  /** Whether one of the two is part of the other, or both are the same. */
  overlaps(other: Cell): boolean {
    return this.#isWithin(other) || other.#isWithin(this);
  }

  #isWithin(other: Cell): boolean {
    return this === other || (this.#parent !== undefined && this.#parent.#isWithin(other));
  }
}

/** The references among operands that must not meet: a mutable one and any other to the same place. */
export function checkApart(operands: readonly Operand[], what: string): void {
  const references = operands.filter((operand) => operand instanceof Reference);
  for (const [index, one] of references.entries()) {
    one.cell.check(one);
    for (const other of references.slice(index + 1)) {
      demand(!((one.isMutable || other.isMutable) && one.cell.overlaps(other.cell)), `${what} share a place that one may change`);
    }
  }
}

function itemsOf(value: Value | Scalar | Sequence | Composite): Value[] {
  demand("items" in value, "a part of something that has none");
  return value.items;
}
