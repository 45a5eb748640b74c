import type { ByteCursor } from "./byte-cursor.ts";
import type {
  DatatypeHandle,
  EnumDefinition,
  FieldDefinition,
  FunctionHandle,
  Instantiation,
  ModuleHandle,
  StructDefinition,
  VariantDefinition,
} from "./compiled-module.ts";
import { decodeTypeToken, LIST_MAX, TABLE_INDEX_MAX } from "./decode-signature.ts";
import { ModuleFormatError } from "./module-format-error.ts";

const ALL_ABILITIES = 0xf;
const NATIVE_STRUCT = 1;
const DECLARED = 2;
const VARIANT_MAX = 127;

export function decodeModuleHandle(cursor: ByteCursor): ModuleHandle {
  return { address: cursor.uleb(TABLE_INDEX_MAX), name: cursor.uleb(TABLE_INDEX_MAX) };
}

export function decodeDatatypeHandle(cursor: ByteCursor): DatatypeHandle {
  const module = cursor.uleb(TABLE_INDEX_MAX);
  const name = cursor.uleb(TABLE_INDEX_MAX);
  const abilities = cursor.uleb(ALL_ABILITIES);
  const count = cursor.uleb(LIST_MAX);
  const typeParameters: DatatypeHandle["typeParameters"][number][] = [];
  for (let index = 0; index < count; index += 1) {
    typeParameters.push({ constraints: cursor.uleb(ALL_ABILITIES), isPhantom: cursor.uleb(1) === 1 });
  }
  return { module, name, abilities, typeParameters };
}

export function decodeFunctionHandle(cursor: ByteCursor): FunctionHandle {
  const module = cursor.uleb(TABLE_INDEX_MAX);
  const name = cursor.uleb(TABLE_INDEX_MAX);
  const parameters = cursor.uleb(TABLE_INDEX_MAX);
  const results = cursor.uleb(TABLE_INDEX_MAX);
  const count = cursor.uleb(LIST_MAX);
  const typeParameters: number[] = [];
  for (let index = 0; index < count; index += 1) typeParameters.push(cursor.uleb(ALL_ABILITIES));
  return { module, name, parameters, results, typeParameters };
}

export function decodeInstantiation(cursor: ByteCursor): Instantiation {
  return { generic: cursor.uleb(TABLE_INDEX_MAX), typeArguments: cursor.uleb(TABLE_INDEX_MAX) };
}

export function decodeStructDefinition(cursor: ByteCursor): StructDefinition {
  const handle = cursor.uleb(TABLE_INDEX_MAX);
  const at = cursor.position;
  const tag = cursor.u8();
  if (tag === NATIVE_STRUCT) return { handle, fields: undefined };
  if (tag !== DECLARED) throw new ModuleFormatError("bad_tag", at, `There is no struct of tag ${tag}.`);
  return { handle, fields: decodeFields(cursor) };
}

export function decodeEnumDefinition(cursor: ByteCursor): EnumDefinition {
  const handle = cursor.uleb(TABLE_INDEX_MAX);
  const at = cursor.position;
  if (cursor.u8() !== DECLARED) throw new ModuleFormatError("bad_tag", at, "An enum has an unknown tag.");
  const count = cursor.uleb(VARIANT_MAX);
  if (count === 0) throw new ModuleFormatError("bad_tag", at, "An enum has no variants.");
  const variants: VariantDefinition[] = [];
  for (let index = 0; index < count; index += 1) variants.push({ name: cursor.uleb(TABLE_INDEX_MAX), fields: decodeFields(cursor) });
  return { handle, variants };
}

function decodeFields(cursor: ByteCursor): FieldDefinition[] {
  const count = cursor.uleb(LIST_MAX);
  const fields: FieldDefinition[] = [];
  for (let index = 0; index < count; index += 1) fields.push({ name: cursor.uleb(TABLE_INDEX_MAX), type: decodeTypeToken(cursor) });
  return fields;
}
