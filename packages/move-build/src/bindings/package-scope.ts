import type { CompiledModule, FieldDefinition, TypeToken } from "@sycee/move-vm";
import { resolveAddress, type SourceDatatype, type SourceFunction, type SourceModule } from "../source/source-module.ts";

/** A compiled module with what only its source tells. */
export interface ScopedModule {
  readonly compiled: CompiledModule;
  /** `0x` and 64 hexadecimal digits. */
  readonly address: string;
  readonly name: string;
  readonly source: SourceModule | undefined;
}

/** A struct or enum, wherever it is declared. */
export interface ScopedDatatype {
  readonly module: ScopedModule;
  readonly name: string;
  /** Set of `ABILITY` bits. */
  readonly abilities: number;
  /** Whether each type parameter is phantom. */
  readonly typeParameters: readonly boolean[];
  readonly source: SourceDatatype | undefined;
  readonly shape:
    | { readonly kind: "struct"; readonly fields: readonly FieldDefinition[] }
    | { readonly kind: "enum"; readonly variants: readonly { readonly name: string; readonly fields: readonly FieldDefinition[] }[] };
}

/** The modules of a package and of all it depends on, by name. */
export class PackageScope {
  readonly #modules: ReadonlyMap<string, ScopedModule>;
  readonly #datatypes = new Map<string, ScopedDatatype>();

  constructor(compiled: readonly CompiledModule[], sources: ReadonlyMap<string, SourceModule>) {
    this.#modules = new Map(
      compiled.map((module) => {
        const key = moduleOf(module, module.selfModule);
        return [key.key, { compiled: module, address: key.address, name: key.name, source: sources.get(key.key) }];
      }),
    );
    for (const module of this.#modules.values()) {
      for (const datatype of datatypesOf(module)) this.#datatypes.set(`${module.address}::${module.name}::${datatype.name}`, datatype);
    }
  }

  modulesAt(address: string): readonly ScopedModule[] {
    return [...this.#modules.values()].filter((module) => module.address === address);
  }

  datatypesIn(module: ScopedModule): readonly ScopedDatatype[] {
    return [...this.#datatypes.values()].filter((datatype) => datatype.module === module);
  }

  /** The datatype of a handle of `module`. */
  datatype(module: ScopedModule, handle: number): ScopedDatatype {
    const { compiled } = module;
    const found = at(compiled.datatypeHandles, handle);
    const owner = moduleOf(compiled, found.module);
    const datatype = this.#datatypes.get(`${owner.key}::${at(compiled.identifiers, found.name)}`);
    if (datatype === undefined) throw new Error(`no module declares ${owner.key}::${at(compiled.identifiers, found.name)}`);
    return datatype;
  }
}

/** `0x1::event::Event`, with the address short. */
export function printedName(datatype: ScopedDatatype): string {
  return `${shortAddress(datatype.module.address)}::${datatype.module.name}::${datatype.name}`;
}

/** A function as its module declares it. */
export interface ScopedFunction {
  readonly name: string;
  readonly isCallable: boolean;
  readonly isEntry: boolean;
  readonly typeParameters: number;
  readonly parameters: readonly TypeToken[];
  readonly results: readonly TypeToken[];
  readonly source: SourceFunction | undefined;
}

export function functionsOf(module: ScopedModule): readonly ScopedFunction[] {
  const { compiled, source } = module;
  return compiled.functionDefinitions.map((definition) => {
    const handle = at(compiled.functionHandles, definition.handle);
    const name = at(compiled.identifiers, handle.name);
    return {
      name,
      isCallable: (definition.isEntry || definition.visibility === "public") && definition.code !== undefined,
      isEntry: definition.isEntry,
      typeParameters: handle.typeParameters.length,
      parameters: at(compiled.signatures, handle.parameters),
      results: at(compiled.signatures, handle.results),
      source: source?.functions.find((declared) => declared.name === name),
    };
  });
}

/** Datatypes of `module` that it emits as events, by their handles. */
export function emittedTypes(module: ScopedModule): ReadonlySet<number> {
  const { compiled } = module;
  const emitted = new Set<number>();
  for (const { generic, typeArguments } of compiled.functionInstantiations) {
    const handle = at(compiled.functionHandles, generic);
    const { key } = moduleOf(compiled, handle.module);
    if (key !== EVENT_MODULE || at(compiled.identifiers, handle.name) !== "emit") continue;
    const [type] = at(compiled.signatures, typeArguments);
    if (type?.kind === "datatype") emitted.add(type.handle);
  }
  return emitted;
}

const EVENT_MODULE = `${resolveAddress("0x1", new Map())}::event`;

function datatypesOf(module: ScopedModule): ScopedDatatype[] {
  const { compiled, source } = module;
  const describe = (handle: number, shape: ScopedDatatype["shape"]): ScopedDatatype => {
    const found = at(compiled.datatypeHandles, handle);
    const name = at(compiled.identifiers, found.name);
    const typeParameters = found.typeParameters.map(({ isPhantom }) => isPhantom);
    return { module, name, abilities: found.abilities, typeParameters, source: source?.datatypes.get(name), shape };
  };
  return [
    ...compiled.structDefinitions.map(({ handle, fields }) => describe(handle, { kind: "struct", fields: fields ?? [] })),
    ...compiled.enumDefinitions.map(({ handle, variants }) =>
      describe(handle, { kind: "enum", variants: variants.map(({ name, fields }) => ({ name: at(compiled.identifiers, name), fields })) }),
    ),
  ];
}

/** `0x2`. */
export function shortAddress(address: string): string {
  return address.replace(/^0x0*(?=.)/, "0x");
}

function moduleOf(compiled: CompiledModule, index: number): { readonly key: string; readonly address: string; readonly name: string } {
  const handle = at(compiled.moduleHandles, index);
  const address = at(compiled.addresses, handle.address);
  const name = at(compiled.identifiers, handle.name);
  return { key: `${address}::${name}`, address, name };
}

/** The item at an index of a table whose bounds were checked when the module was decoded. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const found = items[index];
  if (found === undefined) throw new Error(`index ${index} is out of bounds`);
  return found;
}
