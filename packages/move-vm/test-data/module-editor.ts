import type { CodeUnit, CompiledModule, Instruction, JumpTable, Signature, TypeToken } from "../src/format/compiled-module.ts";
import type { Opcode } from "../src/format/opcodes.ts";

/** The same, to be written to. */
export type Editable<T> = T extends Uint8Array | bigint | TypeToken ? T : { -readonly [Key in keyof T]: Editable<T[Key]> };

/** An instruction in short: opcode, index, literal. */
export type Step = readonly [op: Opcode, index?: number, literal?: bigint];

/** A function to add. */
export interface NewFunction {
  readonly typeParameters?: readonly number[];
  readonly parameters?: Signature;
  readonly results?: Signature;
  readonly locals?: Signature;
  readonly code: readonly Step[];
  readonly jumpTables?: readonly JumpTable[];
}

const U64: TypeToken = { kind: "u64" };

/** Changes a copy of a compiled module by name; tables grow as needed and get nothing twice. */
export class ModuleEditor {
  readonly module: Editable<CompiledModule>;

  constructor(module: CompiledModule) {
    this.module = editableCopy(module);
  }

  identifier(name: string): number {
    return found(this.module.identifiers, (each) => each === name, name);
  }

  addIdentifier(name: string): number {
    return this.#findOrAdd(this.module.identifiers, name);
  }

  /** Index of the handle of a struct or enum, this module's or an imported one's. */
  datatype(name: string): number {
    return found(this.module.datatypeHandles, (handle) => handle.name === this.identifier(name), name);
  }

  type(name: string, ...typeArguments: TypeToken[]): TypeToken {
    return { kind: "datatype", handle: this.datatype(name), typeArguments };
  }

  struct(name: string): number {
    return found(this.module.structDefinitions, ({ handle }) => handle === this.datatype(name), name);
  }

  enum(name: string): number {
    return found(this.module.enumDefinitions, ({ handle }) => handle === this.datatype(name), name);
  }

  function(name: string): number {
    return found(this.module.functionHandles, (handle) => handle.name === this.identifier(name), name);
  }

  /** The code of a function of this module. */
  codeOf(name: string): Editable<CodeUnit> {
    const code = this.module.functionDefinitions.find(({ handle }) => handle === this.function(name))?.code;
    if (code === undefined) throw new Error(`${name} has no code`);
    return code;
  }

  signature(types: Signature): number {
    return this.#findOrAdd(this.module.signatures, editableCopy(types));
  }

  field(struct: string, field: number): number {
    return this.#findOrAdd(this.module.fieldHandles, { struct: this.struct(struct), field });
  }

  variant(name: string, variant: number): number {
    return this.#findOrAdd(this.module.variantHandles, { enum: this.enum(name), variant });
  }

  structInstance(name: string, ...typeArguments: TypeToken[]): number {
    return this.#findOrAdd(this.module.structInstantiations, { generic: this.struct(name), typeArguments: this.signature(typeArguments) });
  }

  functionInstance(name: string, ...typeArguments: TypeToken[]): number {
    return this.#findOrAdd(this.module.functionInstantiations, {
      generic: this.function(name),
      typeArguments: this.signature(typeArguments),
    });
  }

  constant(type: TypeToken, ...data: number[]): number {
    this.module.constants.push({ type: editableCopy(type), data: Uint8Array.from(data) });
    return this.module.constants.length - 1;
  }

  /** Adds a private function and answers the index of its handle. */
  add(name: string, { typeParameters = [], parameters = [], results = [], locals = [], code, jumpTables = [] }: NewFunction): number {
    this.module.functionHandles.push({
      module: this.module.selfModule,
      name: this.addIdentifier(name),
      parameters: this.signature(parameters),
      results: this.signature(results),
      typeParameters: [...typeParameters],
    });
    const handle = this.module.functionHandles.length - 1;
    this.module.functionDefinitions.push({
      handle,
      visibility: "private",
      isEntry: false,
      acquires: [],
      code: { locals: this.signature(locals), instructions: steps(code), jumpTables: editableCopy(jumpTables) },
    });
    return handle;
  }

  /** Adds the handle of a struct or enum of the module with index `module`. */
  addDatatype(name: string, module: number, abilities = 0, typeParameters: { constraints: number; isPhantom: boolean }[] = []): number {
    return this.module.datatypeHandles.push({ module, name: this.addIdentifier(name), abilities, typeParameters }) - 1;
  }

  /** Adds a struct of this module with fields of the types. */
  addStruct(
    name: string,
    types: readonly TypeToken[],
    abilities = 0,
    typeParameters: { constraints: number; isPhantom: boolean }[] = [],
  ): TypeToken {
    const fields = types.map((type, index) => ({ name: this.addIdentifier(`field${index}`), type: structuredClone(type) }));
    const handle = this.addDatatype(name, this.module.selfModule, abilities, typeParameters);
    this.module.structDefinitions.push({ handle, fields });
    return { kind: "datatype", handle, typeArguments: [] };
  }

  #findOrAdd<Item>(table: Item[], item: Item): number {
    const text = JSON.stringify(item);
    const index = table.findIndex((each) => JSON.stringify(each) === text);
    return index < 0 ? table.push(item) - 1 : index;
  }
}

/** Instructions in full. */
export function steps(code: readonly Step[]): Editable<Instruction>[] {
  return code.map(([op, index = 0, literal = 0n]) => ({ op, index, literal }));
}

export const vector = (element: TypeToken): TypeToken => ({ kind: "vector", element });
export const borrowed = (target: TypeToken = U64): TypeToken => ({ kind: "reference", target });
export const mutable = (target: TypeToken = U64): TypeToken => ({ kind: "mutable-reference", target });
export const parameter = (index: number): TypeToken => ({ kind: "type-parameter", index });
export const u64: TypeToken = U64;
export const bool: TypeToken = { kind: "bool" };

function editableCopy<T>(value: T): Editable<T> {
  return structuredClone(value) as Editable<T>;
}

function found<Item>(table: readonly Item[], matches: (item: Item) => boolean, name: string): number {
  const index = table.findIndex(matches);
  if (index < 0) throw new Error(`there is no ${name}`);
  return index;
}
