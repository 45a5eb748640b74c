import type { CodeUnit, CompiledModule, Instruction } from "../../src/format/compiled-module.ts";
import type { Random } from "../random.ts";

const BOOLEAN = new Set(["Eq", "Neq", "Lt", "Gt", "Le", "Ge", "Not"]);

/**
 * The same module with instructions that the standard compiler never writes (`BrTrue`, `And`, `Or`, `Nop`), put in where
 * they change nothing.
 */
export function varyModule(module: CompiledModule, random: Random): CompiledModule {
  const functionDefinitions = module.functionDefinitions.map((definition) =>
    definition.code === undefined ? definition : { ...definition, code: varyCode(definition.code, random) },
  );
  return { ...module, functionDefinitions };
}

function varyCode(code: CodeUnit, random: Random): CodeUnit {
  const instructions: Instruction[] = [];
  const places: number[] = [];
  const plain = (op: Instruction["op"]): Instruction => ({ op, index: 0, literal: 0n });
  for (const instruction of code.instructions) {
    places.push(instructions.length);
    if (random.oneIn(12)) instructions.push(plain("Nop"));
    if (instruction.op === "BrFalse" && random.oneIn(2)) instructions.push(plain("Not"), { ...instruction, op: "BrTrue" });
    else instructions.push(instruction);
    if (!BOOLEAN.has(instruction.op)) continue;
    if (random.oneIn(3)) instructions.push(plain("LdTrue"), plain("And"));
    if (random.oneIn(3)) instructions.push(plain("LdFalse"), plain("Or"));
  }
  const moved = (target: number): number => places[target] ?? 0;
  return {
    ...code,
    instructions: instructions.map((each) =>
      each.op === "Branch" || each.op.startsWith("Br") ? { ...each, index: moved(each.index) } : each,
    ),
    jumpTables: code.jumpTables.map((table) => ({ ...table, targets: table.targets.map(moved) })),
  };
}
