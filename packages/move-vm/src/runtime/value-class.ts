import type { EnumValue, StructValue } from "./runtime-type.ts";

type StructClass = new (...fields: unknown[]) => StructValue;
type EnumClass = new (tag: number, ...fields: unknown[]) => EnumValue;

/**
 * A JavaScript class of its own for one declared struct: the engine then gives its values one shape and tells them from
 * those of other structs. The source holds only numbers.
 */
export function makeStructClass(fieldCount: number): StructClass {
  const names = fieldList(fieldCount);
  return new Function(`"use strict";return class{constructor(${names.join(",")}){${assignments(names)}}};`)();
}

/** The class of one declared enum; every value has `t` and as many fields as the widest variant. */
export function makeEnumClass(widestVariant: number): EnumClass {
  const names = fieldList(widestVariant);
  return new Function(`"use strict";return class{constructor(${["t", ...names].join(",")}){this.t=t;${assignments(names)}}};`)();
}

function fieldList(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `f${index}`);
}

function assignments(names: readonly string[]): string {
  return names.map((name) => `this.${name}=${name};`).join("");
}
