import type { TypeToken } from "../format/compiled-module.ts";
import { type CloseField, type DepthOf, EnumInstance, StructInstance } from "./datatype-instance.ts";
import { ExecutionError } from "./execution-error.ts";
import type { DeclaredDatatype, LinkedModule } from "./linked-module.ts";
import { ModuleLinkError } from "./module-link-error.ts";
import type { InstantiatedType } from "./module-linker.ts";
import {
  ABILITY,
  type EnumType,
  type PrimitiveKind,
  type PrimitiveType,
  type RuntimeType,
  type StructType,
  type VectorType,
} from "./runtime-type.ts";

const VALUE_ABILITIES = ABILITY.copy | ABILITY.drop | ABILITY.store;
const PRIMITIVE_KINDS: readonly PrimitiveKind[] = ["bool", "u8", "u16", "u32", "u64", "u128", "u256", "address", "signer"];
/** Most levels that fields, elements and type arguments of a type nest; a generic function that calls itself with ever deeper types meets it. */
export const TYPE_DEPTH_MAX = 256;
/** Most names that a type is written with, as in bytecode: its type arguments, theirs, and so on. */
const TYPE_NAMES_MAX = 256;
/**
 * Most types that a value of one type is made of, counted wherever they stand: a dozen structs of which each has the next
 * one twice would be thousands. It follows from the declarations alone, so that it does not matter what was made before.
 */
export const TYPE_SIZE_MAX = 2_048;

/** What values of a type are made of: levels of nesting, and how many types, each counted as often as it stands there. */
interface Measure {
  readonly depth: number;
  readonly size: number;
}

const PRIMITIVE_MEASURE: Measure = { depth: 1, size: 1 };

/** Makes each closed type once, so that types are equal if and only if they are the same object. */
export class TypeRegistry {
  readonly #types = new Map<string, RuntimeType>();
  readonly #primitives = new Map<PrimitiveKind, PrimitiveType>();
  readonly #vectors = new Map<RuntimeType, VectorType>();
  readonly #declarations = new Map<RuntimeType, DeclaredDatatype>();
  readonly #names = new Map<RuntimeType, number>();
  readonly #measures = new Map<RuntimeType, Measure>();
  readonly #beingMeasured = new Set<RuntimeType>();
  /** What is wrong with types that are beyond the limits. */
  readonly #refusals = new Map<RuntimeType, string>();

  constructor() {
    for (const kind of PRIMITIVE_KINDS) {
      const abilities = kind === "signer" ? ABILITY.drop : VALUE_ABILITIES;
      const type: PrimitiveType = { kind, key: kind, abilities, depth: 1, operations: undefined };
      this.#primitives.set(kind, type);
      this.#types.set(kind, type);
    }
  }

  /** Types made so far. */
  get size(): number {
    return this.#types.size;
  }

  primitive(kind: PrimitiveKind): PrimitiveType {
    const type = this.#primitives.get(kind);
    if (type === undefined) throw new Error(`no primitive type ${kind}`);
    return type;
  }

  /** The interned type of a key that has been made. */
  ofKey(key: string): RuntimeType | undefined {
    return this.#types.get(key);
  }

  /** Throws `ExecutionError` beyond the limits on types. */
  vectorOf(element: RuntimeType): VectorType {
    const type = this.#vectorOf(element);
    this.#checkLimits(type);
    return type;
  }

  /** The type of a declaration for type arguments, whose number and abilities the caller has checked. Throws `ExecutionError` beyond the limits on types. */
  datatype(declared: DeclaredDatatype, typeArguments: readonly RuntimeType[]): RuntimeType {
    const type = this.#datatype(declared, typeArguments);
    this.#checkLimits(type);
    return type;
  }

  /** The type of a token of `owner`'s tables that is not a reference. Throws `ExecutionError` beyond the limits on types. */
  closed(owner: LinkedModule, token: TypeToken, typeArguments: readonly RuntimeType[]): RuntimeType {
    const type = this.#closed(owner, token, typeArguments);
    this.#checkLimits(type);
    return type;
  }

  /** The same of any depth and width: a type argument, of which there may never be a value. */
  named(owner: LinkedModule, token: TypeToken, typeArguments: readonly RuntimeType[]): RuntimeType {
    return this.#closed(owner, token, typeArguments);
  }

  /** The type of a parameter, local or result. Throws `ExecutionError` beyond the limits on types. */
  instantiated(owner: LinkedModule, token: TypeToken, typeArguments: readonly RuntimeType[]): InstantiatedType {
    const result = this.declaredResult(owner, token, typeArguments);
    this.#checkLimits(result.type);
    return result;
  }

  /** The type that code declares of a result, of any depth and width: a function may end before there is a value of it. */
  declaredResult(owner: LinkedModule, token: TypeToken, typeArguments: readonly RuntimeType[]): InstantiatedType {
    if (token.kind === "reference") return { reference: "immutable", type: this.#closed(owner, token.target, typeArguments) };
    if (token.kind === "mutable-reference") return { reference: "mutable", type: this.#closed(owner, token.target, typeArguments) };
    return { reference: "none", type: this.#closed(owner, token, typeArguments) };
  }

  /** The names that a type made here is written with. */
  namesOf(type: RuntimeType): number {
    return this.#names.get(type) ?? 1;
  }

  /** The declaration of a struct or enum made here. */
  declarationOf(type: RuntimeType): DeclaredDatatype {
    const declared = this.#declarations.get(type);
    if (declared === undefined) throw new Error(`${type.key} is not declared`);
    return declared;
  }

  #closed(owner: LinkedModule, token: TypeToken, typeArguments: readonly RuntimeType[]): RuntimeType {
    switch (token.kind) {
      case "vector":
        return this.#vectorOf(this.#closed(owner, token.element, typeArguments));
      case "type-parameter": {
        const type = typeArguments[token.index];
        if (type === undefined) throw new Error(`type parameter ${token.index} has no argument`);
        return type;
      }
      case "datatype": {
        const declared = owner.datatypeOfHandle[token.handle];
        if (declared === undefined) throw new Error(`datatype handle ${token.handle} is not resolved`);
        return this.#datatype(
          declared,
          token.typeArguments.map((argument) => this.#closed(owner, argument, typeArguments)),
        );
      }
      case "reference":
      case "mutable-reference":
        throw new Error("a reference inside a type");
      default:
        return this.primitive(token.kind);
    }
  }

  #vectorOf(element: RuntimeType): VectorType {
    const known = this.#vectors.get(element);
    if (known !== undefined) return known;
    const names = this.#nameCount([element]);
    const depthOf = () => this.#measure(type).depth;
    const type: VectorType = {
      kind: "vector",
      key: `vector<${element.key}>`,
      abilities: VALUE_ABILITIES & element.abilities,
      get depth() {
        return depthOf();
      },
      operations: undefined,
      element,
    };
    this.#names.set(type, names);
    this.#vectors.set(element, type);
    this.#types.set(type.key, type);
    return type;
  }

  #datatype(declared: DeclaredDatatype, typeArguments: readonly RuntimeType[]): RuntimeType {
    const names = this.#nameCount(typeArguments);
    const key = keyOf(declared, typeArguments);
    const known = this.#types.get(key);
    if (known !== undefined) return known;
    const type = this.#make(declared, typeArguments, key);
    this.#names.set(type, names);
    this.#types.set(key, type);
    this.#declarations.set(type, declared);
    return type;
  }

  #make(declared: DeclaredDatatype, typeArguments: readonly RuntimeType[], key: string): StructType | EnumType {
    const depthOf: DepthOf = (type) => this.#measure(type).depth;
    const closed: CloseField = ({ type }) => this.#closed(declared.owner, type, typeArguments);
    const common = { key, abilities: abilitiesOf(declared, typeArguments), typeArguments, depthOf, closed };
    return declared.kind === "struct" ? new StructInstance(declared, common) : new EnumInstance(declared, common);
  }

  /** The names that a type with these type arguments is written with. */
  #nameCount(typeArguments: readonly RuntimeType[]): number {
    const count = typeArguments.reduce((sum, argument) => sum + this.namesOf(argument), 1);
    if (count > TYPE_NAMES_MAX) throw new ExecutionError("limit_exceeded", `A type is written with at most ${TYPE_NAMES_MAX} names.`);
    return count;
  }

  #checkLimits(type: RuntimeType): void {
    const refusal = this.#refusals.get(type);
    if (refusal !== undefined) throw new ExecutionError("limit_exceeded", refusal);
    try {
      this.#measure(type);
    } catch (error) {
      if (error instanceof ExecutionError) this.#refusals.set(type, error.detail);
      throw error;
    }
  }

  /** What values of a type are made of. Goes no deeper and no wider than types may be; `nesting` and `room` are what is used up and left. */
  #measure(type: RuntimeType, nesting = 0, room = TYPE_SIZE_MAX): Measure {
    const parts = partsOf(type);
    const measure = parts === undefined ? PRIMITIVE_MEASURE : (this.#measures.get(type) ?? this.#measureParts(type, parts, nesting, room));
    if (nesting + measure.depth > TYPE_DEPTH_MAX) throw tooDeep();
    if (measure.size > room) throw new ExecutionError("limit_exceeded", `A type is made of at most ${TYPE_SIZE_MAX} types.`);
    return measure;
  }

  #measureParts(type: RuntimeType, parts: () => readonly RuntimeType[], nesting: number, room: number): Measure {
    if (this.#beingMeasured.has(type)) throw new ModuleLinkError("recursive_type", `${type.key} contains itself`);
    if (nesting >= TYPE_DEPTH_MAX) throw tooDeep();
    this.#beingMeasured.add(type);
    try {
      let depth = 0;
      let size = 1;
      for (const part of parts()) {
        const inner = this.#measure(part, nesting + 1, room - size);
        depth = Math.max(depth, inner.depth);
        size += inner.size;
      }
      const measure = { depth: depth + 1, size };
      this.#measures.set(type, measure);
      return measure;
    } finally {
      this.#beingMeasured.delete(type);
    }
  }
}

/** The types of which values of a type are made, if it is not a primitive one; they are made by the call. */
function partsOf(type: RuntimeType): (() => readonly RuntimeType[]) | undefined {
  if (type.kind === "vector") return () => [type.element];
  if (type.kind === "struct") return () => type.fields;
  if (type.kind === "enum") return () => type.variants.flatMap((variant) => variant.fields);
  return undefined;
}

function tooDeep(): ExecutionError {
  return new ExecutionError("limit_exceeded", `Types nest at most ${TYPE_DEPTH_MAX} levels deep.`);
}

/** Whether type arguments fit what a generic thing asks of them: their number and their abilities. */
export function fitsConstraints(constraints: readonly number[], typeArguments: readonly RuntimeType[]): boolean {
  if (constraints.length !== typeArguments.length) return false;
  return constraints.every((asked, index) => (asked & ~(typeArguments[index]?.abilities ?? 0)) === 0);
}

/** An address without leading zeros, as type keys print it. */
export function shortAddress(address: string): string {
  return `0x${address.slice(2).replace(/^0+(?=.)/, "")}`;
}

function keyOf(declared: DeclaredDatatype, typeArguments: readonly RuntimeType[]): string {
  const name = `${shortAddress(declared.owner.address)}::${declared.owner.name}::${declared.name}`;
  return typeArguments.length === 0 ? name : `${name}<${typeArguments.map((type) => type.key).join(", ")}>`;
}

/** An instance has a declared ability if its type arguments, phantom ones aside, have it too (for `key`: `store`). */
function abilitiesOf(declared: DeclaredDatatype, typeArguments: readonly RuntimeType[]): number {
  let abilities = declared.abilities;
  for (const [index, argument] of typeArguments.entries()) {
    if (declared.typeParameters[index]?.isPhantom === true) continue;
    const lent = (argument.abilities & VALUE_ABILITIES) | ((argument.abilities & ABILITY.store) !== 0 ? ABILITY.key : 0);
    abilities &= lent;
  }
  return abilities;
}
