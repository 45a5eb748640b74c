import type { TypeToken } from "../format/compiled-module.ts";
import type { TypeOperations } from "../values/type-operations.ts";
import type { DeclaredDatatype } from "./linked-module.ts";
import type { EnumType, RuntimeType, StructType } from "./runtime-type.ts";

/** Levels of nesting of a type's values. Throws `ExecutionError` beyond the limits on types. */
export type DepthOf = (type: RuntimeType) => number;
/** The type of a field for the type arguments of an instance. */
export type CloseField = (field: { readonly type: TypeToken }) => RuntimeType;

interface InstanceParts {
  readonly key: string;
  readonly abilities: number;
  readonly typeArguments: readonly RuntimeType[];
  readonly depthOf: DepthOf;
  readonly closed: CloseField;
}

/** An instance of a datatype. Its fields are made when first asked for; those of its type arguments perhaps never. */
class DatatypeInstance {
  readonly key: string;
  readonly abilities: number;
  readonly address: string;
  readonly module: string;
  readonly name: string;
  readonly typeArguments: readonly RuntimeType[];
  operations: TypeOperations | undefined = undefined;

  constructor(declared: DeclaredDatatype, { key, abilities, typeArguments }: InstanceParts) {
    this.key = key;
    this.abilities = abilities;
    this.address = declared.owner.address;
    this.module = declared.owner.name;
    this.name = declared.name;
    this.typeArguments = typeArguments;
  }
}

/** A struct for one choice of type arguments. */
export class StructInstance extends DatatypeInstance implements StructType {
  readonly kind = "struct";
  readonly fieldNames: readonly string[];
  readonly #declared: DeclaredDatatype & { readonly kind: "struct" };
  readonly #parts: InstanceParts;
  #fields: readonly RuntimeType[] | undefined;

  constructor(declared: DeclaredDatatype & { readonly kind: "struct" }, parts: InstanceParts) {
    super(declared, parts);
    this.fieldNames = declared.fields.map((field) => field.name);
    this.#declared = declared;
    this.#parts = parts;
  }

  get depth(): number {
    return this.#parts.depthOf(this);
  }

  get make(): StructType["make"] {
    return this.#declared.make;
  }

  get fields(): readonly RuntimeType[] {
    this.#fields ??= this.#declared.fields.map(this.#parts.closed);
    return this.#fields;
  }
}

/** An enum for one choice of type arguments. */
export class EnumInstance extends DatatypeInstance implements EnumType {
  readonly kind = "enum";
  readonly #declared: DeclaredDatatype & { readonly kind: "enum" };
  readonly #parts: InstanceParts;
  #variants: EnumType["variants"] | undefined;

  constructor(declared: DeclaredDatatype & { readonly kind: "enum" }, parts: InstanceParts) {
    super(declared, parts);
    this.#declared = declared;
    this.#parts = parts;
  }

  get depth(): number {
    return this.#parts.depthOf(this);
  }

  get make(): EnumType["make"] {
    return this.#declared.make;
  }

  get variants(): EnumType["variants"] {
    this.#variants ??= this.#declared.variants.map(({ name, fields }) => ({
      name,
      fieldNames: fields.map((field) => field.name),
      fields: fields.map(this.#parts.closed),
    }));
    return this.#variants;
  }
}
