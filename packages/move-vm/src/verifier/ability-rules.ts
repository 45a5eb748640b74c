import { ABILITY } from "../runtime/runtime-type.ts";

/** What booleans, integers and addresses can do. */
export const PRIMITIVE_ABILITIES = ABILITY.copy | ABILITY.drop | ABILITY.store;
/** What a vector of elements that can do everything can do. */
export const CONTAINER_ABILITIES = ABILITY.copy | ABILITY.drop | ABILITY.store;
export const REFERENCE_ABILITIES = ABILITY.copy | ABILITY.drop;
export const ALL_ABILITIES = ABILITY.copy | ABILITY.drop | ABILITY.store | ABILITY.key;

/** The abilities every part must have so that the whole may have `abilities`: the same ones, and `store` for `key`. */
export function requiredOfParts(abilities: number): number {
  const same = abilities & PRIMITIVE_ABILITIES;
  return (abilities & ABILITY.key) === 0 ? same : same | ABILITY.store;
}

/** Of the declared abilities, those that an instance has whose (not phantom) type arguments have the given ones. */
export function instanceAbilities(declared: number, parts: readonly number[]): number {
  let common = ALL_ABILITIES;
  for (const part of parts) common &= part;
  let abilities = declared & common & PRIMITIVE_ABILITIES;
  if ((declared & ABILITY.key) !== 0 && (common & ABILITY.store) !== 0) abilities |= ABILITY.key;
  return abilities;
}
