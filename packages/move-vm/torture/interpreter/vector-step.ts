import type { Instruction } from "../../src/format/compiled-module.ts";
import type { RuntimeType } from "../../src/runtime/runtime-type.ts";
import type { Frame } from "./checked-interpreter.ts";
import { at, Reference, Scalar, Sequence, type Value } from "./value.ts";
import { Violation } from "./violation.ts";

/** Instructions on vectors. */
export function vectorStep(frame: Frame, { op, index, literal }: Instruction): undefined {
  const { types, clock } = frame.run_;
  const [element, ...more] = frame.signature(index);
  if (element === undefined || more.length > 0) throw new Violation("a vector instruction with other than one type");
  const vector = types.vectorOf(element);
  switch (op) {
    case "VecPack": {
      const items = Array.from({ length: Number(literal) }, () => frame.popValue(element)).reverse();
      frame.push(new Sequence(vector, items));
      return undefined;
    }
    case "VecUnpack": {
      const { items } = sequence(frame.popValue(vector));
      if (BigInt(items.length) !== literal) throw frame.stop("vector_error");
      for (const item of items) frame.push(item);
      return undefined;
    }
    case "VecLen":
      frame.push(new Scalar(types.primitive("u64"), BigInt(referred(frame, vector, false).items.length)));
      return undefined;
    case "VecImmBorrow":
    case "VecMutBorrow": {
      const position = u64(frame);
      const isMutable = op === "VecMutBorrow";
      const owner = frame.popReference(vector, isMutable);
      if (position >= sequence(owner.cell.value).items.length) throw frame.stop("vector_error");
      frame.pushPart(owner, position, isMutable);
      return undefined;
    }
    case "VecPushBack": {
      const value = frame.popValue(element);
      const owner = frame.popReference(vector, true);
      const into = sequence(owner.cell.value);
      into.items.push(value);
      frame.checkSize(into);
      owner.cell.written(owner, clock);
      return undefined;
    }
    case "VecPopBack": {
      const owner = frame.popReference(vector, true);
      const last = sequence(owner.cell.value).items.pop();
      if (last === undefined) throw frame.stop("vector_error");
      owner.cell.written(owner, clock);
      frame.push(last);
      return undefined;
    }
    default: {
      const right = u64(frame);
      const left = u64(frame);
      const owner = frame.popReference(vector, true);
      const { items } = sequence(owner.cell.value);
      if (left >= items.length || right >= items.length) throw frame.stop("vector_error");
      [items[left], items[right]] = [at(items, right), at(items, left)];
      owner.cell.written(owner, clock);
      return undefined;
    }
  }
}

function referred(frame: Frame, type: RuntimeType, isMutable: boolean): Sequence {
  const reference: Reference = frame.popReference(type, isMutable);
  return sequence(reference.cell.value);
}

function sequence(value: Value): Sequence {
  if (!(value instanceof Sequence)) throw new Violation(`a ${value.type.key} is no vector`);
  return value;
}

function u64(frame: Frame): number {
  const value = frame.popValue(frame.run_.types.primitive("u64"));
  return value instanceof Scalar ? Number(value.value) : Number.NaN;
}
