import { BcsReader } from "@sycee/bcs";
import type { CodeUnit, Instruction } from "../format/compiled-module.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import { ModuleLinkError } from "../runtime/module-link-error.ts";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { operationsOf } from "../values/operations-of.ts";
import type { BasicBlock } from "./control-flow-graph.ts";
import { arithmeticCode, castCode, castTarget, comparisonCode, literalCode, literalKind } from "./emit-arithmetic.ts";
import { type FunctionScope, item } from "./function-scope.ts";
import { instructionCost, jumpCost, wideCost } from "./gas-table.ts";
import { isPrimitive } from "./operand-stack.ts";
import type { BlockCode } from "./structure.ts";
import { translateCall } from "./translate-calls.ts";
import { translateDatatype } from "./translate-datatypes.ts";
import { primitiveRead, translateReference } from "./translate-references.ts";
import { translateVector } from "./translate-vectors.ts";

/**
 * The JavaScript of one basic block, which begins by charging for it. An instruction that needs a type beyond the limits ends
 * the block: whoever gets there is told.
 */
export function translateBlock(scope: FunctionScope, code: CodeUnit, block: BasicBlock): BlockCode {
  const { stack } = scope;
  scope.blockGas = 0;
  scope.blockPeak = 0;
  let operand = "";
  for (let offset = block.start; offset < block.end; offset += 1) {
    const instruction = item(code.instructions, offset);
    const before = stack.depth;
    try {
      if (instruction.op === "BrTrue" || instruction.op === "BrFalse") operand = stack.expression(stack.pop());
      else if (instruction.op === "VariantSwitch") operand = `${stack.expression(stack.pop())}.t`;
      else translateInstruction(scope, instruction, offset);
    } catch (error) {
      if (!(error instanceof ExecutionError)) throw error;
      stack.abandon(`typeFault(${scope.use(error.detail)},${scope.place(offset)});`);
      operand = "0";
      break;
    }
    scope.blockPeak = Math.max(scope.blockPeak, stack.depth);
    const { op, index } = instruction;
    scope.blockGas += op === "Branch" ? jumpCost(scope.prices, offset, index) : instructionCost(scope.prices, op, stack.depth - before);
  }
  const statements = stack.finish();
  const gas = scope.blockGas === 0 ? "" : `if((${scope.gas}-=${scope.blockGas})<0)outOfGas(${scope.place(block.start)});`;
  return { statements: `${gas}\n${statements}\n`, operand, terminator: block.terminator };
}

function translateInstruction(scope: FunctionScope, instruction: Instruction, offset: number): void {
  const translated =
    translateReference(scope, instruction, offset) ||
    translateCall(scope, instruction, offset) ||
    translateDatatype(scope, instruction, offset) ||
    translateVector(scope, instruction, offset) ||
    translateOperator(scope, instruction, offset);
  if (!translated) translatePlain(scope, instruction, offset);
}

/** Literals, arithmetic, comparisons, casts and logic. */
function translateOperator(scope: FunctionScope, { op, literal }: Instruction, offset: number): boolean {
  const { stack } = scope;
  const value = (type: RuntimeType) => ({ reference: "none", type }) as const;
  const bool = value(scope.types.primitive("bool"));
  const kind = literalKind(op);
  const target = castTarget(op);
  if (kind !== undefined) {
    stack.pushAtom(literalCode(kind, literal), value(scope.types.primitive(kind)));
    return true;
  }
  if (target !== undefined) {
    const source = stack.pop();
    const code = castCode(target, source.type, stack.atom(source), scope.place(offset));
    stack.pushExpression(code, value(scope.types.primitive(target)));
    return true;
  }
  switch (op) {
    case "Add":
    case "Sub":
    case "Mul":
    case "Div":
    case "Mod":
    case "BitAnd":
    case "BitOr":
    case "Xor":
    case "Shl":
    case "Shr": {
      const right = stack.atom(stack.pop());
      const left = stack.pop();
      if (left.type.kind === "u128" || left.type.kind === "u256") scope.blockGas += wideCost(scope.prices, op);
      stack.pushExpression(arithmeticCode(op, left.type, stack.atom(left), right, scope.place(offset)), value(left.type));
      return true;
    }
    case "Lt":
    case "Gt":
    case "Le":
    case "Ge": {
      const right = stack.atom(stack.pop());
      const left = stack.pop();
      stack.pushExpression(comparisonCode(op, left.type, stack.atom(left), right), bool);
      return true;
    }
    case "Eq":
    case "Neq":
      stack.pushExpression(equalityCode(scope, op === "Neq", offset), bool);
      return true;
    case "And":
    case "Or": {
      const right = stack.atom(stack.pop());
      stack.pushExpression(`(${stack.atom(stack.pop())}${op === "And" ? "&&" : "||"}${right})`, bool);
      return true;
    }
    case "Not":
      stack.pushExpression(`(!${stack.expression(stack.pop())})`, bool);
      return true;
    default:
      return false;
  }
}

function equalityCode(scope: FunctionScope, isNegated: boolean, offset: number): string {
  const { stack } = scope;
  const rightOperand = stack.pop();
  const leftOperand = stack.pop();
  const { type, reference } = leftOperand;
  if (isPrimitive(type)) {
    const [left, right] = [leftOperand, rightOperand].map((operand) =>
      reference === "mutable" ? primitiveRead(scope, operand) : stack.expression(operand),
    );
    return `(${left}${isNegated ? "!==" : "==="}${right})`;
  }
  const right = stack.atom(rightOperand);
  const left = stack.atom(leftOperand);
  scope.chargeForValue(type, left, scope.prices.comparedByte, offset);
  return `${isNegated ? "(!" : "("}${scope.use(operationsOf(type))}.equals(${left},${right}))`;
}

function translatePlain(scope: FunctionScope, { op, index }: Instruction, offset: number): void {
  const { stack } = scope;
  switch (op) {
    case "Nop":
    case "Branch":
      return;
    case "LdTrue":
    case "LdFalse":
      stack.pushAtom(op === "LdTrue" ? "true" : "false", { reference: "none", type: scope.types.primitive("bool") });
      return;
    case "LdConst":
      pushConstant(scope, index, offset);
      return;
    case "Pop": {
      const operand = stack.pop();
      if (operand.form === "pending") stack.emit(`${operand.code};`);
      return;
    }
    case "Abort":
      stack.emit(`throw aborted(${stack.expression(stack.pop())},${scope.place(offset)});`);
      return;
    case "Ret":
      translateReturn(scope);
      return;
    default:
      throw new Error(`${op} is not translated`);
  }
}

function translateReturn(scope: FunctionScope): void {
  const { stack } = scope;
  const values = stack.popMany(scope.resultCount).map((operand) => stack.expression(operand));
  const result = values.length > 1 ? `[${values.join(",")}]` : values[0];
  if (!scope.countsFrame) {
    stack.emit(result === undefined ? "return;" : `return ${result};`);
    return;
  }
  const leave = "x.depth--;x.slots-=N;";
  stack.emit(result === undefined ? `${leave}return;` : `w=${result};${leave}return w;`);
}

function pushConstant(scope: FunctionScope, index: number, offset: number): void {
  const constant = item(scope.module.compiled.constants, index);
  const type = scope.types.closed(scope.module, constant.type, []);
  scope.refuseTooManyNames(scope.types.namesOf(type), offset);
  const operations = operationsOf(type);
  const reader = new BcsReader(constant.data);
  let value: MoveValue;
  try {
    value = operations.read(reader);
    reader.finish();
  } catch (error) {
    throw new ModuleLinkError("bad_constant", `constant ${index} of ${scope.module.name} is not a ${type.key}: ${String(error)}`);
  }
  const of = { reference: "none", type } as const;
  if (isPrimitive(type)) {
    const isLiteral = typeof value === "number" || typeof value === "boolean";
    scope.stack.pushAtom(isLiteral ? String(value) : scope.use(value), of);
    return;
  }
  scope.blockGas += constant.data.length * scope.prices.copiedByte;
  scope.holdFixed(operations.memory(value), offset);
  scope.stack.pushExpression(`${scope.use(operations)}.copy(${scope.use(value)})`, of);
}
