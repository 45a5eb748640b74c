import { CODE_GAS, wideCost } from "../../src/compiler/gas-table.ts";
import type { Instruction } from "../../src/format/compiled-module.ts";
import type { PrimitiveKind, PrimitiveType } from "../../src/runtime/runtime-type.ts";
import type { Frame } from "./checked-interpreter.ts";
import { equalValues, Reference, Scalar } from "./value.ts";
import { demand, Violation } from "./violation.ts";

const BITS: { readonly [kind in PrimitiveKind]?: number } = { u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256 };

const COMPARISONS: ReadonlySet<Instruction["op"]> = new Set(["Lt", "Gt", "Le", "Ge"]);

/** Literals, casts, arithmetic, comparisons, logic. */
export function operatorStep(frame: Frame, { op, literal }: Instruction): void {
  const { types } = frame.run_;
  const bool = (value: boolean): void => frame.push(new Scalar(types.primitive("bool"), value));
  if (op === "LdTrue" || op === "LdFalse") return bool(op === "LdTrue");
  const loaded = op.startsWith("Ld") ? kindOf(op.slice(2)) : undefined;
  if (loaded !== undefined) return push(frame, types.primitive(loaded), literal);
  const cast = op.startsWith("Cast") ? kindOf(op.slice(4)) : undefined;
  if (cast !== undefined) return push(frame, types.primitive(cast), integer(frame).value);
  switch (op) {
    case "Not":
      return bool(!frame.popBool());
    case "And":
    case "Or": {
      const right = frame.popBool();
      const left = frame.popBool();
      return bool(op === "And" ? left && right : left || right);
    }
    case "Eq":
    case "Neq":
      return bool(equal(frame) === (op === "Eq"));
    case "Shl":
    case "Shr": {
      const amount = integer(frame);
      demand(amount.type.kind === "u8", "a shift by something other than u8");
      const { type, value } = integer(frame);
      chargeWide(frame, op, type);
      const bits = BITS[type.kind] ?? 0;
      if (amount.value >= BigInt(bits)) throw frame.stop("arithmetic_error");
      return push(frame, type, op === "Shl" ? BigInt.asUintN(bits, value << amount.value) : value >> amount.value);
    }
    default:
      return arithmetic(frame, op);
  }
}

function chargeWide(frame: Frame, op: Instruction["op"], type: PrimitiveType): void {
  if (type.kind === "u128" || type.kind === "u256") frame.run_.gas += wideCost(CODE_GAS, op);
}

function arithmetic(frame: Frame, op: Instruction["op"]): void {
  const { type, value: right } = integer(frame);
  const { type: other, value: left } = integer(frame);
  demand(type === other, `a ${other.key} is calculated with a ${type.key}`);
  if (!COMPARISONS.has(op)) chargeWide(frame, op, type);
  const bool = (value: boolean): void => frame.push(new Scalar(frame.run_.types.primitive("bool"), value));
  switch (op) {
    case "Add":
      return push(frame, type, left + right);
    case "Sub":
      return push(frame, type, left - right);
    case "Mul":
      return push(frame, type, left * right);
    case "Div":
    case "Mod":
      if (right === 0n) throw frame.stop("arithmetic_error");
      return push(frame, type, op === "Div" ? left / right : left % right);
    case "BitAnd":
      return push(frame, type, left & right);
    case "BitOr":
      return push(frame, type, left | right);
    case "Xor":
      return push(frame, type, left ^ right);
    case "Lt":
      return bool(left < right);
    case "Gt":
      return bool(left > right);
    case "Le":
      return bool(left <= right);
    case "Ge":
      return bool(left >= right);
    default:
      throw new Error(`the interpreter does not know ${op}`);
  }
}

function equal(frame: Frame): boolean {
  const right = frame.pop();
  const left = frame.pop();
  if (left instanceof Reference && right instanceof Reference) {
    left.cell.check(left);
    right.cell.check(right);
    demand(left.isMutable === right.isMutable, "references of different mutability are compared");
    frame.chargeFor(left.cell.value, CODE_GAS.comparedByte);
    return equalValues(left.cell.value, right.cell.value);
  }
  if (left instanceof Reference || right instanceof Reference) throw new Violation("a value is compared with a reference");
  frame.checkDrop(left, "compared");
  frame.checkDrop(right, "compared");
  frame.chargeFor(left, CODE_GAS.comparedByte);
  return equalValues(left, right);
}

function integer(frame: Frame): { type: PrimitiveType; value: bigint } {
  const operand = frame.popValue();
  if (!(operand instanceof Scalar) || typeof operand.value !== "bigint") throw new Violation(`a ${operand.type.key} is no integer`);
  return { type: operand.type, value: operand.value };
}

function push(frame: Frame, type: PrimitiveType, value: bigint): void {
  if (value < 0n || value >> BigInt(BITS[type.kind] ?? 0) !== 0n) throw frame.stop("arithmetic_error");
  frame.push(new Scalar(type, value));
}

function kindOf(name: string): "u8" | "u16" | "u32" | "u64" | "u128" | "u256" | undefined {
  switch (name) {
    case "U8":
      return "u8";
    case "U16":
      return "u16";
    case "U32":
      return "u32";
    case "U64":
      return "u64";
    case "U128":
      return "u128";
    case "U256":
      return "u256";
    default:
      return undefined;
  }
}
