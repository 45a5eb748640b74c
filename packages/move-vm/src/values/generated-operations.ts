import { readAddress, writeAddress } from "@sycee/bcs";
import type { EnumType, PrimitiveKind, RuntimeType, StructType, VectorType } from "../runtime/runtime-type.ts";
import { fixedSize, minimumSize, uleb128Size } from "./encoded-size.ts";
import { heldBytes, holdsVectors, OBJECT_BYTES, VECTOR_BYTES } from "./memory-size.ts";
import type { TypeOperations } from "./type-operations.ts";
import { byteArrayOf, copyBytes, readBytes } from "./byte-array.ts";
import { readU32s, readU64s } from "./read-integers.ts";
import { readU64 } from "./u64.ts";

/**
 * Operations of a composite type as generated JavaScript: one function per type and operation, so that the engine sees
 * one shape at each place. The source consists of fixed text and numbers only; nothing of a module's names enters it.
 */
export function generateOperations(
  type: VectorType | StructType | EnumType,
  operationsOf: (type: RuntimeType) => TypeOperations,
): TypeOperations {
  const children: TypeOperations[] = [];
  const partOf = (child: RuntimeType): Part => inlinePart(child) ?? calledPart(children.push(operationsOf(child)) - 1);
  const body = bodyOf(type, partOf);
  const head = `"use strict";const{${Object.keys(LIBRARY).join(",")}}=library;`;
  const slots = children.map((_, slot) => `const o${slot}=operations[${slot}];`).join("");
  const build = new Function("make", "operations", "library", `${head}${slots}return{${body}};`);
  const operations: unknown = build(type.kind === "vector" ? undefined : type.make, children, LIBRARY);
  return operations as TypeOperations;
}

/** Byte vectors up to this length are written byte by byte: making bytes of an array has a price of its own. */
const FEW_BYTES = 32;
/** Longer vectors are not renewed element by element: a new one in their place costs less than to go through both. */
const FEW_ELEMENTS = 64;

const LIBRARY = {
  byteArrayOf,
  copyBytes,
  readBytes,
  readU32s,
  readU64,
  readU64s,
  readAddress,
  writeAddress,
  uleb128Size,
  unknownVariant(): never {
    throw new Error("an enum value has a variant that its type does not have");
  },
};

/** JavaScript expressions for one child of a composite, given those of its operands. */
interface Part {
  /** Whether a copy of the value is the value itself. */
  readonly isPlain: boolean;
  copy(value: string): string;
  equals(left: string, right: string): string;
  /** A statement that renews what stands at `target`, a place. */
  renew(target: string, source: string): string;
  write(value: string): string;
  readonly read: string;
  size(value: string): string;
  memory(value: string): string;
}

const INLINE: Partial<Record<PrimitiveKind, { readonly size: number; write(value: string): string; readonly read: string }>> = {
  bool: { size: 1, write: (value) => `w.bool(${value})`, read: "r.bool()" },
  u8: { size: 1, write: (value) => `w.u8(${value})`, read: "r.u8()" },
  u16: { size: 2, write: (value) => `w.u16(${value})`, read: "r.u16()" },
  u32: { size: 4, write: (value) => `w.u32(${value})`, read: "r.u32()" },
  u64: { size: 8, write: (value) => `w.u64(${value})`, read: "readU64(r)" },
  u128: { size: 16, write: (value) => `w.u128(${value})`, read: "r.u128()" },
  u256: { size: 32, write: (value) => `w.u256(${value})`, read: "r.u256()" },
  address: { size: 32, write: (value) => `writeAddress(w,${value})`, read: "readAddress(r)" },
};

function inlinePart(type: RuntimeType): Part | undefined {
  if (type.kind === "vector" || type.kind === "struct" || type.kind === "enum") return undefined;
  const inline = INLINE[type.kind];
  if (inline === undefined) return undefined;
  return {
    isPlain: true,
    copy: (value) => value,
    equals: (left, right) => `${left}===${right}`,
    renew: (target, source) => `if(${target}!==${source})${target}=${source};`,
    write: inline.write,
    read: inline.read,
    size: () => String(inline.size),
    memory: () => String(heldBytes(type)),
  };
}

function calledPart(slot: number): Part {
  return {
    isPlain: false,
    copy: (value) => `o${slot}.copy(${value})`,
    equals: (left, right) => `o${slot}.equals(${left},${right})`,
    renew: (target, source) => `{const x=${target},y=o${slot}.renew(x,${source});if(x!==y)${target}=y;}`,
    write: (value) => `o${slot}.write(w,${value})`,
    read: `o${slot}.read(r)`,
    size: (value) => `o${slot}.size(${value})`,
    memory: (value) => `o${slot}.memory(${value})`,
  };
}

function bodyOf(type: VectorType | StructType | EnumType, partOf: (child: RuntimeType) => Part): string {
  if (type.kind === "vector") return vectorBody(type, partOf(type.element));
  if (type.kind === "struct") return structBody(type, type.fields.map(partOf));
  return enumBody(
    type,
    type.variants.map((variant) => variant.fields.map(partOf)),
  );
}

function vectorBody(type: VectorType, element: Part): string {
  const elementSize = fixedSize(type.element);
  const isBytes = type.element.kind === "u8";
  const writeBytes = isBytes ? `if(v.length>${FEW_BYTES}){w.byteVector(readBytes(v));return;}` : "";
  const dropImage = isBytes ? "if(t.image!==undefined)t.image=undefined;" : "";
  const otherImage = isBytes ? "||t.image!==undefined||s.image!==undefined" : "";
  const copy = isBytes
    ? "return copyBytes(v);"
    : element.isPlain
      ? "return v.slice();"
      : `const c=[];for(let i=0;i<v.length;i++)c.push(${element.copy("v[i]")});return c;`;
  const size =
    elementSize === undefined
      ? `let n=uleb128Size(v.length);for(let i=0;i<v.length;i++)n+=${element.size("v[i]")};return n;`
      : `return uleb128Size(v.length)+v.length*${elementSize};`;
  return [
    `copy(v){${copy}}`,
    `equals(l,r){const n=l.length;if(n!==r.length)return false;for(let i=0;i<n;i++)if(!(${element.equals("l[i]", "r[i]")}))return false;return true;}`,
    `assign(t,s){${dropImage}const n=s.length;t.length=Math.min(t.length,n);for(let i=0;i<t.length;i++)t[i]=s[i];for(let i=t.length;i<n;i++)t.push(s[i]);}`,
    `renew(t,s){const n=s.length;if(t.length!==n||n>${FEW_ELEMENTS}${otherImage})return s;for(let i=0;i<n;i++)${element.renew("t[i]", "s[i]")}return t;}`,
    `write(w,v){${writeBytes}w.uleb128(v.length);for(let i=0;i<v.length;i++)${element.write("v[i]")};}`,
    `read(r){${readElements(type, element)}}`,
    `size(v){${size}}`,
    holdsVectors(type.element)
      ? `memory(v){let n=${VECTOR_BYTES};for(let i=0;i<v.length;i++)n+=${element.memory("v[i]")};return n;}`
      : `memory(v){return ${VECTOR_BYTES}+v.length*${heldBytes(type.element)};}`,
  ].join(",");
}

/** Batches come as long vectors of these: they are read without a call for each element. */
const BULK: Partial<Record<RuntimeType["kind"], string>> = {
  u8: "byteArrayOf(r.fixedBytes(n))",
  u32: "readU32s(r,n)",
  u64: "readU64s(r,n)",
};

function readElements(type: VectorType, element: Part): string {
  const count = `const n=r.count(${Math.max(1, minimumSize(type.element))});`;
  const bulk = BULK[type.element.kind];
  return bulk === undefined ? `${count}const v=[];for(let i=0;i<n;i++)v.push(${element.read});return v;` : `${count}return ${bulk};`;
}

function structBody(type: StructType, fields: readonly Part[]): string {
  const size = fixedSize(type);
  return [
    `copy(v){return new make(${fields.map((field, index) => field.copy(`v.f${index}`)).join(",")});}`,
    `equals(l,r){return ${allEqual(fields)};}`,
    `assign(t,s){${fields.map((_, index) => `t.f${index}=s.f${index};`).join("")}}`,
    `renew(t,s){${renewFields(fields)}return t;}`,
    `write(w,v){${writeFields(fields)}}`,
    `read(r){return new make(${fields.map((field) => field.read).join(",")});}`,
    `size(v){return ${size ?? sumOfSizes(fields)};}`,
    `memory(v){return ${holdsVectors(type) ? sumOfMemory(fields) : heldBytes(type)};}`,
  ].join(",");
}

function enumBody(type: EnumType, variants: readonly (readonly Part[])[]): string {
  const size = fixedSize(type);
  const width = Math.max(0, ...variants.map((fields) => fields.length));
  const perVariant = (tag: string, branch: (fields: readonly Part[], variant: number) => string): string =>
    `switch(${tag}){${variants.map((fields, variant) => `case ${variant}:${branch(fields, variant)}`).join("")}}return unknownVariant();`;
  const made = (variant: number, values: readonly string[]): string => `return new make(${[variant, ...values].join(",")});`;
  const sizes = perVariant("v.t", (fields) => `return uleb128Size(v.t)+${sumOfSizes(fields)};`);
  return [
    `copy(v){${perVariant("v.t", (fields, variant) =>
      made(
        variant,
        fields.map((field, index) => field.copy(`v.f${index}`)),
      ),
    )}}`,
    `equals(l,r){if(l.t!==r.t)return false;${perVariant("l.t", (fields) => `return ${allEqual(fields)};`)}}`,
    `renew(t,s){if(t.t!==s.t)return s;${perVariant("s.t", (fields) => `${renewFields(fields)}return t;`)}}`,
    `assign(t,s){t.t=s.t;${Array.from({ length: width }, (_, index) => `t.f${index}=s.f${index};`).join("")}}`,
    `write(w,v){w.uleb128(v.t);${perVariant("v.t", (fields) => `${writeFields(fields)}return;`)}}`,
    `read(r){const t=r.variant(${variants.length});${perVariant("t", (fields, variant) =>
      made(
        variant,
        fields.map((field) => field.read),
      ),
    )}}`,
    `size(v){${size === undefined ? sizes : `return ${size};`}}`,
    `memory(v){${holdsVectors(type) ? perVariant("v.t", (fields) => `return ${sumOfMemory(fields)};`) : `return ${heldBytes(type)};`}}`,
  ].join(",");
}

function allEqual(fields: readonly Part[]): string {
  return ["true", ...fields.map((field, index) => field.equals(`l.f${index}`, `r.f${index}`))].join("&&");
}

function renewFields(fields: readonly Part[]): string {
  return fields.map((field, index) => field.renew(`t.f${index}`, `s.f${index}`)).join("");
}

function writeFields(fields: readonly Part[]): string {
  return fields.map((field, index) => `${field.write(`v.f${index}`)};`).join("");
}

function sumOfSizes(fields: readonly Part[]): string {
  return ["0", ...fields.map((field, index) => field.size(`v.f${index}`))].join("+");
}

function sumOfMemory(fields: readonly Part[]): string {
  return [`${OBJECT_BYTES}`, ...fields.map((field, index) => field.memory(`v.f${index}`))].join("+");
}
