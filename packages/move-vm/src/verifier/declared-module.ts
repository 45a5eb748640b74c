import type { CompiledModule, DatatypeHandle, FunctionDefinition, FunctionHandle } from "../format/compiled-module.ts";
import { printModule } from "./module-scope.ts";

/** What a module declares, by name, for the modules that import it. */
export interface DeclaredModule {
  /** `0x…::name`. */
  readonly name: string;
  readonly compiled: CompiledModule;
  /** `0x…::name` of each module handle. */
  readonly moduleNames: readonly string[];
  readonly datatypes: ReadonlyMap<string, DatatypeHandle>;
  readonly functions: ReadonlyMap<string, { readonly definition: FunctionDefinition; readonly handle: FunctionHandle }>;
  /** Names of the modules that may call its `public(package)` functions. */
  readonly friends: ReadonlySet<string>;
}

/** Collects the declarations of a module that has passed the bounds pass. */
export function declarationsOf(compiled: CompiledModule): DeclaredModule {
  const text = (index: number) => compiled.identifiers[index] ?? "?";
  const datatypes = new Map<string, DatatypeHandle>();
  for (const definition of [...compiled.structDefinitions, ...compiled.enumDefinitions]) {
    const handle = compiled.datatypeHandles[definition.handle];
    if (handle !== undefined) datatypes.set(text(handle.name), handle);
  }
  const functions = new Map<string, { definition: FunctionDefinition; handle: FunctionHandle }>();
  for (const definition of compiled.functionDefinitions) {
    const handle = compiled.functionHandles[definition.handle];
    if (handle !== undefined) functions.set(text(handle.name), { definition, handle });
  }
  const moduleNames = compiled.moduleHandles.map((_, index) => printModule(compiled, index));
  const friends = compiled.friends.map(({ address, name }) => `${compiled.addresses[address] ?? "?"}::${text(name)}`);
  return { name: printModule(compiled, compiled.selfModule), compiled, moduleNames, datatypes, functions, friends: new Set(friends) };
}
