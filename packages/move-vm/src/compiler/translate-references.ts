import type { Instruction } from "../format/compiled-module.ts";
import { operationsOf } from "../values/operations-of.ts";
import { type FunctionScope, item } from "./function-scope.ts";
import { isPrimitive, type Operand } from "./operand-stack.ts";

/** Locals, and references to locals and fields. Answers whether the instruction was one of these. */
export function translateReference(scope: FunctionScope, { op, index }: Instruction, offset: number): boolean {
  const { stack } = scope;
  switch (op) {
    case "CopyLoc":
    case "MoveLoc":
      pushLocal(scope, index, op === "CopyLoc", offset);
      return true;
    case "StLoc": {
      const value = stack.expression(stack.pop());
      const name = `l${index}`;
      if (scope.boxed.has(index)) {
        stack.emit(`${name}.v=${value};`);
        return true;
      }
      stack.release(name);
      stack.emit(`${name}=${value};`);
      return true;
    }
    case "ImmBorrowLoc": {
      const of = { reference: "immutable", type: scope.local(index).type } as const;
      if (scope.boxed.has(index)) stack.pushExpression(`l${index}.v`, of);
      else stack.pushAtom(`l${index}`, of);
      return true;
    }
    case "MutBorrowLoc": {
      const form = scope.boxed.has(index) ? "box" : "atom";
      stack.push({ form, code: `l${index}`, part: "", reference: "mutable", type: scope.local(index).type });
      return true;
    }
    case "ImmBorrowField":
    case "ImmBorrowFieldGeneric":
      borrowField(scope, fieldOf(scope, index, op === "ImmBorrowFieldGeneric"), "immutable");
      return true;
    case "MutBorrowField":
    case "MutBorrowFieldGeneric":
      borrowField(scope, fieldOf(scope, index, op === "MutBorrowFieldGeneric"), "mutable");
      return true;
    case "ReadRef":
      readReference(scope, offset);
      return true;
    case "WriteRef":
      writeReference(scope);
      return true;
    case "FreezeRef":
      freeze(scope);
      return true;
    default:
      return false;
  }
}

/** Reads a mutable reference to a primitive. */
export function primitiveRead(scope: FunctionScope, operand: Operand): string {
  const { form, code, part } = operand;
  if (form === "field") return `${code}.f${part}`;
  if (form === "element") return `${code}[${part}]`;
  if (form === "box") return `${code}.v`;
  return `${scope.stack.expression(operand)}.get()`;
}

function pushLocal(scope: FunctionScope, index: number, isCopy: boolean, offset: number): void {
  const { stack } = scope;
  const of = scope.local(index);
  const name = `l${index}`;
  if (scope.boxed.has(index)) {
    stack.pushExpression(`${name}.v`, of);
  } else if (isCopy && of.reference === "none" && !isPrimitive(of.type)) {
    stack.settle();
    if (scope.onlyReads(offset + 1)) {
      scope.chargeForValue(of.type, name, scope.prices.copiedByte, offset);
      stack.pushAtom(name, of);
    } else {
      scope.chargeForCopy(of.type, name, offset);
      stack.pushExpression(`${scope.use(operationsOf(of.type))}.copy(${name})`, of);
    }
  } else {
    stack.pushAtom(name, of);
  }
}

function fieldOf(scope: FunctionScope, index: number, isGeneric: boolean): number {
  const { fieldHandles, fieldInstantiations } = scope.module.compiled;
  return item(fieldHandles, isGeneric ? item(fieldInstantiations, index).generic : index).field;
}

function borrowField(scope: FunctionScope, field: number, reference: "immutable" | "mutable"): void {
  const { stack } = scope;
  const owner = stack.pop();
  if (owner.type.kind !== "struct") throw new Error(`field of ${owner.type.key}`);
  const type = item(owner.type.fields, field);
  if (reference === "immutable") stack.pushExpression(`${stack.expression(owner)}.f${field}`, { reference, type });
  else stack.push({ form: "field", code: stack.atom(owner), part: `${field}`, reference, type });
}

function readReference(scope: FunctionScope, offset: number): void {
  const { stack } = scope;
  const operand = stack.pop();
  const { type } = operand;
  const of = { reference: "none", type } as const;
  if (!isPrimitive(type)) {
    const value = stack.atom(operand);
    scope.chargeForCopy(type, value, offset);
    if (scope.onlyReads(offset + 1)) stack.pushAtom(value, of);
    else stack.pushExpression(`${scope.use(operationsOf(type))}.copy(${value})`, of);
  } else if (operand.reference === "immutable") {
    stack.push({ ...operand, reference: "none" });
  } else {
    stack.pushExpression(primitiveRead(scope, operand), of);
  }
}

function writeReference(scope: FunctionScope): void {
  const { stack } = scope;
  const target = stack.pop();
  const reference = target.form === "pending" ? stack.atom(target) : target.code;
  if (target.form === "element" && target.type.kind === "u8") {
    const byte = stack.atom(stack.pop());
    stack.emit(`${reference}[${target.part}]=${byte};if(${reference}.image!==undefined)${reference}.image[${target.part}]=${byte};`);
    return;
  }
  const value = stack.expression(stack.pop());
  if (target.form === "field") stack.emit(`${reference}.f${target.part}=${value};`);
  else if (target.form === "element") stack.emit(`${reference}[${target.part}]=${value};`);
  else if (target.form === "box") stack.emit(`${reference}.v=${value};`);
  else if (isPrimitive(target.type)) stack.emit(`${reference}.set(${value});`);
  else stack.emit(`${scope.use(operationsOf(target.type))}.assign(${reference},${value});`);
}

function freeze(scope: FunctionScope): void {
  const { stack } = scope;
  const operand = stack.pop();
  const of = { reference: "immutable", type: operand.type } as const;
  if (isPrimitive(operand.type)) stack.pushExpression(primitiveRead(scope, operand), of);
  else if (operand.form === "field") stack.pushExpression(stack.expression(operand), of);
  else stack.push({ ...operand, ...of });
}
