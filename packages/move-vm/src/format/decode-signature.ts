import type { PrimitiveKind } from "../runtime/runtime-type.ts";
import type { ByteCursor } from "./byte-cursor.ts";
import type { Signature, TypeToken } from "./compiled-module.ts";
import { ModuleFormatError } from "./module-format-error.ts";

/** Type arguments a type may have, and tokens a signature may have. */
export const LIST_MAX = 255;
export const TABLE_INDEX_MAX = 65_535;
/** Deeper types than this serve nobody and would only cost a reader its stack. */
const DEPTH_MAX = 256;

const PRIMITIVES: readonly (PrimitiveKind | undefined)[] = [
  undefined,
  "bool",
  "u8",
  "u64",
  "u128",
  "address",
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  "signer",
  "u16",
  "u32",
  "u256",
];
const REFERENCE = 0x6;
const MUTABLE_REFERENCE = 0x7;
const DATATYPE = 0x8;
const TYPE_PARAMETER = 0x9;
const VECTOR = 0xa;
const DATATYPE_INSTANTIATION = 0xb;

/** Reads one type. */
export function decodeTypeToken(cursor: ByteCursor, depth = 1): TypeToken {
  const at = cursor.position;
  if (depth > DEPTH_MAX) throw new ModuleFormatError("nesting_too_deep", at, `A type nests deeper than ${DEPTH_MAX} levels.`);
  const tag = cursor.u8();
  const primitive = PRIMITIVES[tag];
  if (primitive !== undefined) return { kind: primitive };
  switch (tag) {
    case VECTOR:
      return { kind: "vector", element: decodeTypeToken(cursor, depth + 1) };
    case REFERENCE:
      return { kind: "reference", target: decodeTypeToken(cursor, depth + 1) };
    case MUTABLE_REFERENCE:
      return { kind: "mutable-reference", target: decodeTypeToken(cursor, depth + 1) };
    case TYPE_PARAMETER:
      return { kind: "type-parameter", index: cursor.uleb(TABLE_INDEX_MAX) };
    case DATATYPE:
      return { kind: "datatype", handle: cursor.uleb(TABLE_INDEX_MAX), typeArguments: [] };
    case DATATYPE_INSTANTIATION: {
      const handle = cursor.uleb(TABLE_INDEX_MAX);
      const arity = cursor.uleb(LIST_MAX);
      if (arity === 0) throw new ModuleFormatError("bad_tag", at, "An instantiated type has no type arguments.");
      const typeArguments: TypeToken[] = [];
      for (let index = 0; index < arity; index += 1) typeArguments.push(decodeTypeToken(cursor, depth + 1));
      return { kind: "datatype", handle, typeArguments };
    }
    default:
      throw new ModuleFormatError("bad_tag", at, `There is no type of tag ${tag}.`);
  }
}

/** Reads a list of types. */
export function decodeSignature(cursor: ByteCursor): Signature {
  const length = cursor.uleb(LIST_MAX);
  const tokens: TypeToken[] = [];
  for (let index = 0; index < length; index += 1) tokens.push(decodeTypeToken(cursor));
  return tokens;
}
