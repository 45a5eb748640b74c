import type { RuntimeType } from "../runtime/runtime-type.ts";

const PRIMITIVE_SIZES = { bool: 1, u8: 1, u16: 2, u32: 4, u64: 8, u128: 16, u256: 32, address: 32, signer: 32 } as const;

/** What is known of a type: a type that holds another many times over would else be gone through as many times. */
interface EncodingFacts {
  readonly fixedSize: number | undefined;
  readonly minimumSize: number;
  readonly isEncodable: boolean;
}

const facts = new WeakMap<RuntimeType, EncodingFacts>();

function factsOf(type: RuntimeType): EncodingFacts {
  let known = facts.get(type);
  if (known === undefined) {
    known = { fixedSize: findFixedSize(type), minimumSize: findMinimumSize(type), isEncodable: findIsEncodable(type) };
    facts.set(type, known);
  }
  return known;
}

/** Bytes that every value of the type takes in BCS, `undefined` if values differ in size. */
export function fixedSize(type: RuntimeType): number | undefined {
  return factsOf(type).fixedSize;
}

/** Fewest bytes that a value of the type takes in BCS. */
export function minimumSize(type: RuntimeType): number {
  return factsOf(type).minimumSize;
}

/** Whether BCS can hold values of the type: those with a signer inside exist only while a transaction runs. */
export function isEncodable(type: RuntimeType): boolean {
  return factsOf(type).isEncodable;
}

function findFixedSize(type: RuntimeType): number | undefined {
  if (type.kind === "vector") return undefined;
  if (type.kind === "struct") return sumOf(type.fields);
  if (type.kind !== "enum") return PRIMITIVE_SIZES[type.kind];
  const sizes = new Set(type.variants.map((variant) => sumOf(variant.fields)));
  const [size] = sizes;
  return sizes.size === 1 && size !== undefined && type.variants.length < 128 ? size + 1 : undefined;
}

function findMinimumSize(type: RuntimeType): number {
  if (type.kind === "vector") return 1;
  if (type.kind === "struct") return type.fields.reduce((total, field) => total + minimumSize(field), 0);
  if (type.kind !== "enum") return PRIMITIVE_SIZES[type.kind];
  const smallest = type.variants.map((variant) => variant.fields.reduce((total, field) => total + minimumSize(field), 0));
  return 1 + Math.min(...smallest);
}

function findIsEncodable(type: RuntimeType): boolean {
  if (type.kind === "vector") return isEncodable(type.element);
  if (type.kind === "struct") return type.fields.every(isEncodable);
  if (type.kind === "enum") return type.variants.every((variant) => variant.fields.every(isEncodable));
  return type.kind !== "signer";
}

/** Bytes of a length, count or variant index as ULEB128. */
export function uleb128Size(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

function sumOf(types: readonly RuntimeType[]): number | undefined {
  let total = 0;
  for (const type of types) {
    const size = fixedSize(type);
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}
