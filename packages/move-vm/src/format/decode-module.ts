import { ByteCursor } from "./byte-cursor.ts";
import { checkBounds } from "./check-bounds.ts";
import type { CompiledModule } from "./compiled-module.ts";
import { decodeFunctionDefinition } from "./decode-code.ts";
import {
  decodeDatatypeHandle,
  decodeEnumDefinition,
  decodeFunctionHandle,
  decodeInstantiation,
  decodeModuleHandle,
  decodeStructDefinition,
} from "./decode-definitions.ts";
import { decodeSignature, decodeTypeToken, LIST_MAX, TABLE_INDEX_MAX } from "./decode-signature.ts";
import { latin1Text } from "./latin1-text.ts";
import { ModuleFormatError } from "./module-format-error.ts";

const MAGIC = [0xa1, 0x1c, 0xeb, 0x0b];
/** The flavour that the Move compiler we build with marks its version 7 modules with. */
const FLAVOR = 5;
const ADDRESS_BYTES = 32;
/** Two digits for each byte. */
const HEXADECIMAL: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
/** Texts of addresses kept: modules that belong together name the same few, and text that is the same object is found at once. */
const ADDRESSES_MAX = 64;
const addresses = new Map<string, string>();
const VARIANT_MAX = 127;
const FIRST_VERSION_7_TABLE = 0x11;
const LAST_TABLE = 0x14;
const IDENTIFIER = /^(?:[A-Za-z][A-Za-z0-9_]*|_[A-Za-z0-9_]+|<SELF>)$/;

interface TableRange {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a module of bytecode version 6 or 7, whole: every table, no gaps, no overlaps, nothing after it, every index in
 * range. Throws `ModuleFormatError`. What it does not check is what the verifier checks: types, abilities, references.
 */
export function decodeModule(bytes: Uint8Array): CompiledModule {
  const cursor = new ByteCursor(bytes, 0, bytes.length);
  const { version, flavor } = decodeHeader(cursor);
  const { ranges, contentEnd } = decodeRanges(cursor, version);
  const tail = new ByteCursor(bytes, contentEnd, bytes.length);
  if (contentEnd > bytes.length) throw new ModuleFormatError("unexpected_end", bytes.length, "The tables go beyond the end.");
  const selfModule = tail.uleb(TABLE_INDEX_MAX);
  if (!tail.atEnd) throw new ModuleFormatError("trailing_bytes", tail.position, "There are bytes after the module.");
  const all = <Item>(kind: number, item: (cursor: ByteCursor) => Item): Item[] => {
    const range = ranges.get(kind);
    const items: Item[] = [];
    if (range === undefined) return items;
    const within = new ByteCursor(bytes, range.start, range.end);
    while (!within.atEnd) {
      items.push(item(within));
      if (items.length > TABLE_INDEX_MAX) throw new ModuleFormatError("bad_table", within.position, "A table has too many entries.");
    }
    return items;
  };
  const module: CompiledModule = {
    version,
    flavor,
    selfModule,
    moduleHandles: all(0x1, decodeModuleHandle),
    datatypeHandles: all(0x2, decodeDatatypeHandle),
    functionHandles: all(0x3, decodeFunctionHandle),
    functionInstantiations: all(0x4, decodeInstantiation),
    signatures: all(0x5, decodeSignature),
    constants: all(0x6, (at) => ({ type: decodeTypeToken(at), data: at.take(at.uleb(TABLE_INDEX_MAX)) })),
    identifiers: all(0x7, decodeIdentifier),
    addresses: all(0x8, decodeAddress),
    structDefinitions: all(0xa, decodeStructDefinition),
    structInstantiations: all(0xb, decodeInstantiation),
    functionDefinitions: all(0xc, (at) => decodeFunctionDefinition(at, version)),
    fieldHandles: all(0xd, (at) => ({ struct: at.uleb(TABLE_INDEX_MAX), field: at.uleb(LIST_MAX) })),
    fieldInstantiations: all(0xe, decodeInstantiation),
    friends: all(0xf, decodeModuleHandle),
    metadata: all(0x10, (at) => ({ key: at.take(at.uleb(1023)), value: at.take(at.uleb(TABLE_INDEX_MAX)) })),
    enumDefinitions: all(0x11, decodeEnumDefinition),
    enumInstantiations: all(0x12, decodeInstantiation),
    variantHandles: all(0x13, (at) => ({ enum: at.uleb(TABLE_INDEX_MAX), variant: at.uleb(VARIANT_MAX) })),
    variantInstantiations: all(0x14, (at) => ({ enum: at.uleb(TABLE_INDEX_MAX), variant: at.uleb(VARIANT_MAX) })),
  };
  checkBounds(module, true);
  return module;
}

function decodeHeader(cursor: ByteCursor): { version: number; flavor: number } {
  for (const byte of MAGIC) {
    const at = cursor.position;
    if (cursor.u8() !== byte) throw new ModuleFormatError("bad_magic", at, "These bytes are not a Move module.");
  }
  const at = cursor.position;
  const word = Number(cursor.integer(4));
  const flavor = word >>> 24;
  const version = word & 0xff_ffff;
  const known = (version === 6 && flavor === 0) || (version === 7 && flavor === FLAVOR);
  if (!known) throw new ModuleFormatError("unsupported_version", at, `Version ${version}, flavour ${flavor} is not one this machine runs.`);
  return { version, flavor };
}

/** Reads the table headers; tables must be known, unique, not empty, and cover their content without gap or overlap. */
function decodeRanges(cursor: ByteCursor, version: number): { ranges: Map<number, TableRange>; contentEnd: number } {
  const count = cursor.uleb(LIST_MAX);
  const headers: { kind: number; offset: number; length: number; at: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = cursor.position;
    headers.push({ kind: cursor.u8(), offset: cursor.uleb(0xffff_ffff), length: cursor.uleb(0xffff_ffff), at });
  }
  const base = cursor.position;
  headers.sort((left, right) => left.offset - right.offset);
  const ranges = new Map<number, TableRange>();
  let next = 0;
  for (const { kind, offset, length, at } of headers) {
    const known = kind >= 1 && kind <= LAST_TABLE && kind !== 9 && (version >= 7 || kind < FIRST_VERSION_7_TABLE);
    if (!known) throw new ModuleFormatError("bad_table", at, `There is no table ${kind} in version ${version}.`);
    if (ranges.has(kind)) throw new ModuleFormatError("bad_table", at, `Table ${kind} is there twice.`);
    if (offset !== next || length === 0) throw new ModuleFormatError("bad_table", at, `Table ${kind} leaves a gap, overlaps, or is empty.`);
    ranges.set(kind, { kind, start: base + offset, end: base + offset + length });
    next = offset + length;
  }
  return { ranges, contentEnd: base + next };
}

function decodeIdentifier(cursor: ByteCursor): string {
  const at = cursor.position;
  const text = latin1Text(cursor.view(cursor.uleb(TABLE_INDEX_MAX)));
  if (!IDENTIFIER.test(text)) throw new ModuleFormatError("bad_identifier", at, "An identifier is not one of Move.");
  return text;
}

function decodeAddress(cursor: ByteCursor): string {
  const bytes = cursor.view(ADDRESS_BYTES);
  const key = latin1Text(bytes);
  const known = addresses.get(key);
  if (known !== undefined) return known;
  let text = "0x";
  for (let index = 0; index < bytes.length; index += 1) text += HEXADECIMAL[bytes[index] ?? 0];
  if (addresses.size >= ADDRESSES_MAX) addresses.clear();
  addresses.set(key, text);
  return text;
}
