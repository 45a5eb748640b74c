import { Random } from "../random.ts";
import {
  ADDRESS,
  BITS,
  BOOL,
  INTEGERS,
  type IntegerName,
  integerLiteral,
  literal,
  type MoveType,
  OPT,
  structText,
  typeText,
  U64,
  variantText,
} from "./move-type.ts";

/** A variable in scope: `place` is how code reads it (`x`, or `(*r)` through a reference). */
interface Variable {
  readonly place: string;
  readonly type: MoveType;
  readonly isMutable: boolean;
}

/** A generated function that later ones may call. */
export interface MadeFunction {
  readonly name: string;
  readonly parameters: readonly MoveType[];
  /** The type behind a last parameter `&mut T`, if it has one. */
  readonly borrowed: MoveType | undefined;
  readonly results: readonly MoveType[];
  /** Upper bound of the work of one call. */
  readonly cost: number;
}

const COST_MAX = 3_000;

/** Makes the body of one function, type by type; what it writes compiles, always ends, and seldom aborts. */
export class FunctionMaker {
  readonly #random: Random;
  readonly #types: readonly MoveType[];
  readonly #callable: readonly MadeFunction[];
  readonly #results: readonly MoveType[];
  #variables: Variable[] = [];
  #names = 0;
  #labels: string[] = [];
  #factor = 1;
  cost = 10;

  constructor(random: Random, types: readonly MoveType[], callable: readonly MadeFunction[], results: readonly MoveType[]) {
    this.#random = random;
    this.#types = types;
    this.#callable = callable;
    this.#results = results;
  }

  declare(place: string, type: MoveType, isMutable: boolean): void {
    this.#variables.push({ place, type, isMutable });
  }

  body(): string {
    const lines = Array.from({ length: 2 + this.#random.below(3) }, () => this.#let());
    lines.push(...this.#block(3, 3 + this.#random.below(5)));
    return [...lines, this.#result()].join("\n  ");
  }

  #result(): string {
    const values = this.#results.map((type) => this.expression(type, 2));
    return values.length === 1 ? `${values[0]}` : `(${values.join(", ")})`;
  }

  #name(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  /** Statements in a scope of their own. */
  #block(depth: number, count = 1 + this.#random.below(3)): string[] {
    const before = this.#variables.length;
    const lines = Array.from({ length: count }, () => this.#statement(depth));
    this.#variables.length = before;
    return lines;
  }

  #nested(depth: number): string {
    return `{ ${this.#block(depth).join(" ")} }`;
  }

  #let(): string {
    const type = this.#random.pick(this.#types);
    const value = this.expression(type, 2);
    const name = this.#name("x");
    this.declare(name, type, true);
    return `let mut ${name}: ${typeText(type)} = ${value};`;
  }

  /** Places of the type: variables and their fields. */
  #places(type: MoveType, isMutable: boolean): string[] {
    const wanted = typeText(type);
    const found: string[] = [];
    const visit = (place: string, of: MoveType, depth: number): void => {
      if (typeText(of) === wanted) found.push(place);
      if (of.kind !== "struct" || depth === 0) return;
      for (const field of of.declared.fields) visit(`${owner(place)}.${field.name}`, field.type(of.typeArguments), depth - 1);
    };
    for (const variable of this.#variables) if (variable.isMutable || !isMutable) visit(variable.place, variable.type, 3);
    return found;
  }

  #mutable(type: MoveType): string | undefined {
    const places = this.#places(type, true);
    return places.length === 0 ? undefined : this.#random.pick(places);
  }

  expression(type: MoveType, depth: number): string {
    const random = this.#random;
    const places = this.#places(type, false);
    if (depth <= 0 || random.oneIn(4)) return places.length > 0 && !random.oneIn(4) ? random.pick(places) : literal(type, random);
    this.cost += 6 * this.#factor;
    if (random.oneIn(3)) return this.#anyExpression(type, depth - 1);
    switch (type.kind) {
      case "bool":
        return this.#condition(depth - 1);
      case "integer":
        return this.#integer(type.name, depth - 1);
      case "address":
        return `choose(${this.#condition(depth - 1)}, ${this.expression(type, 0)}, ${this.expression(type, 0)})`;
      case "vector": {
        const length = random.below(4);
        return `vector<${typeText(type.element)}>[${Array.from({ length }, () => this.expression(type.element, depth - 1)).join(", ")}]`;
      }
      case "struct":
        return structText(type, (field) => this.expression(field, depth - 1));
      case "enum":
        return variantText(type, random.pick(type.declared.variants), (field) => this.expression(field, depth - 1));
    }
  }

  /** Forms that fit every type. */
  #anyExpression(type: MoveType, depth: number): string {
    const random = this.#random;
    const text = typeText(type);
    const of = (t: MoveType = type) => this.expression(t, depth);
    const other = random.pick(this.#types);
    const [a, b] = [this.#name("e"), this.#name("e")];
    const forms: (() => string)[] = [
      () => `(if (${this.#condition(depth)}) ${of()} else ${of()})`,
      () => `id<${text}>(${of()})`,
      () => `choose(${this.#condition(depth)}, ${of()}, ${of()})`,
      () => `{ let ${a} = ${of()}; let ${b} = ${of()}; *nearer(${this.#condition(0)}, &${a}, &${b}) }`,
      () => `unbox(box<${text}>(${of()}))`,
      () => `{ let ${a} = box<${text}>(${of()}); *inside(&${a}) }`,
      () => `{ let ${a} = vector<${text}>[${of()}, ${of()}]; ${a}[${random.oneIn(40) ? 2 : random.below(2)}] }`,
      () => `{ let ${a} = vector<${text}>[${of()}, ${of()}]; *lib::at(&${a}, ${random.below(2)}) }`,
      () => `lib::last(&vector<${text}>[${of()}])`,
      () => `{ let mut ${a} = ${of()}; let ${b} = ${of()}; replace(&mut ${a}, ${b}) }`,
      () => `{ let mut ${a} = ${of()}; frozen(&mut ${a}) }`,
      () => `{ let (${a}, ${b}) = unseal(seal<${text}>(${of()}, ${this.#condition(0)})); if (${b}) ${a} else ${of()} }`,
      () => `{ let mut ${a} = seal<${text}>(${of()}, true); let ${b} = ${of()}; touch(&mut ${a}, ${b}); let (u, _) = unseal(${a}); u }`,
      () => `cool(warm<${text}>(${of()}, ${this.#condition(0)}), ${of()})`,
      () => `{ let ${a}: ${typeText(opt(type))} = ${of(opt(type))}; opt_get(&${a}, ${of()}) }`,
      () => `opt_take<${text}>(${of(opt(type))}, ${of()})`,
      () => `{ let ${a}: ${typeText(other)} = ${of(other)}; let ${b}: ${text} = ${of()}; let (u, _) = both(&${a}, &${b}); u }`,
      () => this.#enumMatch(type, depth),
      () => this.#call(type, depth) ?? of(),
      () => this.#call(type, depth) ?? of(),
      () => `(match (${this.expression({ kind: "integer", name: "u8" }, 0)}) { 0 => ${of()}, 1 | 255 => ${of()}, _ => ${of()} })`,
    ];
    if (random.oneIn(200)) return `(if (${this.#condition(0)}) ${this.#abort()} else ${of()})`;
    if (random.oneIn(150)) return `opt_must<${text}>(${of(opt(type))})`;
    return random.pick(forms)();
  }

  #abort(): string {
    return this.#random.pick([
      "abort 3",
      "abort EPlain",
      "abort ERefused",
      "abort ECounted",
      `abort ${integerLiteral("u64", this.#random)}`,
    ]);
  }

  #call(type: MoveType, depth: number): string | undefined {
    const wanted = typeText(type);
    const fitting = this.#callable.filter(
      ({ results, cost }) => results.some((result) => typeText(result) === wanted) && this.cost + cost * this.#factor < COST_MAX,
    );
    if (fitting.length === 0) return undefined;
    const called = this.#random.pick(fitting);
    this.cost += called.cost * this.#factor;
    const values = called.parameters.map((parameter) => this.expression(parameter, depth - 1));
    const names = called.results.map(() => this.#name("c"));
    const index = called.results.findIndex((result) => typeText(result) === wanted);
    const lets = values.map((value) => [this.#name("e"), value] as const);
    const before = lets.map(([name, value], at) => `let ${name}: ${typeText(called.parameters[at] ?? BOOL)} = ${value};`).join(" ");
    let borrowed = "";
    let fresh = "";
    if (called.borrowed !== undefined) {
      const place = this.#mutable(called.borrowed);
      const name = this.#name("m");
      if (place === undefined) fresh = `let mut ${name}: ${typeText(called.borrowed)} = ${literal(called.borrowed, this.#random)};`;
      borrowed = place === undefined ? `&mut ${name}` : `&mut ${place}`;
    }
    const all = [...lets.map(([name]) => name), ...(borrowed === "" ? [] : [borrowed])].join(", ");
    const pattern = names.length === 1 ? names[0] : `(${names.join(", ")})`;
    return `{ ${before} ${fresh} let ${pattern} = ${called.name}(${all}); ${names[index]} }`;
  }

  #enumMatch(type: MoveType, depth: number): string {
    const enums = this.#variables.filter((variable) => variable.type.kind === "enum");
    if (enums.length === 0) return this.expression(type, depth);
    const { place, type: of } = this.#random.pick(enums);
    if (of.kind !== "enum") return this.expression(type, depth);
    const byValue = this.#random.oneIn(2);
    const arms = of.declared.variants.map((variant) => {
      const before = this.#variables.length;
      const names = variant.fields.map(() => this.#name("b"));
      for (const [index, field] of variant.fields.entries()) {
        this.declare(byValue ? (names[index] ?? "") : `(*${names[index]})`, field.type(of.typeArguments), false);
      }
      const value = this.expression(type, depth);
      this.#variables.length = before;
      const head = `${of.declared.name}::${variant.name}`;
      if (variant.form === "unit") return `${head} => ${value}`;
      const binders =
        variant.form === "positional"
          ? `(${names.join(", ")})`
          : ` { ${variant.fields.map((f, i) => `${f.name}: ${names[i]}`).join(", ")} }`;
      return `${head}${binders} => ${value}`;
    });
    // By reference the variable stays borrowed, so a copy is looked at: an arm may write to the variable.
    const copy = this.#name("k");
    return `{ let ${copy} = ${place}; match (${byValue ? copy : `&${copy}`}) { ${arms.join(", ")} } }`;
  }

  #condition(depth: number): string {
    const random = this.#random;
    const of = (type: MoveType) => this.expression(type, depth - 1);
    const number = random.pick(INTEGERS);
    const any = random.pick(this.#types);
    const [a, b] = [this.#name("e"), this.#name("e")];
    const sign = random.pick(["<", "<=", ">", ">=", "==", "!="]);
    const forms = [
      () => `(${of(number)} ${sign} ${of(number)})`,
      () => `(${of(number)} ${sign} ${of(number)})`,
      () => `(${of(number)} ${sign} ${of(number)})`,
      () => `(${of(any)} == ${of(any)})`,
      () => `(${of(any)} != ${of(any)})`,
      () => `{ let ${a}: ${typeText(any)} = ${of(any)}; let ${b}: ${typeText(any)} = ${of(any)}; same(&${a}, &${b}) }`,
      () => `{ let mut ${a}: ${typeText(any)} = ${of(any)}; let mut ${b}: ${typeText(any)} = ${of(any)}; differ(&mut ${a}, &mut ${b}) }`,
      () => `(${of(ADDRESS)} == ${of(ADDRESS)})`,
      () => `(!${of(BOOL)})`,
      () => `(${of(BOOL)} && ${of(BOOL)})`,
      () => `(${of(BOOL)} || ${of(BOOL)})`,
      () => `even(${random.below(12)})`,
    ];
    if (depth <= 0) return random.pick([...this.#places(BOOL, false), "true", "false", ...this.#comparisons()]);
    return random.pick(forms)();
  }

  #comparisons(): string[] {
    const type = this.#random.pick(INTEGERS);
    if (type.kind !== "integer") return [];
    return this.#places(type, false).map(
      (place) => `(${place} ${this.#random.pick(["<", ">", "=="])} ${integerLiteral(type.name, this.#random)})`,
    );
  }

  #integer(name: IntegerName, depth: number): string {
    const random = this.#random;
    const bits = BITS[name];
    const type: MoveType = { kind: "integer", name };
    const e = () => this.expression(type, depth);
    const small = () => `${random.below(100)}${name}`;
    const [a, b] = [this.#name("e"), this.#name("e")];
    const from = random.pick(INTEGERS);
    const amount = () =>
      random.oneIn(2)
        ? `${random.below(bits)}u8`
        : bits === 256
          ? this.expression({ kind: "integer", name: "u8" }, 0)
          : `(${this.expression({ kind: "integer", name: "u8" }, 0)} % ${bits})`;
    const tame = [
      () => `(${e()} / 2 + ${e()} / 2)`,
      () => `{ let ${a} = ${e()}; let ${b} = ${e()}; if (${a} > ${b}) ${a} - ${b} else ${b} - ${a} }`,
      () => `((${e()} % 11) * (${e()} % 13))`,
      () => `(${e()} / (${e()} % 5 + 1))`,
      () => `(${e()} % (${e()} / 2 + 1))`,
      () => `(${e()} & ${e()})`,
      () => `(${e()} | ${e()})`,
      () => `(${e()} ^ ${e()})`,
      () => `(${e()} << ${amount()})`,
      () => `(${e()} >> ${amount()})`,
      () => `((${this.expression(from, depth)} % 100) as ${name})`,
      () =>
        `((${this.expression(from, depth)} & ${from.kind === "integer" && BITS[from.name] < bits ? maximum(from.name) : maximum(name)}${from.kind === "integer" ? from.name : ""}) as ${name})`.replace(
          /& (\d+)(u\d+)/,
          (_all, value: string, of: string) => `& ${BigInt(value) > maximum(of as IntegerName) ? maximum(of as IntegerName) : value}${of}`,
        ),
      () => this.#deep(name),
    ];
    if (name === "u64") {
      tame.push(() => {
        const vectors = this.#variables.filter((variable) => variable.type.kind === "vector");
        return vectors.length === 0 ? e() : `${random.pick(vectors).place}.length()`;
      });
      tame.push(() => `down(${random.below(20)})`);
    }
    if (name === "u16") tame.push(() => `seen(ghost<${typeText(random.pick(this.#types))}>(${e()}))`);
    const wild = [
      () => `(${e()} + ${e()})`,
      () => `(${e()} - ${e()})`,
      () => `(${e()} * ${e()})`,
      () => `(${e()} / ${e()})`,
      () => `(${e()} % ${e()})`,
      () => `(${e()} << ${this.expression({ kind: "integer", name: "u8" }, 0)})`,
      () => `(${e()} >> ${this.expression({ kind: "integer", name: "u8" }, 0)})`,
      () => `(${this.expression(from, depth)} as ${name})`,
      ...(name === "u64" ? [() => `lib::half(${e()})`, () => `lib::below(${e()}, ${small()})`] : []),
      ...(name === "u8" ? [() => `lib::less_one(${e()})`] : []),
      ...(name === "u16" ? [() => `lib::narrow(${this.expression({ kind: "integer", name: "u256" }, 1)})`] : []),
    ];
    return random.oneIn(25) ? random.pick(wild)() : random.pick(tame)();
  }

  /** An expression that nests deep. */
  #deep(name: IntegerName): string {
    const random = this.#random;
    const type: MoveType = { kind: "integer", name };
    if (!random.oneIn(6)) return this.expression(type, 1);
    let text = this.expression(type, 0);
    for (let level = 0; level < 5 + random.below(40); level += 1) {
      const leaf = this.expression(type, 0);
      text = random.pick([
        `(${text} ^ ${leaf})`,
        `(${leaf} & ${text})`,
        `(${leaf} | ${text})`,
        `(${text} / 3 + ${leaf} / 3)`,
        `(${leaf} ^ (${text} >> 1))`,
      ]);
    }
    return text;
  }

  #statement(depth: number): string {
    const random = this.#random;
    this.cost += 8 * this.#factor;
    if (random.oneIn(5)) return this.#let();
    if (depth > 0 && random.oneIn(3)) return this.#compound(depth);
    if (this.#labels.length > 0 && random.oneIn(6)) {
      return `if (${this.#condition(1)}) ${random.pick(["break", "continue"])} '${random.pick(this.#labels)};`;
    }
    if (random.oneIn(25)) return `if (${this.#condition(1)}) return ${this.#result()};`;
    if (random.oneIn(40)) return `assert!(${this.#condition(1)}, ${random.pick(["4", "EPlain", "ERefused", "ECounted"])});`;
    return this.#write();
  }

  /** Changes a variable, or a part of one, in one of many ways. */
  #write(): string {
    const random = this.#random;
    const targets = this.#variables.filter((variable) => variable.isMutable);
    if (targets.length === 0) return this.#let();
    let { place, type } = random.pick(targets);
    while (type.kind === "struct" && type.declared.fields.length > 0 && random.oneIn(2)) {
      const field = random.pick(type.declared.fields);
      place = `${owner(place)}.${field.name}`;
      type = field.type(type.typeArguments);
    }
    const text = typeText(type);
    const e = this.#name("e");
    const r = this.#name("r");
    const put = `let ${e}: ${text} = ${this.expression(type, 2)};`;
    const keep = type;
    const target = place.replace(/^\((\*\w+)\)$/, "$1");
    const forms = [
      () => `${target} = ${this.expression(keep, 2)};`,
      () => `{ ${put} *&mut ${target} = ${e}; };`,
      () => `{ ${put} set(&mut ${place}, ${e}); };`,
      () => `{ ${put} let ${r} = &mut ${place}; let was = *${r}; *${r} = ${e}; if (${r} == &was) *${r} = was; };`,
      () => `{ ${put} let ${r} = replace(&mut ${place}, ${e}); ${target} = ${r}; };`,
      () => `{ ${put} let mut h = box<${text}>(${place}); let ${r} = inside_mut(&mut h); *${r} = ${e}; ${target} = *inside(&h); };`,
      () =>
        `{ ${put} let mut w = ${e}; let mut z = ${place}; *further(${this.#condition(1)}, &mut w, &mut z) = ${literal(keep, random)}; ${target} = ${random.pick(["w", "z"])}; };`,
      () =>
        `{ ${put} let mut vs = vector<${text}>[${place}, ${e}, ${place}]; vs.swap(0, ${random.below(3)}); turned(&mut vs); *lib::at_mut(&mut vs, 1) = ${place}; ${target} = vs.pop_back(); };`,
      () =>
        `{ ${put} let mut ov: ${typeText(opt(keep))} = ${this.expression(opt(keep), 1)}; opt_turn(&mut ov, ${e}); ${target} = opt_take(ov, ${place}); };`,
    ];
    if (type.kind === "integer" && type.name === "u64") forms.push(() => `{ ${put} bump(&mut ${place}, ${e}); };`);
    if (type.kind === "vector") {
      const { element } = type;
      const item = `let ${e}: ${typeText(element)} = ${this.expression(element, 2)};`;
      const vector = [
        () => `if (${place}.length() < 8) { ${item} ${place}.push_back(${e}) };`,
        () => `if (${place}.length() > 0) { ${place}.pop_back(); };`,
        () => `if (${place}.length() > 0) { ${item} let at = ${this.expression(U64, 1)} % ${place}.length(); *&mut ${place}[at] = ${e}; };`,
        () => `if (${place}.length() > 0) { ${item} let at = ${place}.length() - 1; let ${r} = &mut ${place}[at]; *${r} = ${e}; };`,
        () => `if (${place}.length() > 1) { let at = ${place}.length() - 1; ${place}.swap(0, at); };`,
        () => `turned(&mut ${place});`,
        () => `grown(&mut ${place});`,
        () => `{ ${item} let n = counted(&${place}, &${e}); if (n > 0) ${place}.push_back(${e}) };`,
      ];
      const risky = [
        () => `${place}.pop_back();`,
        () => `{ let at = ${this.expression(U64, 1)}; let w = ${place}[at]; ${place}.push_back(w); };`,
        () => `{ let at = ${this.expression(U64, 1)}; ${place}.swap(at, ${random.below(3)}); };`,
        () => `lib::emptied(${place});`,
        () => `{ let whole = ${place}; whole.destroy_empty(); };`,
      ];
      forms.push(...vector, ...vector);
      if (random.oneIn(16)) return random.pick(risky)();
    }
    if (type.kind === "enum")
      forms.push(...this.#enumWrites(place, type), ...this.#enumWrites(place, type), ...this.#enumWrites(place, type));
    if (type.kind === "struct") forms.push(() => this.#unpack(place, keep));
    return random.pick(forms)();
  }

  #unpack(place: string, type: MoveType): string {
    if (type.kind !== "struct") throw new Error("not a struct");
    const names = type.declared.fields.map(() => this.#name("u"));
    const pattern = type.declared.fields.map((field, index) => `${field.name}: ${names[index]}`).join(", ");
    const made = structText(type, (field, index) => (this.#random.oneIn(3) ? literal(field, this.#random) : (names[index] ?? "")));
    const uses = names.map((name) => `let _ = ${name};`).join(" ");
    return `{ let ${type.declared.name} { ${pattern} } = ${place}; ${place.replace(/^\((\*\w+)\)$/, "$1")} = ${made}; ${uses} };`;
  }

  /** Changes the fields of the variant that is there, through references to them. */
  #enumWrites(place: string, type: MoveType & { kind: "enum" }): (() => string)[] {
    return [
      () => {
        const lets: string[] = [];
        const arms = type.declared.variants.map((variant) => {
          const names = variant.fields.map(() => this.#name("b"));
          const body = variant.fields.map((field, index) => {
            const value = this.#name("e");
            const fieldType = field.type(type.typeArguments);
            lets.push(`let ${value}: ${typeText(fieldType)} = ${this.expression(fieldType, 1)};`);
            return this.#random.oneIn(2) ? `*${names[index]} = ${value};` : `set(${names[index]}, ${value});`;
          });
          const next = this.#random.oneIn(3)
            ? `*w = ${variantText(type, this.#random.pick(type.declared.variants), (field) => literal(field, this.#random))};`
            : "";
          const head = `${type.declared.name}::${variant.name}`;
          const binders =
            variant.form === "unit"
              ? ""
              : variant.form === "positional"
                ? `(${names.join(", ")})`
                : ` { ${variant.fields.map((f, i) => `${f.name}: ${names[i]}`).join(", ")} }`;
          return `${head}${binders} => { ${body.join(" ")} ${next} }`;
        });
        return `{ ${lets.join(" ")} let w = &mut ${place}; match (w) { ${arms.join(", ")} } };`;
      },
    ];
  }

  #compound(depth: number): string {
    const random = this.#random;
    const c = this.#condition(1);
    switch (random.below(7)) {
      case 0:
        return `if (${c}) ${this.#nested(depth - 1)};`;
      case 1:
        return `if (${c}) ${this.#nested(depth - 1)} else ${this.#nested(depth - 1)};`;
      case 2:
        return `match (${c}) { true => ${this.#nested(depth - 1)}, false => ${this.#nested(depth - 1)} };`;
      case 3:
        return `if (${c}) ${this.#nested(depth - 1)} else if (${this.#condition(1)}) ${this.#nested(depth - 1)} else ${this.#nested(depth - 1)};`;
      default:
        return this.#loop(depth);
    }
  }

  #loop(depth: number): string {
    const random = this.#random;
    const times = 1 + random.below(4);
    if (this.#factor * times > 30 || this.cost > COST_MAX / 2) return `if (${this.#condition(1)}) ${this.#nested(depth - 1)};`;
    const counter = this.#name("i");
    const label = this.#name("l");
    this.#factor *= times;
    this.#labels.push(label);
    const body = this.#nested(depth - 1);
    const condition = this.#condition(1);
    this.#labels.pop();
    this.#factor /= times;
    const step = `${counter} = ${counter} + 1;`;
    const start = `let mut ${counter} = 0u64;`;
    switch (random.below(3)) {
      case 0:
        return `${start} '${label}: while (${counter} < ${times}) { ${step} ${body} };`;
      case 1:
        return `${start} '${label}: loop { if (${counter} == ${times}) break '${label}; ${step} ${body}; if (${condition}) continue '${label}; };`;
      default:
        return `${start} '${label}: while (${condition}) { ${step} ${body}; if (${counter} >= ${times}) break '${label}; };`
          .replace("; {", "; {")
          .replace(`{ ${step}`, `{ if (${counter} >= ${times}) break '${label}; ${step}`);
    }
  }
}

function opt(type: MoveType): MoveType {
  return { kind: "enum", declared: OPT, typeArguments: [type] };
}

/** How a field of the place is named: through a reference without a star. */
function owner(place: string): string {
  return place.replace(/^\(\*(\w+)\)$/, "$1");
}

function maximum(name: IntegerName): bigint {
  return (1n << BigInt(BITS[name])) - 1n;
}
