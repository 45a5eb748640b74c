import { ABILITY, type TypeToken } from "@sycee/move-vm";
import { at, type PackageScope, printedName, type ScopedDatatype, type ScopedModule } from "./package-scope.ts";
import { camelCase, datatypeName } from "./typescript-names.ts";

/** A Move type in TypeScript: its type, and the expression that reads and writes it. */
export interface BindingType {
  readonly typescript: string;
  readonly codec: string;
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  u8: "number",
  u16: "number",
  u32: "number",
  u64: "bigint",
  u128: "bigint",
  u256: "bigint",
  bool: "boolean",
  address: "Address",
};

const STRINGS = ["0x1::string::String", "0x1::ascii::String"];
const OPTION = "0x1::option::Option";

/** Puts Move types into TypeScript, and keeps the datatypes and imports that this takes. */
export class BindingTypes {
  /** Datatypes met so far, those that others hold before them. */
  readonly datatypes = new Map<ScopedDatatype, string>();
  /** What the generated file imports from the SDK. */
  readonly imports = new Set<string>();
  usesAddress = false;
  readonly #scope: PackageScope;
  readonly #names = new Set<string>();

  constructor(scope: PackageScope) {
    this.#scope = scope;
  }

  /** A type as values of it are kept and emitted; `undefined` for what never is (references, signers). */
  stored(module: ScopedModule, token: TypeToken, typeParameters: readonly string[] = []): BindingType | undefined {
    const plain = this.#plain(module, token, (inner) => this.stored(module, inner, typeParameters));
    if (plain !== undefined) return plain;
    if (token.kind === "type-parameter") {
      const name = typeParameters[token.index];
      return name === undefined ? undefined : { typescript: name, codec: camelCase(name) };
    }
    if (token.kind !== "datatype") return undefined;
    const datatype = this.#scope.datatype(module, token.handle);
    if ((datatype.abilities & (ABILITY.store | ABILITY.copy)) === 0 || !this.declare(datatype)) return undefined;
    const name = this.nameOf(datatype);
    const inner = token.typeArguments
      .filter((_, index) => datatype.typeParameters[index] === false)
      .map((argument) => this.stored(module, argument, typeParameters));
    const known = inner.filter((type) => type !== undefined);
    if (known.length < inner.length) return undefined;
    if (known.length === 0) return { typescript: name, codec: `${camelCase(name)}Type` };
    const types = known.map(({ typescript }) => typescript).join(", ");
    return { typescript: `${name}<${types}>`, codec: `${camelCase(name)}Type(${known.map(({ codec }) => codec).join(", ")})` };
  }

  /** The type of an argument that a transaction can carry itself; `undefined` for what only a result of another call can be. */
  literal(module: ScopedModule, token: TypeToken): BindingType | undefined {
    return this.#plain(module, token, (inner) => this.literal(module, inner));
  }

  /** Keeps a datatype, after all that it holds; `false` if values of it are never stored. */
  declare(datatype: ScopedDatatype): boolean {
    if (this.datatypes.has(datatype)) return true;
    const { module, shape } = datatype;
    const parameters = typeParameterNames(datatype);
    const fields = shape.kind === "struct" ? shape.fields : shape.variants.flatMap((variant) => variant.fields);
    // Goes through the fields' own datatypes first: they have to stand before this one. Move has no recursive types.
    if (fields.some((field) => this.stored(module, field.type, parameters) === undefined)) return false;
    this.datatypes.set(datatype, this.#uniqueName(datatype));
    return true;
  }

  nameOf(datatype: ScopedDatatype): string {
    const name = this.datatypes.get(datatype);
    if (name === undefined) throw new Error(`${printedName(datatype)} was not declared`);
    return name;
  }

  /** Notes an import and gives its name. */
  use(name: string): string {
    this.imports.add(name);
    return name;
  }

  /** Primitives, strings, vectors and options of what `inner` knows. */
  #plain(module: ScopedModule, token: TypeToken, inner: (token: TypeToken) => BindingType | undefined): BindingType | undefined {
    const primitive = PRIMITIVES[token.kind];
    if (primitive !== undefined) {
      if (token.kind === "address") this.usesAddress = true;
      return { typescript: primitive, codec: this.use(token.kind) };
    }
    if (token.kind === "vector") {
      if (token.element.kind === "u8") return { typescript: "Uint8Array", codec: this.use("bytes") };
      const element = inner(token.element);
      if (element === undefined) return undefined;
      return { typescript: `readonly ${grouped(element.typescript)}[]`, codec: `${this.use("vector")}(${element.codec})` };
    }
    if (token.kind !== "datatype") return undefined;
    const name = printedName(this.#scope.datatype(module, token.handle));
    if (STRINGS.includes(name)) return { typescript: "string", codec: this.use("string") };
    if (name !== OPTION) return undefined;
    const element = inner(at(token.typeArguments, 0));
    // An option of an option would lose the difference between none and some of none.
    if (element === undefined || element.typescript.endsWith("| undefined")) return undefined;
    return { typescript: `${element.typescript} | undefined`, codec: `${this.use("option")}(${element.codec})` };
  }

  #uniqueName(datatype: ScopedDatatype): string {
    let name = datatypeName(datatype.module.name, datatype.name);
    while (this.#names.has(name)) name = `${name}_`;
    this.#names.add(name);
    return name;
  }
}

/** Names of the type parameters that are not phantom, by position; phantom ones have none. */
export function typeParameterNames(datatype: ScopedDatatype): readonly string[] {
  return datatype.typeParameters.map((_, index) => `T${index}`);
}

function grouped(type: string): string {
  return /[ |]/.test(type) ? `(${type})` : type;
}
