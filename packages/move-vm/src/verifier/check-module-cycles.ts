import type { DeclaredModule } from "./declared-module.ts";
import { type ModuleScope, printModule } from "./module-scope.ts";

/**
 * Pass 12b. No module imports itself by way of others. So what the other passes show of each module alone, that no type
 * contains itself and no chain of calls makes ever larger types, holds of all modules together.
 */
export function checkModuleCycles(scopes: readonly ModuleScope[], modules: ReadonlyMap<string, DeclaredModule>): void {
  const finished = new Set<string>();
  for (const scope of scopes) {
    const path: { name: string; imports: string[] }[] = [];
    const onPath = new Set<string>();
    const enter = (name: string) => {
      scope.charge(1);
      if (onPath.has(name)) scope.fail("module_cycle", `${name} imports itself by way of others`);
      if (finished.has(name)) return;
      onPath.add(name);
      path.push({ name, imports: importsOf(scope, modules.get(name)) });
    };
    enter(scope.name);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const next = visit.imports.pop();
      if (next !== undefined) {
        enter(next);
        continue;
      }
      path.pop();
      onPath.delete(visit.name);
      finished.add(visit.name);
    }
  }
}

function importsOf(scope: ModuleScope, module: DeclaredModule | undefined): string[] {
  if (module === undefined) return [];
  const { moduleHandles, selfModule } = module.compiled;
  scope.charge(moduleHandles.length);
  return [...moduleHandles.keys()].filter((index) => index !== selfModule).map((index) => printModule(module.compiled, index));
}
