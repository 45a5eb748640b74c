import type { TypeToken } from "../format/compiled-module.ts";
import type { DeclaredDatatype, LinkedModule } from "./linked-module.ts";
import type { RuntimeType } from "./runtime-type.ts";

/** How deep the values of a datatype nest: `own` levels, or those of a type argument and so many over it. */
interface Nesting {
  readonly own: number;
  /** By index of the type parameter; those that stand in no field are left out. */
  readonly over: ReadonlyMap<number, number>;
}

const nestings = new WeakMap<DeclaredDatatype, Nesting>();

/**
 * Whether a value of the type may be made, by the rule of Move's own machine: neither it nor a value of any of its type
 * arguments (phantom ones too) nests more than `levelsMax` deep, where what is in vectors counts their levels again at each
 * datatype with type arguments that it is in.
 */
export function nestsWithin(levelsMax: number, type: RuntimeType, declarationOf: (type: RuntimeType) => DeclaredDatatype): boolean {
  /** The levels down to the end of values of a type that are `outside` levels deep in another; `undefined` beyond the limit. */
  const levels = (each: RuntimeType, outside: number): number | undefined => {
    if (each.kind === "vector") return levels(each.element, outside + 1);
    if (each.kind !== "struct" && each.kind !== "enum") return within(outside + 1);
    const { own, over } = nestingOf(declarationOf(each));
    let deepest = own;
    for (const [index, argument] of each.typeArguments.entries()) {
      const below = levels(argument, outside);
      if (below === undefined) return undefined;
      const above = over.get(index);
      if (above !== undefined) deepest = Math.max(deepest, below + above);
    }
    return within(outside + deepest);
  };
  const within = (count: number): number | undefined => (count <= levelsMax ? count : undefined);
  return levels(type, 0) !== undefined;
}

/** Goes down through fields, of which types that were measured have no more than types may nest. */
function nestingOf(declared: DeclaredDatatype): Nesting {
  const known = nestings.get(declared);
  if (known !== undefined) return known;
  const fields = declared.kind === "struct" ? declared.fields : declared.variants.flatMap((variant) => variant.fields);
  let own = 1;
  const over = new Map<number, number>();
  for (const { type } of fields) {
    const field = nestingOfToken(declared.owner, type);
    own = Math.max(own, field.own + 1);
    for (const [index, above] of field.over) over.set(index, Math.max(over.get(index) ?? 0, above + 1));
  }
  const nesting = { own, over };
  nestings.set(declared, nesting);
  return nesting;
}

function nestingOfToken(owner: LinkedModule, token: TypeToken): Nesting {
  if (token.kind === "type-parameter") return { own: 0, over: new Map([[token.index, 0]]) };
  if (token.kind === "vector") {
    const { own, over } = nestingOfToken(owner, token.element);
    return { own: own + 1, over: new Map([...over].map(([index, above]) => [index, above + 1])) };
  }
  if (token.kind !== "datatype") return { own: 1, over: new Map() };
  const declared = owner.datatypeOfHandle[token.handle];
  if (declared === undefined) throw new Error(`datatype handle ${token.handle} is not resolved`);
  const outer = nestingOf(declared);
  let { own } = outer;
  const over = new Map<number, number>();
  for (const [parameter, above] of outer.over) {
    const argument = token.typeArguments[parameter];
    if (argument === undefined) throw new Error(`type parameter ${parameter} has no argument`);
    const inner = nestingOfToken(owner, argument);
    own = Math.max(own, inner.own + above);
    for (const [index, below] of inner.over) over.set(index, Math.max(over.get(index) ?? 0, below + above));
  }
  return { own, over };
}
