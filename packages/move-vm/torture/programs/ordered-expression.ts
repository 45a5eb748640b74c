import type { ExpressionMaker } from "./expression-maker.ts";
import { BITS, BOOL, INTEGERS, literal, type MoveType, structText, typeText, U64, U8, variantText } from "./move-type.ts";

/** Calls without arguments that end the program, each in a way of its own; they fit every type. */
const STOPS = ["stop_plain", "stop_refused", "stop_counted", "stop_broken", "lib::stop"];

/**
 * An expression whose operands are calls: each writes down its number as it is evaluated and, where `stops`, one in four
 * ends the program. What was written down, or how the program ended, tells the order in which they were evaluated.
 */
export function orderedExpression(maker: ExpressionMaker, type: MoveType, depth: number, stops: boolean): string {
  const { random } = maker.scope;
  maker.scope.cost += 6 * maker.scope.factor;
  if (depth <= 0) return operand(maker, type, stops);
  const of = (wanted: MoveType = type) => orderedExpression(maker, wanted, depth - 1, stops);
  if (random.oneIn(2)) {
    const text = typeText(type);
    return random.pick([
      () => operand(maker, type, stops),
      () => `told<${text}>(${of()}, ${mark(maker)})`,
      () => `choose(${of(BOOL)}, ${of()}, ${of()})`,
      () => `third<${text}>(${of()}, ${of()}, ${of()})`,
      () => `id<${text}>(${of()})`,
      () => `(if (${of(BOOL)}) ${of()} else ${of()})`,
      () => `(match (${of(BOOL)}) { true => ${of()}, false => ${of()} })`,
      () => `vector<${text}>[${of()}, ${of()}].pop_back()`,
      () => `box<${text}>(${of()}).held`,
    ])();
  }
  switch (type.kind) {
    case "bool":
      return condition(maker, of);
    case "integer":
      return random.pick([
        () => `(${of()} ^ ${of()})`,
        () => `(${of()} & ${of()})`,
        () => `(${of()} / 3 + ${of()} / 5)`,
        () => `(${of()} % 11 * (${of()} % 13))`,
        () => (stops ? `(${of()} - ${of()})` : `(${of()} | ${of()})`),
        () => (type.name === "u256" ? `(${of()} >> ${of(U8)})` : `(${of()} >> (${of(U8)} % ${BITS[type.name]}))`),
        () => `((${of(random.pick(INTEGERS))} % 100) as ${type.name})`,
      ])();
    case "address":
      return operand(maker, type, stops);
    case "vector":
      return `vector<${typeText(type.element)}>[${Array.from({ length: 1 + random.below(3) }, () => of(type.element)).join(", ")}]`;
    case "struct":
      return structText(type, (field) => of(field));
    case "enum":
      return variantText(type, random.pick(type.declared.variants), (field) => of(field));
  }
}

function condition(maker: ExpressionMaker, of: (type: MoveType) => string): string {
  const { random } = maker.scope;
  const number = random.pick(INTEGERS);
  const any = random.pick(maker.scope.types);
  return random.pick([
    () => `(${of(number)} ${random.pick(["<", "<=", ">", ">="])} ${of(number)})`,
    () => `(${of(any)} ${random.pick(["==", "!="])} ${of(any)})`,
    () => `(${of(BOOL)} && ${of(BOOL)})`,
    () => `(${of(BOOL)} || ${of(BOOL)})`,
    () => `(!${of(BOOL)})`,
  ])();
}

function operand(maker: ExpressionMaker, type: MoveType, stops: boolean): string {
  const { random } = maker.scope;
  const text = typeText(type);
  const places = maker.scope.places(type, false);
  const value = () => (places.length > 0 && random.oneIn(2) ? random.pick(places) : literal(type, random));
  if (stops && random.oneIn(4)) {
    return random.pick([
      ...STOPS.map((name) => () => `${name}<${text}>()`),
      () => `stop_at<${text}>(${100 + random.below(100)})`,
      () => `{ let (s, _) = stop_both<${text}, u8>(); s }`,
      () => `{ stop_nothing(); ${value()} }`,
    ])();
  }
  return random.pick([
    () => `told<${text}>(${value()}, ${mark(maker)})`,
    () => `told<${text}>(${value()}, ${mark(maker)})`,
    () => `told<${text}>(${value()}, ${mark(maker)})`,
    () => `{ tell(${mark(maker)}); ${value()} }`,
    () => `{ let (t, _) = both_told<${text}, ${typeText(U64)}>(${value()}, ${literal(U64, random)}, ${mark(maker)}); t }`,
    () => maker.call(type, 0) ?? value(),
  ])();
}

/** The number that an operand writes down, and where to. */
function mark(maker: ExpressionMaker): string {
  const { order } = maker.scope;
  if (order === undefined) throw new Error("nothing in scope takes down an order");
  return `${1 + maker.scope.random.below(200)}, ${order.reference}`;
}
