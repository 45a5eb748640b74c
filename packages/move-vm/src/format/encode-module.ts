import type { CompiledModule, FunctionDefinition, Instantiation, ModuleHandle, VariantHandle } from "./compiled-module.ts";
import { ByteSink } from "./byte-sink.ts";
import { encodeFunctionDefinition } from "./encode-code.ts";
import { encodeDatatypeHandle, encodeEnumDefinition, encodeFunctionHandle, encodeStructDefinition } from "./encode-definitions.ts";
import { encodeSignature, encodeTypeToken } from "./encode-signature.ts";

const MAGIC = [0xa1, 0x1c, 0xeb, 0x0b];

/** One table: its kind and how to write each of its entries. */
type Table = readonly [kind: number, count: number, write: (sink: ByteSink) => void];

/**
 * Writes a module as the standard compiler does: tables in its order, no empty ones, shortest integers. What
 * `decodeModule` read from such bytes becomes the same bytes again.
 * Throws `RangeError` if a number does not fit its field: the module then never came from bytes.
 */
export function encodeModule(module: CompiledModule): Uint8Array {
  const header = new ByteSink();
  for (const byte of MAGIC) header.u8(byte);
  header.integer(BigInt(module.version) | (BigInt(module.flavor) << 24n), 4);
  const tables = tablesOf(module).filter(([, count]) => count > 0);
  header.uleb(tables.length);
  const content = new ByteSink();
  for (const [kind, , write] of tables) {
    const start = content.length;
    write(content);
    header.u8(kind);
    header.uleb(start);
    header.uleb(content.length - start);
  }
  content.uleb(module.selfModule);
  header.bytes(content.finish());
  return header.finish();
}

/** The tables in the order in which the standard compiler writes them. */
function tablesOf(module: CompiledModule): Table[] {
  return [
    table(0x1, module.moduleHandles, encodeModuleHandle),
    table(0x2, module.datatypeHandles, encodeDatatypeHandle),
    table(0x3, module.functionHandles, encodeFunctionHandle),
    table(0x4, module.functionInstantiations, encodeInstantiation),
    table(0x5, module.signatures, encodeSignature),
    table(0x7, module.identifiers, encodeIdentifier),
    table(0x8, module.addresses, encodeAddress),
    table(0x6, module.constants, (sink, { type, data }) => {
      encodeTypeToken(sink, type);
      encodeBytes(sink, data);
    }),
    table(0x10, module.metadata, (sink, { key, value }) => {
      encodeBytes(sink, key);
      encodeBytes(sink, value);
    }),
    table(0xa, module.structDefinitions, encodeStructDefinition),
    table(0xb, module.structInstantiations, encodeInstantiation),
    table(0xc, module.functionDefinitions, (sink, definition: FunctionDefinition) =>
      encodeFunctionDefinition(sink, definition, module.version),
    ),
    table(0xd, module.fieldHandles, (sink, { struct, field }) => {
      sink.uleb(struct);
      sink.uleb(field);
    }),
    table(0xe, module.fieldInstantiations, encodeInstantiation),
    table(0xf, module.friends, encodeModuleHandle),
    table(0x11, module.enumDefinitions, encodeEnumDefinition),
    table(0x12, module.enumInstantiations, encodeInstantiation),
    table(0x13, module.variantHandles, encodeVariantHandle),
    table(0x14, module.variantInstantiations, encodeVariantHandle),
  ];
}

function table<Item>(kind: number, items: readonly Item[], encode: (sink: ByteSink, item: Item) => void): Table {
  return [
    kind,
    items.length,
    (sink) => {
      for (const item of items) encode(sink, item);
    },
  ];
}

function encodeModuleHandle(sink: ByteSink, handle: ModuleHandle): void {
  sink.uleb(handle.address);
  sink.uleb(handle.name);
}

function encodeInstantiation(sink: ByteSink, entry: Instantiation): void {
  sink.uleb(entry.generic);
  sink.uleb(entry.typeArguments);
}

function encodeVariantHandle(sink: ByteSink, handle: VariantHandle): void {
  sink.uleb(handle.enum);
  sink.uleb(handle.variant);
}

function encodeBytes(sink: ByteSink, bytes: Uint8Array): void {
  sink.uleb(bytes.length);
  sink.bytes(bytes);
}

function encodeIdentifier(sink: ByteSink, identifier: string): void {
  sink.uleb(identifier.length);
  for (let index = 0; index < identifier.length; index += 1) sink.u8(identifier.charCodeAt(index));
}

function encodeAddress(sink: ByteSink, address: string): void {
  sink.integer(BigInt(address), 32, "big");
}
