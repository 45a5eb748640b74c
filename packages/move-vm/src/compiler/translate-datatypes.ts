import type { Instruction, TypeToken } from "../format/compiled-module.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import { heldBytes } from "../values/memory-size.ts";
import { type FunctionScope, item } from "./function-scope.ts";
import { isPrimitive } from "./operand-stack.ts";
import { namesOfTokens } from "./type-names.ts";

/** Structs and enums, made and taken apart. Answers whether the instruction was one of these. */
export function translateDatatype(scope: FunctionScope, { op, index }: Instruction, offset: number): boolean {
  const isGeneric = op.includes("Generic");
  switch (op) {
    case "Pack":
    case "PackGeneric": {
      const type = scope.struct(index, isGeneric);
      if (op === "PackGeneric") refuseTooManyNames(scope, scope.writtenArguments(op, index), offset);
      scope.refuseTooDeep(type, offset);
      scope.holdFixed(heldBytes(type), offset);
      const values = operands(scope, type.fields.length);
      scope.stack.pushExpression(`new ${scope.use(type.make)}(${values.join(",")})`, { reference: "none", type });
      return true;
    }
    case "Unpack":
    case "UnpackGeneric": {
      const { stack } = scope;
      const type = scope.struct(index, isGeneric);
      pushFields(scope, stack.atom(stack.pop()), type.fields, "none");
      return true;
    }
    case "PackVariant":
    case "PackVariantGeneric": {
      const { type, tag } = scope.variant(index, isGeneric);
      if (op === "PackVariantGeneric") refuseTooManyNames(scope, scope.writtenArguments(op, index), offset);
      scope.refuseTooDeep(type, offset);
      scope.holdFixed(heldBytes(type), offset);
      const values = operands(scope, item(type.variants, tag).fields.length);
      scope.stack.pushExpression(`new ${scope.use(type.make)}(${[tag, ...values].join(",")})`, { reference: "none", type });
      return true;
    }
    case "UnpackVariant":
    case "UnpackVariantGeneric":
      unpackVariant(scope, index, isGeneric, "none", offset);
      return true;
    case "UnpackVariantImmRef":
    case "UnpackVariantGenericImmRef":
      unpackVariant(scope, index, isGeneric, "immutable", offset);
      return true;
    case "UnpackVariantMutRef":
    case "UnpackVariantGenericMutRef":
      unpackVariant(scope, index, isGeneric, "mutable", offset);
      return true;
    default:
      return false;
  }
}

function operands(scope: FunctionScope, count: number): string[] {
  const { stack } = scope;
  return stack.popMany(count).map((operand) => stack.expression(operand));
}

function unpackVariant(
  scope: FunctionScope,
  index: number,
  isGeneric: boolean,
  reference: "none" | "immutable" | "mutable",
  offset: number,
): void {
  const { stack } = scope;
  const { type, tag } = scope.variant(index, isGeneric);
  const owner = stack.atom(stack.pop());
  stack.emit(`if(${owner}.t!==${tag})enumFault(${scope.place(offset)});`);
  pushFields(scope, owner, item(type.variants, tag).fields, reference);
}

/** Pushes an owner's fields, or references to them, in declared order. */
function pushFields(
  scope: FunctionScope,
  owner: string,
  fields: readonly RuntimeType[],
  reference: "none" | "immutable" | "mutable",
): void {
  for (const [field, type] of fields.entries()) {
    if (reference === "mutable" && isPrimitive(type)) {
      scope.stack.push({ form: "field", code: owner, part: `${field}`, reference, type });
    } else {
      scope.stack.pushExpression(`${owner}.f${field}`, { reference, type });
    }
  }
}

function refuseTooManyNames(scope: FunctionScope, typeArguments: readonly TypeToken[], offset: number): void {
  scope.refuseTooManyNames(1 + scope.ownNames() + namesOfTokens(typeArguments), offset);
}
