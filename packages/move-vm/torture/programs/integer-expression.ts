import type { ExpressionMaker } from "./expression-maker.ts";
import { BITS, INTEGERS, type IntegerName, type MoveType, typeText } from "./move-type.ts";

/** An integer expression of a width. */
export function integerExpression(maker: ExpressionMaker, name: IntegerName, depth: number): string {
  const random = maker.scope.random;
  const bits = BITS[name];
  const type: MoveType = { kind: "integer", name };
  const e = () => maker.expression(type, depth);
  const small = () => `${random.below(100)}${name}`;
  const [a, b] = [maker.scope.name("e"), maker.scope.name("e")];
  const from = random.pick(INTEGERS);
  const amount = () =>
    random.oneIn(2)
      ? `${random.below(bits)}u8`
      : bits === 256
        ? maker.expression({ kind: "integer", name: "u8" }, 0)
        : `(${maker.expression({ kind: "integer", name: "u8" }, 0)} % ${bits})`;
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
    () => `((${maker.expression(from, depth)} % 100) as ${name})`,
    () =>
      `((${maker.expression(from, depth)} & ${from.kind === "integer" && BITS[from.name] < bits ? maximum(from.name) : maximum(name)}${from.kind === "integer" ? from.name : ""}) as ${name})`.replace(
        /& (\d+)(u\d+)/,
        (_all, value: string, of: string) => `& ${BigInt(value) > maximum(of as IntegerName) ? maximum(of as IntegerName) : value}${of}`,
      ),
    () => deep(maker, name),
  ];
  if (name === "u64") {
    tame.push(() => {
      const vectors = maker.scope.variables.filter((variable) => variable.type.kind === "vector");
      return vectors.length === 0 ? e() : `${random.pick(vectors).place}.length()`;
    });
    tame.push(() => `down(${random.below(20)})`);
  }
  if (name === "u16") tame.push(() => `seen(ghost<${typeText(random.pick(maker.scope.types))}>(${e()}))`);
  const wild = [
    () => `(${e()} + ${e()})`,
    () => `(${e()} - ${e()})`,
    () => `(${e()} * ${e()})`,
    () => `(${e()} / ${e()})`,
    () => `(${e()} % ${e()})`,
    () => `(${e()} << ${maker.expression({ kind: "integer", name: "u8" }, 0)})`,
    () => `(${e()} >> ${maker.expression({ kind: "integer", name: "u8" }, 0)})`,
    () => `(${maker.expression(from, depth)} as ${name})`,
    ...(name === "u64" ? [() => `lib::half(${e()})`, () => `lib::below(${e()}, ${small()})`] : []),
    ...(name === "u8" ? [() => `lib::less_one(${e()})`] : []),
    ...(name === "u16" ? [() => `lib::narrow(${maker.expression({ kind: "integer", name: "u256" }, 1)})`] : []),
  ];
  return random.oneIn(25) ? random.pick(wild)() : random.pick(tame)();
}

/** An expression that nests deep. */
function deep(maker: ExpressionMaker, name: IntegerName): string {
  const random = maker.scope.random;
  const type: MoveType = { kind: "integer", name };
  if (!random.oneIn(6)) return maker.expression(type, 1);
  let text = maker.expression(type, 0);
  for (let level = 0; level < 5 + random.below(40); level += 1) {
    const leaf = maker.expression(type, 0);
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

function maximum(name: IntegerName): bigint {
  return (1n << BigInt(BITS[name])) - 1n;
}
