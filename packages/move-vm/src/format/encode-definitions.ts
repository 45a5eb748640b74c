import type { ByteSink } from "./byte-sink.ts";
import type { DatatypeHandle, EnumDefinition, FieldDefinition, FunctionHandle, StructDefinition } from "./compiled-module.ts";
import { encodeTypeToken } from "./encode-signature.ts";

const NATIVE_STRUCT = 1;
const DECLARED = 2;

export function encodeDatatypeHandle(sink: ByteSink, handle: DatatypeHandle): void {
  for (const value of [handle.module, handle.name, handle.abilities, handle.typeParameters.length]) sink.uleb(value);
  for (const { constraints, isPhantom } of handle.typeParameters) {
    sink.uleb(constraints);
    sink.uleb(isPhantom ? 1 : 0);
  }
}

export function encodeFunctionHandle(sink: ByteSink, handle: FunctionHandle): void {
  for (const value of [handle.module, handle.name, handle.parameters, handle.results, handle.typeParameters.length]) sink.uleb(value);
  for (const constraints of handle.typeParameters) sink.uleb(constraints);
}

export function encodeStructDefinition(sink: ByteSink, definition: StructDefinition): void {
  sink.uleb(definition.handle);
  sink.u8(definition.fields === undefined ? NATIVE_STRUCT : DECLARED);
  if (definition.fields !== undefined) encodeFields(sink, definition.fields);
}

export function encodeEnumDefinition(sink: ByteSink, definition: EnumDefinition): void {
  sink.uleb(definition.handle);
  sink.u8(DECLARED);
  sink.uleb(definition.variants.length);
  for (const variant of definition.variants) {
    sink.uleb(variant.name);
    encodeFields(sink, variant.fields);
  }
}

function encodeFields(sink: ByteSink, fields: readonly FieldDefinition[]): void {
  sink.uleb(fields.length);
  for (const field of fields) {
    sink.uleb(field.name);
    encodeTypeToken(sink, field.type);
  }
}
