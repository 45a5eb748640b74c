import { Random } from "../random.ts";
import type { MadeFunction } from "./expression-maker.ts";
import { FunctionMaker, type OrderKind } from "./function-maker.ts";
import {
  ADDRESS,
  BOOL,
  BOX,
  type DeclaredEnum,
  type DeclaredStruct,
  INTEGERS,
  literal,
  type MoveType,
  OPT,
  typeText,
} from "./move-type.ts";
import { PRELUDE } from "./prelude.ts";

/** A generated module. Program `p<i>` takes nothing and answers one or more values of `results[i]`. */
export interface RandomModule {
  readonly name: string;
  /** Without closing tests, which are appended once results are known. */
  readonly source: string;
  readonly results: readonly (readonly MoveType[])[];
}

/** A module of so many programs, grown from a seed. */
export function randomModule(name: string, seed: number, programs: number): RandomModule {
  const random = new Random(seed);
  const { types, text } = declareTypes(random);
  const callable: MadeFunction[] = [];
  const sources: string[] = [];
  const results: (readonly MoveType[])[] = [];
  for (let index = 0; index < programs; index += 1) {
    const made = makeProgram(random, types, callable, index);
    sources.push(made.source);
    results.push(made.results);
    if (made.isCallable) callable.push(made.function);
  }
  return { name, results, source: `#[allow(all)]\nmodule gen::${name};\n${PRELUDE}\n${text}\n${sources.join("\n")}\n` };
}

function makeProgram(random: Random, types: readonly MoveType[], callable: readonly MadeFunction[], index: number) {
  const isBare = random.oneIn(6);
  const kind: OrderKind = isBare ? "silent" : random.pick(["silent", "silent", "told", "stopping"] as const);
  const parameters = Array.from({ length: isBare ? 0 : random.below(4) }, () => random.pick(types));
  const borrowed = !isBare && random.oneIn(2) ? random.pick(types) : undefined;
  const values = Array.from({ length: !isBare && random.oneIn(3) ? 1 + random.below(3) : 1 }, () => random.pick(types));
  const maker = new FunctionMaker(random, types, callable.slice(-12), values, kind);
  for (const [at, type] of parameters.entries()) maker.declare(`a${at}`, type, true);
  if (borrowed !== undefined) maker.declare("(*r)", borrowed, true);
  const { results } = maker;
  const body = maker.body().replaceAll("&(*r)", "&*r");
  const name = `f${index}`;
  const asked = parameters.map((type, at) => `mut a${at}: ${typeText(type)}`);
  if (borrowed !== undefined) asked.push(`r: &mut ${typeText(borrowed)}`);
  const answer = (list: readonly MoveType[]) => (list.length === 1 ? list.map(typeText).join("") : `(${list.map(typeText).join(", ")})`);
  const given = parameters.map((type) => literal(type, random));
  const all = borrowed === undefined ? results : [...results, borrowed];
  const names = results.map((_, at) => `z${at}`);
  const pattern = names.length === 1 ? names[0] : `(${names.join(", ")})`;
  const call = `${name}(${[...given, ...(borrowed === undefined ? [] : ["&mut m"])].join(", ")})`;
  const program =
    borrowed === undefined
      ? `public fun p${index}(): ${answer(all)} { ${call} }`
      : `public fun p${index}(): ${answer(all)} { let mut m: ${typeText(borrowed)} = ${literal(borrowed, random)}; let ${pattern} = ${call}; (${[...names, "m"].join(", ")}) }`;
  const made: MadeFunction = { name, parameters, borrowed, results, cost: maker.cost };
  return {
    source: `fun ${name}(${asked.join(", ")}): ${answer(results)} {\n  ${body}\n}\n${program}`,
    results: all,
    function: made,
    isCallable: kind !== "stopping",
  };
}

/** Structs and enums of the module, and the types its programs work with. */
function declareTypes(random: Random): { types: readonly MoveType[]; text: string } {
  const types: MoveType[] = [BOOL, ADDRESS, ...INTEGERS, ...INTEGERS];
  const lines: string[] = [];
  const grow = (): void => {
    const of = random.pick(types);
    types.push({ kind: "vector", element: of });
    const held = random.pick(types);
    types.push({ kind: "struct", declared: BOX, typeArguments: [held] });
    types.push({ kind: "enum", declared: OPT, typeArguments: [random.pick(types)] });
  };
  for (let index = 0; index < 4; index += 1) {
    const fields = Array.from({ length: 1 + random.below(4) }, (_, at) => ({ name: `s${at}`, type: random.pick(types) }));
    const declared: DeclaredStruct = { name: `S${index}`, fields: fields.map(({ name, type }) => ({ name, type: () => type })) };
    lines.push(
      `public struct S${index} has copy, drop, store { ${fields.map(({ name, type }) => `${name}: ${typeText(type)}`).join(", ")} }`,
    );
    types.push({ kind: "struct", declared, typeArguments: [] });
    grow();
  }
  for (let index = 0; index < 2; index += 1) {
    const variants = Array.from({ length: 1 + random.below(4) }, (_, at) => {
      const form = random.pick(["unit", "positional", "named"] as const);
      const count = form === "unit" ? 0 : 1 + random.below(3);
      const fields = Array.from({ length: count }, (_unused, field) => ({
        name: form === "named" ? `n${field}` : `${field}`,
        type: random.pick(types),
      }));
      return { name: `V${at}`, form, fields };
    });
    const declared: DeclaredEnum = {
      name: `E${index}`,
      variants: variants.map(({ name, form, fields }) => ({
        name,
        form,
        fields: fields.map((field) => ({ name: field.name, type: () => field.type })),
      })),
    };
    const texts = variants.map(({ name, form, fields }) => {
      if (form === "unit") return name;
      if (form === "positional") return `${name}(${fields.map(({ type }) => typeText(type)).join(", ")})`;
      return `${name} { ${fields.map((field) => `${field.name}: ${typeText(field.type)}`).join(", ")} }`;
    });
    lines.push(`public enum E${index} has copy, drop, store { ${texts.join(", ")} }`);
    types.push({ kind: "enum", declared, typeArguments: [] });
    grow();
  }
  const hidden = types.filter((type) => depthOf(type) <= 5 && widthOf(type) <= 24);
  return { types: hidden, text: lines.join("\n") };
}

function depthOf(type: MoveType): number {
  const parts = partsOf(type);
  return 1 + Math.max(0, ...parts.map(depthOf));
}

function widthOf(type: MoveType): number {
  const parts = partsOf(type);
  return parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + widthOf(part), 0);
}

function partsOf(type: MoveType): readonly MoveType[] {
  if (type.kind === "vector") return [type.element];
  if (type.kind === "struct") return type.declared.fields.map((field) => field.type(type.typeArguments));
  if (type.kind === "enum")
    return type.declared.variants.flatMap((variant) => variant.fields.map((field) => field.type(type.typeArguments)));
  return [];
}
