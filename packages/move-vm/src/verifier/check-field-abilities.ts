import { ALL_ABILITIES, requiredOfParts } from "./ability-rules.ts";
import { fieldsOfDatatypes } from "./check-indexes.ts";
import type { ModuleScope } from "./module-scope.ts";
import type { TypeId } from "./type-pool.ts";

/** Abilities of type parameters, of which there are at most 32. */
const EVERYTHING: readonly number[] = Array.from({ length: 32 }, () => ALL_ABILITIES);

/**
 * Pass 8. The fields of a struct or enum have the abilities that it declares (and `store`, if it declares `key`), provided
 * its type arguments have them. No type is declared without its fields.
 */
export function checkFieldAbilities(scope: ModuleScope): void {
  const { compiled } = scope;
  for (const definition of compiled.structDefinitions) {
    if (definition.fields === undefined) scope.fail("native_type", "a struct is declared without its fields");
  }
  const known = new Map<TypeId, number>();
  for (const [handle, fields] of fieldsOfDatatypes(compiled)) {
    const { abilities, name } = scope.at(compiled.datatypeHandles, handle);
    const required = requiredOfParts(abilities);
    for (const field of fields) {
      scope.charge(1);
      const has = scope.types.abilities(scope.types.of(field.type), EVERYTHING, known);
      if ((has & required) === required) continue;
      const [type, part] = [scope.at(compiled.identifiers, name), scope.at(compiled.identifiers, field.name)];
      scope.fail("field_lacks_ability", `${type} has an ability that its field ${part} lacks`);
    }
  }
}
