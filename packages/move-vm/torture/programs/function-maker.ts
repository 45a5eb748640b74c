import type { Random } from "../random.ts";
import { COST_MAX, ExpressionMaker, type MadeFunction } from "./expression-maker.ts";
import { MakerScope, type OrderPlace } from "./maker-scope.ts";
import { orderedExpression } from "./ordered-expression.ts";
import { writeStatement } from "./write-statement.ts";
import { type MoveType, typeText, U64 } from "./move-type.ts";

/** How a function takes down in which order its operands are evaluated: the statement at its head, and where. */
const ORDERS: readonly (readonly [declaration: string, place: OrderPlace])[] = [
  ["let mut order = 7u64;", { reference: "&mut order", value: "order" }],
  ["let mut kept = Kept { first: 5, order: 7 };", { reference: "&mut kept.order", value: "kept.order" }],
  ["let mut kept = 7u64; let order = &mut kept;", { reference: "order", value: "*order" }],
];

/** What a function says about the order in which its operands are evaluated, and whether some of them end the program. */
export type OrderKind = "silent" | "told" | "stopping";

/** Makes the body of one function, type by type; what it writes compiles, always ends, and seldom aborts. */
export class FunctionMaker {
  readonly #scope: MakerScope;
  readonly #make: ExpressionMaker;
  readonly #head: readonly string[];
  readonly #stops: boolean;
  /** Without the order, which is answered last. */
  readonly #values: readonly MoveType[];

  constructor(random: Random, types: readonly MoveType[], callable: readonly MadeFunction[], values: readonly MoveType[], kind: OrderKind) {
    const [declaration, place] = kind === "silent" ? [] : random.pick(ORDERS);
    this.#scope = new MakerScope(random, types, place);
    this.#make = new ExpressionMaker(this.#scope, callable);
    this.#values = values;
    this.#head = declaration === undefined ? [] : [declaration];
    this.#stops = kind === "stopping";
  }

  /** Types of what the function answers. */
  get results(): readonly MoveType[] {
    return this.#scope.order === undefined ? this.#values : [...this.#values, U64];
  }

  get cost(): number {
    return this.#scope.cost;
  }

  declare(place: string, type: MoveType, isMutable: boolean): void {
    this.#scope.declare(place, type, isMutable);
  }

  body(): string {
    const lines = Array.from({ length: 2 + this.#scope.random.below(3) }, () => this.#let());
    lines.push(...this.#block(3, 3 + this.#scope.random.below(5)));
    if (this.#stops) lines.push(this.#ordered(), this.#ordered());
    return [...this.#head, ...lines, this.#result()].join("\n  ");
  }

  #ordered(): string {
    const type = this.#scope.random.pick(this.#scope.types);
    return `let ${this.#scope.name("o")}: ${typeText(type)} = ${orderedExpression(this.#make, type, 3, true)};`;
  }

  #result(): string {
    const values = this.#values.map((type) => this.#make.expression(type, 2));
    if (this.#scope.order !== undefined) values.push(this.#scope.order.value);
    return values.length === 1 ? `${values[0]}` : `(${values.join(", ")})`;
  }

  /** Statements in a scope of their own. */
  #block(depth: number, count = 1 + this.#scope.random.below(3)): string[] {
    const before = this.#scope.variables.length;
    const lines = Array.from({ length: count }, () => this.#statement(depth));
    this.#scope.variables.length = before;
    return lines;
  }

  #nested(depth: number): string {
    return `{ ${this.#block(depth).join(" ")} }`;
  }

  #let(): string {
    const type = this.#scope.random.pick(this.#scope.types);
    const value = this.#make.expression(type, 2);
    const name = this.#scope.name("x");
    this.#scope.declare(name, type, true);
    return `let mut ${name}: ${typeText(type)} = ${value};`;
  }

  #statement(depth: number): string {
    const random = this.#scope.random;
    this.#scope.cost += 8 * this.#scope.factor;
    if (random.oneIn(5)) return this.#let();
    if (depth > 0 && random.oneIn(3)) return this.#compound(depth);
    if (this.#scope.labels.length > 0 && random.oneIn(6)) {
      return `if (${this.#make.condition(1)}) ${random.pick(["break", "continue"])} '${random.pick(this.#scope.labels)};`;
    }
    if (random.oneIn(25)) return `if (${this.#make.condition(1)}) return ${this.#result()};`;
    if (random.oneIn(40)) return `assert!(${this.#make.condition(1)}, ${random.pick(["4", "EPlain", "ERefused", "ECounted"])});`;
    return writeStatement(this.#make, () => this.#let());
  }

  #compound(depth: number): string {
    const random = this.#scope.random;
    const c = this.#make.condition(1);
    switch (random.below(7)) {
      case 0:
        return `if (${c}) ${this.#nested(depth - 1)};`;
      case 1:
        return `if (${c}) ${this.#nested(depth - 1)} else ${this.#nested(depth - 1)};`;
      case 2:
        return `match (${c}) { true => ${this.#nested(depth - 1)}, false => ${this.#nested(depth - 1)} };`;
      case 3:
        return `if (${c}) ${this.#nested(depth - 1)} else if (${this.#make.condition(1)}) ${this.#nested(depth - 1)} else ${this.#nested(depth - 1)};`;
      default:
        return this.#loop(depth);
    }
  }

  #loop(depth: number): string {
    const random = this.#scope.random;
    const times = 1 + random.below(4);
    if (this.#scope.factor * times > 30 || this.#scope.cost > COST_MAX / 2)
      return `if (${this.#make.condition(1)}) ${this.#nested(depth - 1)};`;
    const counter = this.#scope.name("i");
    const label = this.#scope.name("l");
    this.#scope.factor *= times;
    this.#scope.labels.push(label);
    const body = this.#nested(depth - 1);
    const condition = this.#make.condition(1);
    this.#scope.labels.pop();
    this.#scope.factor /= times;
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
