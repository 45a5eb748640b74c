import type { Instruction } from "../format/compiled-module.ts";
import { VECTOR_FAULT } from "../runtime/execution-error.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import { heldBytes, VECTOR_BYTES } from "../values/memory-size.ts";
import { type FunctionScope, item } from "./function-scope.ts";
import { isPrimitive } from "./operand-stack.ts";
import { namesOfTokens } from "./type-names.ts";

/** Vectors. Answers whether the instruction was one of these. */
export function translateVector(scope: FunctionScope, { op, index, literal }: Instruction, offset: number): boolean {
  if (!op.startsWith("Vec")) return false;
  const { stack } = scope;
  const element = scope.onlyType(index);
  scope.refuseTooManyNames(scope.ownNames() + namesOfTokens(item(scope.module.compiled.signatures, index)), offset);
  const place = scope.place(offset);
  switch (op) {
    case "VecPack": {
      scope.refuseTooDeep(element, offset);
      scope.holdFixed(VECTOR_BYTES + Number(literal) * heldBytes(element), offset);
      const values = stack.popMany(Number(literal)).map((operand) => stack.expression(operand));
      stack.pushExpression(`[${values.join(",")}]`, { reference: "none", type: scope.types.vectorOf(element) });
      return true;
    }
    case "VecUnpack": {
      const vector = stack.atom(stack.pop());
      stack.emit(`if(${vector}.length!==${literal})vectorFault(${place},${VECTOR_FAULT.unpackOfOtherLength});`);
      for (let position = 0; position < Number(literal); position += 1) {
        stack.pushExpression(`${vector}[${position}]`, { reference: "none", type: element });
      }
      return true;
    }
    case "VecLen":
      stack.pushExpression(`${stack.expression(stack.pop())}.length`, { reference: "none", type: scope.types.primitive("u64") });
      return true;
    case "VecImmBorrow":
      borrowElement(scope, element, "immutable", place);
      return true;
    case "VecMutBorrow":
      borrowElement(scope, element, "mutable", place);
      return true;
    case "VecPushBack": {
      const value = stack.pop();
      const vector = stack.pop();
      const isBytes = element.kind === "u8";
      const target = isBytes ? stack.atom(vector) : stack.expression(vector);
      const pushed = `${target}.push(${stack.expression(value)})`;
      // While the engine moves a vector to a larger place it has both: charged whenever the length is a power of two.
      stack.emit(`if(((w=${pushed})&(w-1))===0)hold(x,w*${2 * heldBytes(element)},${place});`);
      if (isBytes) stack.emit(`if(${target}.image!==undefined)keepLastByte(${target});`);
      return true;
    }
    case "VecPopBack": {
      const vector = stack.atom(stack.pop());
      stack.pushExpression(`(${vector}.length>0?${vector}.pop():vectorFault(${place},${VECTOR_FAULT.popFromEmpty}))`, {
        reference: "none",
        type: element,
      });
      return true;
    }
    case "VecSwap": {
      const [vector, left, right] = stack.popMany(3).map((operand) => stack.expression(operand));
      stack.emit(`${element.kind === "u8" ? "swapBytes" : "swapElements"}(${vector},${left},${right},${place});`);
      return true;
    }
    default:
      throw new Error(`${op} is not translated`);
  }
}

function borrowElement(scope: FunctionScope, element: RuntimeType, reference: "immutable" | "mutable", place: string): void {
  const { stack } = scope;
  const position = stack.atom(stack.pop());
  const vector = stack.atom(stack.pop());
  const guard = /^\d+$/.test(position) ? "" : `typeof ${position}==="number"&&`;
  const inBounds = `${guard}${position}<${vector}.length`;
  if (reference === "mutable" && isPrimitive(element)) {
    stack.emit(`if(!(${inBounds}))vectorFault(${place},${VECTOR_FAULT.indexOutOfBounds});`);
    stack.push({ form: "element", code: vector, part: position, reference, type: element });
  } else {
    stack.pushExpression(`(${inBounds}?${vector}[${position}]:vectorFault(${place},${VECTOR_FAULT.indexOutOfBounds}))`, {
      reference,
      type: element,
    });
  }
}
