import type { CompiledModule, TypeToken } from "../format/compiled-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";
import { NONE } from "./short-list.ts";
import type { Payer } from "./verification-meter.ts";
import { CONTAINER_ABILITIES, instanceAbilities, PRIMITIVE_ABILITIES, REFERENCE_ABILITIES } from "./ability-rules.ts";

/** A type of the module, interned: equal types are equal numbers. */
export type TypeId = number;

interface TypeNode {
  readonly kind: TypeToken["kind"];
  /** Datatype handle, or index of a type parameter. */
  readonly index: number;
  /** Element, target, or type arguments. */
  readonly parts: readonly TypeId[];
  /** Whether a type parameter occurs in it. */
  readonly isOpen: boolean;
}

/**
 * The types that occur in a module, each once, so that comparing is comparing numbers and substituting is remembered.
 * Tokens must have passed the bounds and limits passes: recursion here is as deep as a type, at most 256. Its fields are
 * private by type alone: an engine that has not compiled this yet looks a `#` field up as it would any key.
 */
export class TypePool {
  private readonly compiled: CompiledModule;
  private readonly payer: Payer;
  private readonly nodes: TypeNode[] = [];
  /** Types without parts, vectors and references by kind and index or part: the greater part, found without a string. */
  private readonly plain = new Map<TypeToken["kind"], Map<number, TypeId>>();
  /** Datatypes with type arguments. */
  private readonly ids = new Map<string, TypeId>();
  private readonly signatures = new Map<number, readonly TypeId[]>();
  private readonly tokens = new Map<TypeToken, TypeId>();
  /** By signature of type arguments: instance of each open type. */
  private readonly instances = new Map<number, Map<TypeId, TypeId>>();

  constructor(compiled: CompiledModule, payer: Payer) {
    this.compiled = compiled;
    this.payer = payer;
  }

  node(type: TypeId): TypeNode {
    const node = this.nodes[type];
    if (node === undefined) throw new Error("a type of another pool");
    return node;
  }

  /** The type of a token. */
  of(token: TypeToken): TypeId {
    const known = this.tokens.get(token);
    if (known !== undefined) return known;
    const id = this.make(token);
    this.tokens.set(token, id);
    return id;
  }

  /** The types of a signature, by its index. */
  signature(index: number): readonly TypeId[] {
    let types = this.signatures.get(index);
    if (types === undefined) {
      types = (this.compiled.signatures[index] ?? []).map((token) => this.of(token));
      this.signatures.set(index, types);
    }
    return types;
  }

  primitive(kind: TypeToken["kind"]): TypeId {
    return this.plain.get(kind)?.get(0) ?? this.intern(kind, 0, NONE);
  }

  vectorOf(element: TypeId): TypeId {
    return this.intern("vector", 0, [element]);
  }

  referenceTo(target: TypeId, isMutable: boolean): TypeId {
    return this.intern(isMutable ? "mutable-reference" : "reference", 0, [target]);
  }

  /** A datatype with the type arguments of a signature; `undefined` for none. */
  datatype(handle: number, argumentsIndex: number | undefined): TypeId {
    return this.intern("datatype", handle, argumentsIndex === undefined ? NONE : this.signature(argumentsIndex));
  }

  /** `type` with the types of a signature for its type parameters; the type itself if `argumentsIndex` is `undefined`. */
  instantiate(type: TypeId, argumentsIndex: number | undefined): TypeId {
    if (argumentsIndex === undefined || !this.node(type).isOpen) return type;
    let known = this.instances.get(argumentsIndex);
    if (known === undefined) {
      known = new Map();
      this.instances.set(argumentsIndex, known);
    }
    return this.substitute(type, this.signature(argumentsIndex), known);
  }

  /** Abilities of a type where type parameters have `constraints`. `known` remembers them for one choice of constraints. */
  abilities(type: TypeId, constraints: readonly number[], known: Map<TypeId, number>): number {
    const seen = known.get(type);
    if (seen !== undefined) return seen;
    this.payer.charge(1);
    const abilities = this.abilitiesOf(this.node(type), constraints, known);
    known.set(type, abilities);
    return abilities;
  }

  private abilitiesOf({ kind, index, parts }: TypeNode, constraints: readonly number[], known: Map<TypeId, number>): number {
    switch (kind) {
      case "reference":
      case "mutable-reference":
        return REFERENCE_ABILITIES;
      case "type-parameter": {
        const abilities = constraints[index];
        if (abilities === undefined) throw new Error("a type parameter is used before it was checked");
        return abilities;
      }
      case "vector":
        return instanceAbilities(
          CONTAINER_ABILITIES,
          parts.map((part) => this.abilities(part, constraints, known)),
        );
      case "datatype": {
        const handle = this.compiled.datatypeHandles[index];
        if (handle === undefined) throw new Error("a datatype is used before it was checked");
        const counted = parts.filter((_, position) => handle.typeParameters[position]?.isPhantom === false);
        return instanceAbilities(
          handle.abilities,
          counted.map((part) => this.abilities(part, constraints, known)),
        );
      }
      case "signer":
        return ABILITY.drop;
      default:
        return PRIMITIVE_ABILITIES;
    }
  }

  private make(token: TypeToken): TypeId {
    switch (token.kind) {
      case "vector":
        return this.vectorOf(this.of(token.element));
      case "reference":
      case "mutable-reference":
        return this.referenceTo(this.of(token.target), token.kind === "mutable-reference");
      case "type-parameter":
        return this.intern("type-parameter", token.index, NONE);
      case "datatype":
        return this.intern(
          "datatype",
          token.handle,
          token.typeArguments.map((each) => this.of(each)),
        );
      default:
        return this.primitive(token.kind);
    }
  }

  private substitute(type: TypeId, replacements: readonly TypeId[], known: Map<TypeId, TypeId>): TypeId {
    const { kind, index, parts, isOpen } = this.node(type);
    if (!isOpen) return type;
    const seen = known.get(type);
    if (seen !== undefined) return seen;
    const replacement = kind === "type-parameter" ? replacements[index] : undefined;
    if (kind === "type-parameter" && replacement === undefined) throw new Error("a type parameter is used before it was checked");
    const result =
      replacement ??
      this.intern(
        kind,
        index,
        parts.map((part) => this.substitute(part, replacements, known)),
      );
    known.set(type, result);
    return result;
  }

  private intern(kind: TypeToken["kind"], index: number, parts: readonly TypeId[]): TypeId {
    this.payer.charge(2 + parts.length);
    if (kind === "datatype" && parts.length > 0) {
      // The text is longer than what the other kinds are found by.
      this.payer.charge(20 + parts.length);
      const key = `${index} ${parts.join(" ")}`;
      const known = this.ids.get(key);
      if (known !== undefined) return known;
      const id = this.add(kind, index, parts);
      this.ids.set(key, id);
      return id;
    }
    let plain = this.plain.get(kind);
    if (plain === undefined) {
      plain = new Map();
      this.plain.set(kind, plain);
    }
    const which = parts[0] ?? index;
    let id = plain.get(which);
    if (id === undefined) {
      id = this.add(kind, index, parts);
      plain.set(which, id);
    }
    return id;
  }

  private add(kind: TypeToken["kind"], index: number, parts: readonly TypeId[]): TypeId {
    this.nodes.push({ kind, index, parts, isOpen: kind === "type-parameter" || parts.some((part) => this.node(part).isOpen) });
    return this.nodes.length - 1;
  }
}
