import type { Instruction } from "../format/compiled-module.ts";
import type { InstantiatedType } from "../runtime/module-linker.ts";
import type { DeclaredFunction } from "../runtime/linked-module.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import type { FunctionScope } from "./function-scope.ts";
import { OPERAND_UNIT, OPERANDS_MAX } from "./faults.ts";
import { isPrimitive } from "./operand-stack.ts";
import { namesOfAll } from "./type-names.ts";

/** Calls. Answers whether the instruction was one. */
export function translateCall(scope: FunctionScope, instruction: Instruction, offset: number): boolean {
  if (instruction.op !== "Call" && instruction.op !== "CallGeneric") return false;
  const { stack } = scope;
  const { called, typeArguments } = scope.called(instruction);
  if (instruction.op === "CallGeneric") scope.refuseTooManyNames(1 + scope.ownNames() + namesOfAll(scope.types, typeArguments), offset);
  const nativeResults = called.isNative ? resultTypes(scope, called, typeArguments) : [];
  const operands = stack.popMany(called.parameterTokens.length);
  scope.widestCall = Math.max(scope.widestCall, operands.length);
  if (called.isNative) {
    const native = scope.use(scope.targets.native(called, typeArguments));
    const values = operands.map((operand) => {
      const code = stack.expression(operand);
      return isPlainReference(operand) ? `new LocalReference(${code})` : code;
    });
    callNative(scope, `${native}(${values.join(",")})`, nativeResults, scope.place(offset));
  } else {
    const cell = scope.use(scope.targets.cell(called, typeArguments));
    const call = `${cell}.f(${operands.map((operand) => stack.expression(operand)).join(",")})`;
    pushResults(scope, call, () => resultTypes(scope, called, typeArguments), offset);
  }
  return true;
}

/** Throws `ExecutionError` beyond the limits on types. */
function resultTypes(scope: FunctionScope, called: DeclaredFunction, typeArguments: readonly RuntimeType[]): InstantiatedType[] {
  return called.resultTokens.map((token) => scope.types.instantiated(called.owner, token, typeArguments));
}

/** Whether a value of this type is a primitive that stands for an immutable reference to itself. */
export function isPlainReference(of: InstantiatedType): boolean {
  return of.reference === "immutable" && isPrimitive(of.type);
}

/** Natives know no places and take every reference to a primitive as an object. */
function callNative(scope: FunctionScope, call: string, results: readonly InstantiatedType[], place: string): void {
  const { stack } = scope;
  const name = stack.temporary();
  const [before, after] = gasExchange(scope);
  stack.emit(`let ${name};${before}try{${name}=${call};}catch(e){throw located(e,${place});}${after}`);
  const values = results.length === 1 ? [name] : results.map((_, index) => `${name}[${index}]`);
  for (const [index, of] of results.entries()) {
    stack.pushExpression(isPlainReference(of) ? `${values[index]}.get()` : `${values[index]}`, of);
  }
}

/** Makes the call whatever its results are: what it does comes before anything that is wrong with their types. */
function pushResults(scope: FunctionScope, call: string, resultsOf: () => readonly InstantiatedType[], offset: number): void {
  const { stack } = scope;
  const [before, after] = aroundCall(scope, offset);
  let results: readonly InstantiatedType[];
  try {
    results = resultsOf();
  } catch (error) {
    stack.emit(`${before}${call};${after}`);
    throw error;
  }
  const [only] = results;
  if (only === undefined) {
    stack.emit(`${before}${call};${after}`);
  } else if (results.length === 1 && before === "") {
    stack.pushExpression(call, only);
  } else {
    const name = stack.temporary();
    stack.emit(`${before}const ${name}=${call};${after}`);
    if (results.length === 1) stack.pushAtom(name, only);
    else for (const [index, of] of results.entries()) stack.pushExpression(`${name}[${index}]`, of);
  }
}

/** Statements around a call of code that charges gas itself. */
function gasExchange(scope: FunctionScope): readonly [string, string] {
  return scope.gas === "g" ? ["x.gas=g;", "g=x.gas;"] : ["", ""];
}

/** Statements around a call of compiled code: while it runs, the operands that wait are counted. */
function aroundCall(scope: FunctionScope, offset: number): readonly [string, string] {
  const [before, after] = gasExchange(scope);
  const waiting = scope.stack.depth;
  if (waiting === 0) return [before, after];
  const most = OPERANDS_MAX - (scope.blockPeak - waiting);
  const count = `if((x.slots+=${waiting * OPERAND_UNIT})>=${(most + 1) * OPERAND_UNIT})operandFault(${scope.place(offset)});`;
  return [`${count}${before}`, `${after}x.slots-=${waiting * OPERAND_UNIT};`];
}
