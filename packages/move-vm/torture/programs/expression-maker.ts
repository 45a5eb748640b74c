import { integerExpression } from "./integer-expression.ts";
import type { MakerScope } from "./maker-scope.ts";
import { orderedExpression } from "./ordered-expression.ts";
import { ADDRESS, BOOL, INTEGERS, integerLiteral, literal, type MoveType, OPT, structText, typeText, variantText } from "./move-type.ts";

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

/** Bound of what one function may cost. */
export const COST_MAX = 3_000;

/** Makes expressions of a type: they compile, and seldom abort. */
export class ExpressionMaker {
  readonly scope: MakerScope;
  readonly #callable: readonly MadeFunction[];

  constructor(scope: MakerScope, callable: readonly MadeFunction[]) {
    this.scope = scope;
    this.#callable = callable;
  }

  expression(type: MoveType, depth: number): string {
    const random = this.scope.random;
    const places = this.scope.places(type, false);
    if (depth <= 0 || random.oneIn(4)) return places.length > 0 && !random.oneIn(4) ? random.pick(places) : literal(type, random);
    this.scope.cost += 6 * this.scope.factor;
    if (random.oneIn(3)) return this.#anyExpression(type, depth - 1);
    switch (type.kind) {
      case "bool":
        return this.condition(depth - 1);
      case "integer":
        return integerExpression(this, type.name, depth - 1);
      case "address":
        return `choose(${this.condition(depth - 1)}, ${this.expression(type, 0)}, ${this.expression(type, 0)})`;
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

  condition(depth: number): string {
    const random = this.scope.random;
    const of = (type: MoveType) => this.expression(type, depth - 1);
    const number = random.pick(INTEGERS);
    const any = random.pick(this.scope.types);
    const [a, b] = [this.scope.name("e"), this.scope.name("e")];
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
    if (depth <= 0) return random.pick([...this.scope.places(BOOL, false), "true", "false", ...this.#comparisons()]);
    return random.pick(forms)();
  }

  /** Forms that fit every type. */
  #anyExpression(type: MoveType, depth: number): string {
    const random = this.scope.random;
    const text = typeText(type);
    const of = (t: MoveType = type) => this.expression(t, depth);
    const other = random.pick(this.scope.types);
    const [a, b] = [this.scope.name("e"), this.scope.name("e")];
    const forms: (() => string)[] = [
      () => `(if (${this.condition(depth)}) ${of()} else ${of()})`,
      () => `id<${text}>(${of()})`,
      () => `choose(${this.condition(depth)}, ${of()}, ${of()})`,
      () => `{ let ${a} = ${of()}; let ${b} = ${of()}; *nearer(${this.condition(0)}, &${a}, &${b}) }`,
      () => `unbox(box<${text}>(${of()}))`,
      () => `{ let ${a} = box<${text}>(${of()}); *inside(&${a}) }`,
      () => `{ let ${a} = vector<${text}>[${of()}, ${of()}]; ${a}[${random.oneIn(40) ? 2 : random.below(2)}] }`,
      () => `{ let ${a} = vector<${text}>[${of()}, ${of()}]; *lib::at(&${a}, ${random.below(2)}) }`,
      () => `lib::last(&vector<${text}>[${of()}])`,
      () => `{ let mut ${a} = ${of()}; let ${b} = ${of()}; replace(&mut ${a}, ${b}) }`,
      () => `{ let mut ${a} = ${of()}; frozen(&mut ${a}) }`,
      () => `{ let (${a}, ${b}) = unseal(seal<${text}>(${of()}, ${this.condition(0)})); if (${b}) ${a} else ${of()} }`,
      () => `{ let mut ${a} = seal<${text}>(${of()}, true); let ${b} = ${of()}; touch(&mut ${a}, ${b}); let (u, _) = unseal(${a}); u }`,
      () => `cool(warm<${text}>(${of()}, ${this.condition(0)}), ${of()})`,
      () => `{ let ${a}: ${typeText(opt(type))} = ${of(opt(type))}; opt_get(&${a}, ${of()}) }`,
      () => `opt_take<${text}>(${of(opt(type))}, ${of()})`,
      () => `{ let ${a}: ${typeText(other)} = ${of(other)}; let ${b}: ${text} = ${of()}; let (u, _) = both(&${a}, &${b}); u }`,
      () => this.#enumMatch(type, depth),
      () => this.call(type, depth) ?? of(),
      () => this.call(type, depth) ?? of(),
      () => (this.scope.order === undefined ? of() : orderedExpression(this, type, depth, false)),
      () => `(match (${this.expression({ kind: "integer", name: "u8" }, 0)}) { 0 => ${of()}, 1 | 255 => ${of()}, _ => ${of()} })`,
    ];
    if (random.oneIn(200)) return `(if (${this.condition(0)}) ${this.#abort()} else ${of()})`;
    if (random.oneIn(150)) return `opt_must<${text}>(${of(opt(type))})`;
    return random.pick(forms)();
  }

  #abort(): string {
    return this.scope.random.pick([
      "abort 3",
      "abort EPlain",
      "abort ERefused",
      "abort ECounted",
      `abort ${integerLiteral("u64", this.scope.random)}`,
    ]);
  }

  /** A call of a function made before that answers such a value, as an operand or behind statements; `undefined` if none fits. */
  call(type: MoveType, depth: number): string | undefined {
    const wanted = typeText(type);
    const fitting = this.#callable.filter(
      ({ results, cost }) => results.some((result) => typeText(result) === wanted) && this.scope.cost + cost * this.scope.factor < COST_MAX,
    );
    if (fitting.length === 0) return undefined;
    const called = this.scope.random.pick(fitting);
    this.scope.cost += called.cost * this.scope.factor;
    const values = called.parameters.map((parameter) => this.expression(parameter, depth - 1));
    const { place, fresh } = this.#lent(called.borrowed);
    const lent = place === undefined ? [] : [`&mut ${place}`];
    if (called.results.length === 1 && this.scope.random.oneIn(2)) {
      const direct = `${called.name}(${[...values, ...lent].join(", ")})`;
      return fresh === "" ? direct : `{ ${fresh} ${direct} }`;
    }
    const lets = values.map((value) => [this.scope.name("e"), value] as const);
    const before = lets.map(([name, value], at) => `let ${name}: ${typeText(called.parameters[at] ?? BOOL)} = ${value};`).join(" ");
    const names = called.results.map(() => this.scope.name("c"));
    const index = called.results.findIndex((result) => typeText(result) === wanted);
    const pattern = names.length === 1 ? names[0] : `(${names.join(", ")})`;
    return `{ ${before} ${fresh} let ${pattern} = ${called.name}(${[...lets.map(([name]) => name), ...lent].join(", ")}); ${names[index]} }`;
  }

  /** A place to lend to a call that wants a mutable reference, and the statement that makes it where there is none. */
  #lent(type: MoveType | undefined): { readonly place: string | undefined; readonly fresh: string } {
    if (type === undefined) return { place: undefined, fresh: "" };
    const place = this.scope.mutable(type);
    if (place !== undefined) return { place, fresh: "" };
    const name = this.scope.name("m");
    return { place: name, fresh: `let mut ${name}: ${typeText(type)} = ${literal(type, this.scope.random)};` };
  }

  #enumMatch(type: MoveType, depth: number): string {
    const enums = this.scope.variables.filter((variable) => variable.type.kind === "enum");
    if (enums.length === 0) return this.expression(type, depth);
    const { place, type: of } = this.scope.random.pick(enums);
    if (of.kind !== "enum") return this.expression(type, depth);
    const byValue = this.scope.random.oneIn(2);
    const arms = of.declared.variants.map((variant) => {
      const before = this.scope.variables.length;
      const names = variant.fields.map(() => this.scope.name("b"));
      for (const [index, field] of variant.fields.entries()) {
        this.scope.declare(byValue ? (names[index] ?? "") : `(*${names[index]})`, field.type(of.typeArguments), false);
      }
      const value = this.expression(type, depth);
      this.scope.variables.length = before;
      const head = `${of.declared.name}::${variant.name}`;
      if (variant.form === "unit") return `${head} => ${value}`;
      const binders =
        variant.form === "positional"
          ? `(${names.join(", ")})`
          : ` { ${variant.fields.map((f, i) => `${f.name}: ${names[i]}`).join(", ")} }`;
      return `${head}${binders} => ${value}`;
    });
    // By reference the variable stays borrowed, so a copy is looked at: an arm may write to the variable.
    const copy = this.scope.name("k");
    return `{ let ${copy} = ${place}; match (${byValue ? copy : `&${copy}`}) { ${arms.join(", ")} } }`;
  }

  #comparisons(): string[] {
    const type = this.scope.random.pick(INTEGERS);
    if (type.kind !== "integer") return [];
    return this.scope
      .places(type, false)
      .map((place) => `(${place} ${this.scope.random.pick(["<", ">", "=="])} ${integerLiteral(type.name, this.scope.random)})`);
  }
}

/** The type of an optional value of a type. */
export function opt(type: MoveType): MoveType {
  return { kind: "enum", declared: OPT, typeArguments: [type] };
}
