import type { CompiledModule, FunctionDefinition } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { checkHandles } from "./check-handles.ts";
import { type DeclaredDatatype, type DeclaredFunction, type LinkedModule, moduleKey } from "./linked-module.ts";
import { ModuleFunction } from "./module-function.ts";
import { ModuleLinkError } from "./module-link-error.ts";
import { makeEnumClass, makeStructClass } from "./value-class.ts";

/** A module while its set is being linked. */
interface ModuleInProgress extends LinkedModule {
  /** By module handle, as far as they have been looked up. */
  readonly moduleOfHandle: (LinkedModule | undefined)[];
  readonly datatypes: Map<string, DeclaredDatatype>;
  readonly functions: Map<string, DeclaredFunction>;
  readonly datatypeOfHandle: DeclaredDatatype[];
  readonly functionOfHandle: DeclaredFunction[];
}

/**
 * Reads modules given in any order and resolves their handles against each other.
 * Throws `ModuleFormatError` or `ModuleLinkError`.
 */
export function linkModules(sources: readonly Uint8Array[]): ReadonlyMap<string, LinkedModule> {
  return linkInto(new Map(), sources.map(decodeModule), 0);
}

/**
 * The modules of `loaded` with `added` ones among them or, where they have the name of one, in its place; those that use a
 * replaced one, directly or by way of others, are linked anew, so that nothing refers to a function that is gone. A datatype
 * that was declared stays the same object: whoever replaces a module has checked that its layouts are the old ones. `loaded`
 * is left as it is. Functions get numbers from `firstId` on. Throws `ModuleLinkError`.
 */
export function linkInto(
  loaded: ReadonlyMap<string, LinkedModule>,
  added: readonly CompiledModule[],
  firstId: number,
): ReadonlyMap<string, LinkedModule> {
  const inProgress = new Map<string, ModuleInProgress>();
  for (const compiled of added) {
    const module = begin(compiled);
    const key = moduleKey(module.address, module.name);
    if (inProgress.has(key)) throw new ModuleLinkError("duplicate_module", `${key} is there twice`);
    inProgress.set(key, module);
  }
  for (const user of usersOf(loaded, inProgress)) {
    const module = begin(user.compiled);
    inProgress.set(moduleKey(module.address, module.name), module);
  }
  const modules = new Map<string, LinkedModule>([...loaded, ...inProgress]);
  for (const [key, module] of inProgress) declareDatatypes(module, loaded.get(key)?.datatypes);
  for (const module of inProgress.values()) resolveDatatypeHandles(module, modules);
  let nextId = firstId;
  for (const module of inProgress.values()) {
    for (const definition of module.compiled.functionDefinitions) {
      declareFunction(module, definition, nextId);
      nextId += 1;
    }
  }
  for (const module of inProgress.values()) resolveFunctionHandles(module, modules);
  for (const module of inProgress.values()) checkHandles(module);
  return modules;
}

function begin(compiled: CompiledModule): ModuleInProgress {
  const { address, name } = nameOfHandle(compiled, compiled.selfModule);
  return {
    address,
    name,
    compiled,
    datatypes: new Map(),
    functions: new Map(),
    datatypeOfHandle: [],
    functionOfHandle: [],
    moduleOfHandle: [],
  };
}

/** The loaded modules that use one of the replaced ones, directly or by way of others, themselves aside. */
function usersOf(loaded: ReadonlyMap<string, LinkedModule>, replaced: ReadonlyMap<string, unknown>): LinkedModule[] {
  const pending = [...replaced.keys()].filter((key) => loaded.has(key));
  if (pending.length === 0) return [];
  const users = new Map<string, string[]>();
  for (const [key, { compiled }] of loaded) {
    for (const imported of importsOf(compiled)) {
      const known = users.get(imported);
      if (known === undefined) users.set(imported, [key]);
      else known.push(key);
    }
  }
  const found = new Set<string>();
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    for (const user of users.get(key) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      pending.push(user);
    }
  }
  return [...found].flatMap((key) => {
    const user = replaced.has(key) ? undefined : loaded.get(key);
    return user === undefined ? [] : [user];
  });
}

/** Keys of the modules that a module names, itself aside. */
export function importsOf(compiled: CompiledModule): string[] {
  const keys: string[] = [];
  for (const index of compiled.moduleHandles.keys()) {
    const { address, name } = nameOfHandle(compiled, index);
    if (index !== compiled.selfModule) keys.push(moduleKey(address, name));
  }
  return keys;
}

function declareDatatypes(module: ModuleInProgress, before: LinkedModule["datatypes"] = new Map()): void {
  const { compiled } = module;
  const named = (index: number) => ({ name: at(compiled.identifiers, index) });
  for (const definition of compiled.structDefinitions) {
    const handle = at(compiled.datatypeHandles, definition.handle);
    const name = ownName(module, handle, module.datatypes);
    if (definition.fields === undefined) throw new ModuleLinkError("native_struct", `${module.name}::${name} is a native struct`);
    const known = before.get(name);
    if (known !== undefined) {
      module.datatypes.set(name, known);
      continue;
    }
    const fields = definition.fields.map((field) => ({ ...named(field.name), type: field.type }));
    const { abilities, typeParameters } = handle;
    // Of most structs there never is a value: their class is made when it is first asked for.
    let made: ReturnType<typeof makeStructClass> | undefined;
    const make = () => (made ??= makeStructClass(fields.length));
    module.datatypes.set(name, {
      kind: "struct",
      owner: module,
      name,
      abilities,
      typeParameters,
      fields,
      get make() {
        return make();
      },
    });
  }
  for (const definition of compiled.enumDefinitions) {
    const handle = at(compiled.datatypeHandles, definition.handle);
    const name = ownName(module, handle, module.datatypes);
    const known = before.get(name);
    if (known !== undefined) {
      module.datatypes.set(name, known);
      continue;
    }
    const variants = definition.variants.map((variant) => ({
      ...named(variant.name),
      fields: variant.fields.map((field) => ({ ...named(field.name), type: field.type })),
    }));
    const { abilities, typeParameters } = handle;
    let made: ReturnType<typeof makeEnumClass> | undefined;
    const make = () => (made ??= makeEnumClass(Math.max(...variants.map((variant) => variant.fields.length))));
    module.datatypes.set(name, {
      kind: "enum",
      owner: module,
      name,
      abilities,
      typeParameters,
      variants,
      get make() {
        return make();
      },
    });
  }
}

/** The name of something that a module defines; it must be the module's own, and defined once. */
function ownName(
  module: LinkedModule,
  handle: { readonly module: number; readonly name: number },
  defined: ReadonlyMap<string, unknown>,
): string {
  const name = at(module.compiled.identifiers, handle.name);
  if (handle.module !== module.compiled.selfModule)
    throw new ModuleLinkError("foreign_definition", `${module.name} defines ${name} of another module`);
  if (defined.has(name)) throw new ModuleLinkError("duplicate_name", `${module.name} defines ${name} twice`);
  return name;
}

function resolveDatatypeHandles(module: ModuleInProgress, modules: ReadonlyMap<string, LinkedModule>): void {
  const { compiled } = module;
  for (const handle of compiled.datatypeHandles) {
    const name = at(compiled.identifiers, handle.name);
    const declared = moduleOfHandle(module, handle.module, modules).datatypes.get(name);
    if (declared === undefined) throw new ModuleLinkError("missing_datatype", `${module.name} uses ${name}, which is not declared`);
    module.datatypeOfHandle.push(declared);
  }
}

function declareFunction(module: ModuleInProgress, definition: FunctionDefinition, id: number): void {
  const { compiled } = module;
  const handle = at(compiled.functionHandles, definition.handle);
  const name = ownName(module, handle, module.functions);
  const parameters = at(compiled.signatures, handle.parameters);
  const results = at(compiled.signatures, handle.results);
  module.functions.set(
    name,
    new ModuleFunction(module, definition, { id, name, typeParameters: handle.typeParameters, parameters, results }),
  );
}

function resolveFunctionHandles(module: ModuleInProgress, modules: ReadonlyMap<string, LinkedModule>): void {
  const { compiled } = module;
  for (const handle of compiled.functionHandles) {
    const name = at(compiled.identifiers, handle.name);
    const owner = moduleOfHandle(module, handle.module, modules);
    const declared = owner.functions.get(name);
    if (declared === undefined)
      throw new ModuleLinkError("missing_function", `${module.name} calls ${owner.name}::${name}, which is not declared`);
    module.functionOfHandle.push(declared);
  }
}

function moduleOfHandle(
  { compiled, moduleOfHandle }: ModuleInProgress,
  index: number,
  modules: ReadonlyMap<string, LinkedModule>,
): LinkedModule {
  const known = moduleOfHandle[index];
  if (known !== undefined) return known;
  const { address, name } = nameOfHandle(compiled, index);
  const module = modules.get(moduleKey(address, name));
  if (module === undefined) throw new ModuleLinkError("missing_module", `${address}::${name} is not among the modules`);
  moduleOfHandle[index] = module;
  return module;
}

/** The address and name that a module handle stands for. */
export function nameOfHandle(compiled: CompiledModule, index: number): { address: string; name: string } {
  const handle = at(compiled.moduleHandles, index);
  return { address: at(compiled.addresses, handle.address), name: at(compiled.identifiers, handle.name) };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`index ${index} of a checked module is out of bounds`);
  return item;
}
