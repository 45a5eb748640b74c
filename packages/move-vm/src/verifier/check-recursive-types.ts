import { fieldsOfDatatypes } from "./check-indexes.ts";
import type { ModuleScope } from "./module-scope.ts";
import { nodesOf } from "./walk-types.ts";

/**
 * Pass 9. No struct or enum contains itself, directly, through others, in a vector, or as a type argument. As modules do
 * not depend on each other in circles, every value is finite and every type has a greatest depth.
 */
export function checkRecursiveTypes(scope: ModuleScope): void {
  const { compiled } = scope;
  const containers = new Map<number, Set<number>>();
  const remaining = new Map<number, number>();
  for (const { handle } of [...compiled.structDefinitions, ...compiled.enumDefinitions]) remaining.set(handle, 0);
  for (const [handle, fields] of fieldsOfDatatypes(compiled)) {
    const types = fields.map((field) => field.type);
    for (const token of nodesOf(types, scope)) {
      if (token.kind !== "datatype" || !remaining.has(token.handle)) continue;
      const users = containers.get(token.handle) ?? new Set<number>();
      containers.set(token.handle, users);
      if (users.has(handle)) continue;
      users.add(handle);
      remaining.set(handle, (remaining.get(handle) ?? 0) + 1);
    }
  }
  // Takes out what contains nothing that is left, again and again: what stays contains itself.
  const ready = [...remaining].flatMap(([handle, parts]) => (parts === 0 ? [handle] : []));
  for (let handle = ready.pop(); handle !== undefined; handle = ready.pop()) {
    remaining.delete(handle);
    for (const user of containers.get(handle) ?? []) {
      scope.charge(1);
      const left = (remaining.get(user) ?? 0) - 1;
      remaining.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
  for (const handle of remaining.keys()) {
    const { name } = scope.at(compiled.datatypeHandles, handle);
    scope.fail("recursive_type", `${scope.at(compiled.identifiers, name)} contains itself or something that does`);
  }
}
