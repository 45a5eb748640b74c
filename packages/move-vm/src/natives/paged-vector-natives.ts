import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { MoveValue, RuntimeType, StructValue } from "../runtime/runtime-type.ts";
import { PageElementReference } from "../state/page-journal.ts";
import { factOf, PAGE_ELEMENTS, PAGE_FACT, PART_ELEMENTS, type PlainPart } from "../state/plain-pages.ts";
import { heldBytes, VECTOR_BYTES } from "../values/memory-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import type { NativeEnvironment, NativeFactory } from "./native-function.ts";
import { runningTransaction } from "./running-transaction.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/**
 * `std::paged_vector`: elements in pages, each an entry of state named by the vector's handle, its first field; its second
 * is its length. The module has checked that every index is below it. Primitives are changed in place, see `PlainPart`.
 */
export const PAGED_VECTOR_NATIVES: Record<string, NativeFactory> = {
  new_handle:
    ({ context }) =>
    () =>
      runningTransaction(context).newHandle(),
  native_get: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        plainElement(plainPart(context, type, vector, index), index),
    ({ context }, type, elementType) =>
      (vector: StructValue, index: number) =>
        copied(context, elementType, elementOf(shared(context, type, vector, index), index)),
  ),
  native_set: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number, value: MoveValue) => {
        const part = plainPart(context, type, vector, index);
        plainElement(part, index);
        runningTransaction(context).writeElement(part, index % PART_ELEMENTS, value);
      },
    ({ context }, type) =>
      (vector: StructValue, index: number, value: MoveValue) => {
        const page = exclusive(context, type, vector, index);
        elementOf(page, index);
        page[index % PAGE_ELEMENTS] = value;
      },
  ),
  native_borrow: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        new LocalReference(plainElement(plainPart(context, type, vector, index), index)),
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        elementOf(shared(context, type, vector, index), index),
  ),
  native_borrow_mut: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number) => {
        const part = plainPart(context, type, vector, index);
        plainElement(part, index);
        return new PageElementReference(runningTransaction(context), part, index % PART_ELEMENTS);
      },
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        elementOf(exclusive(context, type, vector, index), index),
  ),
  native_push_back: pages(
    ({ context }, type, element) =>
      (vector: StructValue, value: MoveValue) => {
        const end = lengthOf(vector);
        chargeMemory(context, memoryOfElement(element, end));
        runningTransaction(context).writeElement(plainPart(context, type, vector, end), end % PART_ELEMENTS, value);
      },
    ({ context }, type, element) =>
      (vector: StructValue, value: MoveValue) => {
        const end = lengthOf(vector);
        chargeMemory(context, memoryOfElement(element, end));
        if (end % PAGE_ELEMENTS === 0) runningTransaction(context).pageAdd(handleOf(vector), type, pageOf(end), [value]);
        else exclusive(context, type, vector, end).push(value);
      },
  ),
  native_pop_back: pages(
    ({ context }, type) =>
      (vector: StructValue) => {
        const last = lengthOf(vector);
        const part = plainPart(context, type, vector, last);
        plainElement(part, last);
        return runningTransaction(context).popElement(part, last % PART_ELEMENTS);
      },
    ({ context }, type) =>
      (vector: StructValue) => {
        const last = lengthOf(vector);
        const page =
          last % PAGE_ELEMENTS === 0
            ? runningTransaction(context).pageRemove(handleOf(vector), type, pageOf(last))
            : exclusive(context, type, vector, last);
        const element = page.pop();
        if (element === undefined) throw new Error("a page without elements");
        return element;
      },
  ),
  native_swap: pages(
    ({ context }, type) =>
      (vector: StructValue, left: number, right: number) => {
        const transaction = runningTransaction(context);
        const here = plainPart(context, type, vector, left);
        const there = plainPart(context, type, vector, right);
        const first = plainElement(here, left);
        transaction.writeElement(here, left % PART_ELEMENTS, plainElement(there, right));
        transaction.writeElement(there, right % PART_ELEMENTS, first);
      },
    ({ context }, type) =>
      (vector: StructValue, left: number, right: number) => {
        const here = exclusive(context, type, vector, left);
        const there = exclusive(context, type, vector, right);
        const first = elementOf(here, left);
        here[left % PAGE_ELEMENTS] = elementOf(there, right);
        there[right % PAGE_ELEMENTS] = first;
      },
  ),
};

type PageOperation = (environment: NativeEnvironment, type: RuntimeType, element: RuntimeType) => (...values: never[]) => unknown;

/** A native for one type of elements, primitives or others; `type` is that of their pages. */
function pages(plain: PageOperation, other: PageOperation): NativeFactory {
  return (environment, typeArguments) => {
    const element = onlyTypeArgument(typeArguments);
    const isPlain = element.kind !== "vector" && element.kind !== "struct" && element.kind !== "enum";
    return (isPlain ? plain : other)(environment, environment.vectorOf(element), element);
  };
}

function plainPart(context: ExecutionContext, type: RuntimeType, vector: StructValue, index: number): PlainPart {
  return runningTransaction(context).plainPart(handleOf(vector), type, index);
}

function plainElement(part: PlainPart, index: number): MoveValue {
  const position = index % PART_ELEMENTS;
  const length = part.facts[factOf((position / PAGE_ELEMENTS) | 0, PAGE_FACT.length)] ?? 0;
  const element = part.values[position];
  if (index % PAGE_ELEMENTS >= length || element === undefined) throw new Error("a page ends before its vector");
  return element;
}

function shared(context: ExecutionContext, type: RuntimeType, vector: StructValue, index: number): MoveValue[] {
  return runningTransaction(context).pageBorrow(handleOf(vector), type, pageOf(index));
}

function exclusive(context: ExecutionContext, type: RuntimeType, vector: StructValue, index: number): MoveValue[] {
  return runningTransaction(context).pageBorrowMut(handleOf(vector), type, pageOf(index));
}

function memoryOfElement(element: RuntimeType, end: number): number {
  return heldBytes(element) + (end % PAGE_ELEMENTS === 0 ? VECTOR_BYTES : 0);
}

function copied(context: ExecutionContext, type: RuntimeType, value: MoveValue): MoveValue {
  const operations = operationsOf(type);
  chargeGas(context, context.schedule.state.copiedByte * operations.size(value));
  chargeMemory(context, operations.memory(value));
  return operations.copy(value);
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_ELEMENTS);
}

function elementOf(page: readonly MoveValue[], index: number): MoveValue {
  const element = page[index % PAGE_ELEMENTS];
  if (element === undefined) throw new Error("a page ends before its vector");
  return element;
}

function handleOf(vector: StructValue): string {
  const handle = vector.f0;
  if (typeof handle !== "string") throw new Error("a paged vector without a handle");
  return handle;
}

/** No vector grows to where lengths are big integers. */
function lengthOf(vector: StructValue): number {
  const length = vector.f1;
  if (typeof length !== "number") throw new Error("a paged vector without a length");
  return length;
}
