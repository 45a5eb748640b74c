import type { Random } from "../random.ts";
import { type MoveType, typeText } from "./move-type.ts";

/** A variable in scope: `place` is how code reads it (`x`, or `(*r)` through a reference). */
export interface Variable {
  readonly place: string;
  readonly type: MoveType;
  readonly isMutable: boolean;
}

/** Where calls write down that they were evaluated: an argument of type `&mut u64`, and how code reads what was written. */
export interface OrderPlace {
  readonly reference: string;
  readonly value: string;
}

/** What a function that is being made has in scope, and what it has cost so far. */
export class MakerScope {
  readonly random: Random;
  /** Types that values of the program have. */
  readonly types: readonly MoveType[];
  readonly variables: Variable[] = [];
  /** Loops around, by label. */
  readonly labels: string[] = [];
  /** Absent in functions that take down no order. */
  readonly order: OrderPlace | undefined;
  /** How often what is written now may run in one call. */
  factor = 1;
  cost = 10;
  #names = 0;

  constructor(random: Random, types: readonly MoveType[], order: OrderPlace | undefined) {
    this.random = random;
    this.types = types;
    this.order = order;
  }

  declare(place: string, type: MoveType, isMutable: boolean): void {
    this.variables.push({ place, type, isMutable });
  }

  /** A name that is not taken. */
  name(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  /** Places of the type: variables and their fields. */
  places(type: MoveType, isMutable: boolean): string[] {
    const wanted = typeText(type);
    const found: string[] = [];
    const visit = (place: string, of: MoveType, depth: number): void => {
      if (typeText(of) === wanted) found.push(place);
      if (of.kind !== "struct" || depth === 0) return;
      for (const field of of.declared.fields) visit(`${owner(place)}.${field.name}`, field.type(of.typeArguments), depth - 1);
    };
    for (const variable of this.variables) if (variable.isMutable || !isMutable) visit(variable.place, variable.type, 3);
    return found;
  }

  /** A place of the type that can be written to. */
  mutable(type: MoveType): string | undefined {
    const places = this.places(type, true);
    return places.length === 0 ? undefined : this.random.pick(places);
  }
}

/** How a field of the place is named: through a reference without a star. */
export function owner(place: string): string {
  return place.replace(/^\(\*(\w+)\)$/, "$1");
}
