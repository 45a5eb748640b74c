import type { Opcode } from "../format/opcodes.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";

/** Integer types, by how values of them are represented. */
type IntegerKind = "u8" | "u16" | "u32" | "u64" | "u128" | "u256";

const BITS: { readonly [kind in IntegerKind]: number } = { u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256 };
const SAFE_MAX = `${Number.MAX_SAFE_INTEGER}`;
const SYMBOLS: { readonly [op in Opcode]?: string } = { Add: "+", Sub: "-", Mul: "*", BitAnd: "&", BitOr: "|", Xor: "^" };
const WIDE: { readonly [op in Opcode]?: string } = {
  Add: "add64",
  Sub: "sub64",
  Mul: "mul64",
  Div: "div64",
  Mod: "mod64",
  BitAnd: "and64",
  BitOr: "or64",
  Xor: "xor64",
  Shl: "shl64",
  Shr: "shr64",
};
const COMPARISONS: { readonly [op in Opcode]?: string } = { Lt: "<", Gt: ">", Le: "<=", Ge: ">=" };
const CASTS: { readonly [op in Opcode]?: IntegerKind } = {
  CastU8: "u8",
  CastU16: "u16",
  CastU32: "u32",
  CastU64: "u64",
  CastU128: "u128",
  CastU256: "u256",
};
const LITERALS: { readonly [op in Opcode]?: IntegerKind } = {
  LdU8: "u8",
  LdU16: "u16",
  LdU32: "u32",
  LdU64: "u64",
  LdU128: "u128",
  LdU256: "u256",
};

/** The integer type that a cast makes, `undefined` for other opcodes. */
export function castTarget(op: Opcode): IntegerKind | undefined {
  return CASTS[op];
}

/** The integer type of a literal, `undefined` for other opcodes. */
export function literalKind(op: Opcode): IntegerKind | undefined {
  return LITERALS[op];
}

/** A literal in the representation of its type. */
export function literalCode(kind: IntegerKind, value: bigint): string {
  const isNumber = BITS[kind] < 64 || (kind === "u64" && value <= BigInt(Number.MAX_SAFE_INTEGER));
  return isNumber ? `${value}` : `${value}n`;
}

/** An arithmetic, bit or shift operation on atoms; `place` is the pair of arguments that a fault is reported with. */
export function arithmeticCode(op: Opcode, type: RuntimeType, left: string, right: string, place: string): string {
  const kind = integerKind(type);
  const fault = `arithmeticFault(${place})`;
  if (op === "Shl" || op === "Shr") return shiftCode(op, kind, left, right, place);
  if (op === "BitAnd" || op === "BitOr" || op === "Xor") {
    if (kind === "u64") return `${WIDE[op]}(${left},${right})`;
    const code = `(${left}${SYMBOLS[op]}${right})`;
    return kind === "u32" ? `(${code}>>>0)` : code;
  }
  if (op === "Div" || op === "Mod") return quotientCode(op, kind, left, right, place);
  const inRange = op === "Sub" ? `>=${isBig(kind) ? "0n" : "0"}` : `<=${kind === "u64" ? SAFE_MAX : maximum(kind)}`;
  const attempt = `(w=${left}${SYMBOLS[op]}${right})${inRange}?w:`;
  if (kind === "u64") return `(${bothNumbers(left, right)}${attempt}${WIDE[op]}(${left},${right},${place}))`;
  return `(${attempt}${fault})`;
}

/** An ordering of two atoms. */
export function comparisonCode(op: Opcode, type: RuntimeType, left: string, right: string): string {
  const symbol = COMPARISONS[op];
  if (symbol === undefined) throw new Error(`${op} is not a comparison`);
  const plain = `${left}${symbol}${right}`;
  if (integerKind(type) !== "u64") return `(${plain})`;
  const guard = bothNumbers(left, right).slice(0, -2);
  if (guard === "") return `(${plain})`;
  const swapped = op === "Gt" || op === "Le" ? `less64(${right},${left})` : `less64(${left},${right})`;
  return `(${guard}?${plain}:${op === "Lt" || op === "Gt" ? swapped : `!${swapped}`})`;
}

/** A checked conversion of an atom. */
export function castCode(target: IntegerKind, type: RuntimeType, value: string, place: string): string {
  const source = integerKind(type);
  const fault = `arithmeticFault(${place})`;
  if (isBig(target)) {
    if (!isBig(source)) return `BigInt(${value})`;
    return BITS[source] <= BITS[target] ? value : `(${value}<=${maximum(target)}?${value}:${fault})`;
  }
  if (target === "u64") return isBig(source) ? `narrow64(${value},${place})` : value;
  if (BITS[source] <= BITS[target]) return value;
  if (isBig(source)) return `(${value}<=${maximum(target)}n?Number(${value}):${fault})`;
  const guard = source === "u64" ? bothNumbers(value, "0") : "";
  return `(${guard}${value}<=${maximum(target)}?${value}:${fault})`;
}

/**
 * Quotient or remainder. Of safe integers both are exact in floating point: the rounded quotient never reaches the next
 * integer. Numbers below 2^31 take the engine's integer instructions, larger ones avoid its slow remainder of doubles.
 */
function quotientCode(op: "Div" | "Mod", kind: IntegerKind, left: string, right: string, place: string): string {
  const isDivision = op === "Div";
  const fault = `arithmeticFault(${place})`;
  if (isBig(kind)) return `(${right}!==0n?${left}${isDivision ? "/" : "%"}${right}:${fault})`;
  if (kind !== "u64") return `(${right}!==0?${isDivision ? `(${left}/${right})>>>0` : `${left}%${right}`}:${fault})`;
  const small = isDivision ? `${left}/${right}|0` : `${left}%${right}`;
  const large = isDivision ? `Math.floor(${left}/${right})` : `${left}-Math.floor(${left}/${right})*${right}`;
  const numbers = `(${left}<=2147483647?${small}:${large})`;
  const guard = `${bothNumbers(left, right)}${/^[1-9]\d*$/.test(right) ? "" : `${right}!==0&&`}`.slice(0, -2);
  return guard === "" ? numbers : `(${guard}?${numbers}:${WIDE[op]}(${left},${right},${place}))`;
}

function shiftCode(op: "Shl" | "Shr", kind: IntegerKind, value: string, bits: string, place: string): string {
  if (kind === "u64") return `${WIDE[op]}(${value},${bits},${place})`;
  const symbol = op === "Shl" ? "<<" : isBig(kind) ? ">>" : ">>>";
  const amount = isBig(kind) ? `BigInt(${bits})` : bits;
  const shifted = `(${value}${symbol}${amount})`;
  const cut = op === "Shr" ? shifted : kind === "u32" ? `(${shifted}>>>0)` : `(${shifted}&${maximum(kind)})`;
  return kind === "u256" ? cut : `(${bits}<${BITS[kind]}?${cut}:arithmeticFault(${place}))`;
}

/** `typeof` guards for atoms of u64 that are not literals, each followed by `&&`. */
function bothNumbers(left: string, right: string): string {
  return [left, right]
    .filter((atom) => !/^\d+$/.test(atom))
    .map((atom) => `typeof ${atom}==="number"&&`)
    .join("");
}

function maximum(kind: IntegerKind): string {
  const value = (1n << BigInt(BITS[kind])) - 1n;
  return isBig(kind) ? `${value}n` : `${value}`;
}

function isBig(kind: IntegerKind): boolean {
  return kind === "u128" || kind === "u256";
}

function integerKind(type: RuntimeType): IntegerKind {
  switch (type.kind) {
    case "u8":
    case "u16":
    case "u32":
    case "u64":
    case "u128":
    case "u256":
      return type.kind;
    default:
      throw new Error(`arithmetic on ${type.key}`);
  }
}
