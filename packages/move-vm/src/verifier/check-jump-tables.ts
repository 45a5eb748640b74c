import type { CodeUnit } from "../format/compiled-module.ts";
import type { ModuleScope } from "./module-scope.ts";

/**
 * Pass 13. A jump table has one target for each variant of its enum, and some switch uses it. (That indexes of variants
 * are in their enum shows pass 1; that a switch is on the table's enum shows the types pass.)
 */
export function checkJumpTables(scope: ModuleScope, code: CodeUnit): void {
  if (code.jumpTables.length === 0) return;
  const used = new Set<number>();
  scope.charge(code.instructions.length);
  for (const { op, index } of code.instructions) if (op === "VariantSwitch") used.add(index);
  for (const [index, table] of code.jumpTables.entries()) {
    const variants = scope.at(scope.compiled.enumDefinitions, table.enum).variants.length;
    const targets = table.targets.length;
    if (targets !== variants) scope.fail("incomplete_jump_table", `a jump table has ${targets} targets for ${variants} variants`);
    if (!used.has(index)) scope.fail("unused_jump_table", `no switch uses jump table ${index}`);
  }
}
