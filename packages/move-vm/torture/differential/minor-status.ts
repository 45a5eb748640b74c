import type { CompiledModule } from "../../src/format/compiled-module.ts";

/** The reference's minor status of a vector error, by the instruction it happened at; `undefined` if it is none of a vector. */
export function minorStatus(compiled: CompiledModule, name: string, offset: number): number | undefined {
  const definition = compiled.functionDefinitions.find(
    ({ handle }) => compiled.identifiers[compiled.functionHandles[handle]?.name ?? -1] === name,
  );
  const op = definition?.code?.instructions[offset]?.op;
  if (op === "VecPopBack") return 2;
  if (op === "VecUnpack") return 3;
  return op?.startsWith("Vec") === true ? 1 : undefined;
}
