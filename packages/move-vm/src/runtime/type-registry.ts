import type { TypeToken } from "../format/compiled-module.ts";
import { ExecutionError } from "./execution-error.ts";
import type { DeclaredDatatype, LinkedModule } from "./linked-module.ts";
import { ModuleLinkError } from "./module-link-error.ts";
import type { InstantiatedType } from "./module-linker.ts";
import { ABILITY, type PrimitiveKind, type PrimitiveType, type RuntimeType, type VectorType } from "./runtime-type.ts";

const VALUE_ABILITIES = ABILITY.copy | ABILITY.drop | ABILITY.store;
const PRIMITIVE_KINDS: readonly PrimitiveKind[] = ["bool", "u8", "u16", "u32", "u64", "u128", "u256", "address", "signer"];
/** Deepest type the machine makes; a generic function that calls itself with ever deeper types meets it. */
export const TYPE_DEPTH_MAX = 64;

/** Makes each closed type once, so that types are equal if and only if they are the same object. */
export class TypeRegistry {
  readonly #types = new Map<string, RuntimeType>();
  readonly #primitives = new Map<PrimitiveKind, PrimitiveType>();
  readonly #vectors = new Map<RuntimeType, VectorType>();
  readonly #declarations = new Map<RuntimeType, DeclaredDatatype>();
  readonly #beingMade = new Set<string>();

  constructor() {
    for (const kind of PRIMITIVE_KINDS) {
      const abilities = kind === "signer" ? ABILITY.drop : VALUE_ABILITIES;
      const type: PrimitiveType = { kind, key: kind, abilities, depth: 1, operations: undefined };
      this.#primitives.set(kind, type);
      this.#types.set(kind, type);
    }
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

  vectorOf(element: RuntimeType): VectorType {
    const known = this.#vectors.get(element);
    if (known !== undefined) return known;
    const type: VectorType = {
      kind: "vector",
      key: `vector<${element.key}>`,
      abilities: VALUE_ABILITIES & element.abilities,
      depth: deeper(element.depth),
      operations: undefined,
      element,
    };
    this.#vectors.set(element, type);
    this.#types.set(type.key, type);
    return type;
  }

  /** The type of a declaration for type arguments, whose number and abilities the caller has checked. */
  datatype(declared: DeclaredDatatype, typeArguments: readonly RuntimeType[]): RuntimeType {
    const key = keyOf(declared, typeArguments);
    const known = this.#types.get(key);
    if (known !== undefined) return known;
    if (this.#beingMade.has(key)) throw new ModuleLinkError("recursive_type", `${key} contains itself`);
    this.#beingMade.add(key);
    try {
      const type = this.#make(declared, typeArguments, key);
      this.#types.set(key, type);
      this.#declarations.set(type, declared);
      return type;
    } finally {
      this.#beingMade.delete(key);
    }
  }

  /** The type of a token of `owner`'s tables that is not a reference. */
  closed(owner: LinkedModule, token: TypeToken, typeArguments: readonly RuntimeType[]): RuntimeType {
    switch (token.kind) {
      case "vector":
        return this.vectorOf(this.closed(owner, token.element, typeArguments));
      case "type-parameter": {
        const type = typeArguments[token.index];
        if (type === undefined) throw new Error(`type parameter ${token.index} has no argument`);
        return type;
      }
      case "datatype": {
        const declared = owner.datatypeOfHandle[token.handle];
        if (declared === undefined) throw new Error(`datatype handle ${token.handle} is not resolved`);
        return this.datatype(
          declared,
          token.typeArguments.map((argument) => this.closed(owner, argument, typeArguments)),
        );
      }
      case "reference":
      case "mutable-reference":
        throw new Error("a reference inside a type");
      default:
        return this.primitive(token.kind);
    }
  }

  /** The type of a parameter, local or result. */
  instantiated(owner: LinkedModule, token: TypeToken, typeArguments: readonly RuntimeType[]): InstantiatedType {
    if (token.kind === "reference") return { reference: "immutable", type: this.closed(owner, token.target, typeArguments) };
    if (token.kind === "mutable-reference") return { reference: "mutable", type: this.closed(owner, token.target, typeArguments) };
    return { reference: "none", type: this.closed(owner, token, typeArguments) };
  }

  #make(declared: DeclaredDatatype, typeArguments: readonly RuntimeType[], key: string): RuntimeType {
    const closed = (token: TypeToken) => this.closed(declared.owner, token, typeArguments);
    const common = {
      key,
      abilities: abilitiesOf(declared, typeArguments),
      operations: undefined,
      address: declared.owner.address,
      module: declared.owner.name,
      name: declared.name,
      typeArguments,
    };
    const argumentDepth = Math.max(0, ...typeArguments.map((type) => type.depth));
    if (declared.kind === "struct") {
      const fields = declared.fields.map((field) => closed(field.type));
      const depth = deeper(Math.max(argumentDepth, ...fields.map((type) => type.depth)));
      return { ...common, kind: "struct", depth, fields, fieldNames: declared.fields.map((field) => field.name), make: declared.make };
    }
    const variants = declared.variants.map((variant) => ({
      name: variant.name,
      fieldNames: variant.fields.map((field) => field.name),
      fields: variant.fields.map((field) => closed(field.type)),
    }));
    const depth = deeper(Math.max(argumentDepth, ...variants.flatMap((variant) => variant.fields.map((type) => type.depth))));
    return { ...common, kind: "enum", depth, variants, make: declared.make };
  }
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

function deeper(depth: number): number {
  if (depth >= TYPE_DEPTH_MAX) throw new ExecutionError("limit_exceeded", `Types nest at most ${TYPE_DEPTH_MAX} levels deep.`);
  return depth + 1;
}
