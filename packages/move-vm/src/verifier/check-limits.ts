import type { Signature } from "../format/compiled-module.ts";
import { fieldsOfDatatypes } from "./check-indexes.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { hasParts, walkType } from "./walk-types.ts";

const TYPE_PARAMETERS_MAX = 32;
const PARAMETERS_MAX = 128;
/** Parameters and other locals of a function together; one less than an instruction could name, as in Move's own machine. */
const LOCALS_MAX = 255;
const TYPE_NODES_MAX = 256;
/** A datatype or type parameter stands for more than it shows. */
const HEAVY_NODE = 4;
const TYPES_MAX = 200;
const FIELDS_MAX = 30;
const VARIANTS_MAX = 127;
const FUNCTIONS_MAX = 1000;
const IDENTIFIER_MAX = 128;
const CONSTANT_ELEMENTS_MAX = 2 ** 20;

/**
 * Pass 2. Nothing in the module is larger than its limit: type parameters 32, parameters 128, locals 255, weighted nodes of
 * a type 256, structs and enums 200, fields 30 (of an enum: in all its variants), functions 1,000, identifiers 128 bytes,
 * constant vectors 2^20. Later passes may recurse over types. Blocks, loops and pushes are limited where they are counted.
 */
export function checkLimits(scope: ModuleScope): void {
  const { compiled } = scope;
  for (const handle of [...compiled.functionHandles, ...compiled.datatypeHandles]) {
    scope.charge(1);
    const count = handle.typeParameters.length;
    if (count > TYPE_PARAMETERS_MAX) scope.fail("too_many_type_parameters", `${count} type parameters are above ${TYPE_PARAMETERS_MAX}`);
  }
  for (const handle of compiled.functionHandles) {
    const count = Math.max(scope.signature(handle.parameters).length, scope.signature(handle.results).length);
    if (count > PARAMETERS_MAX) scope.fail("too_many_parameters", `${count} parameters or results are above ${PARAMETERS_MAX}`);
  }
  for (const { handle, code } of scope.functionsWithCode()) {
    const count = scope.signature(handle.parameters).length + scope.signature(code.locals).length;
    if (count > LOCALS_MAX) scope.fail("too_many_locals", `${count} locals are above ${LOCALS_MAX}`);
  }
  for (let index = 0; index < compiled.signatures.length; index += 1) {
    const nodes = scope.nodes(index).length;
    // No type of so few nodes is too heavy.
    if (HEAVY_NODE * nodes <= TYPE_NODES_MAX) scope.charge(nodes);
    else checkTypeSizes(scope, scope.signature(index));
  }
  for (const constant of compiled.constants) checkTypeSizes(scope, [constant.type]);
  for (const [, fields] of fieldsOfDatatypes(compiled)) {
    checkTypeSizes(
      scope,
      fields.map((field) => field.type),
    );
  }
  checkDefinitions(scope);
  for (const identifier of compiled.identifiers) {
    scope.charge(1);
    if (identifier.length > IDENTIFIER_MAX) scope.fail("identifier_too_long", `an identifier is longer than ${IDENTIFIER_MAX} bytes`);
  }
  for (const { type, data } of compiled.constants) {
    if (type.kind === "vector" && elementCount(data) > CONSTANT_ELEMENTS_MAX) {
      scope.fail("constant_too_long", `a constant has more than ${CONSTANT_ELEMENTS_MAX} elements`);
    }
  }
}

function checkTypeSizes(scope: ModuleScope, types: Signature): void {
  for (let index = 0; index < types.length; index += 1) {
    const type = types[index] ?? missing();
    if (!hasParts(type)) {
      scope.charge(1);
      continue;
    }
    let size = 0;
    walkType(type, ({ kind }) => {
      scope.charge(1);
      size += kind === "datatype" || kind === "type-parameter" ? HEAVY_NODE : 1;
    });
    if (size > TYPE_NODES_MAX) scope.fail("too_many_type_nodes", `a type of weight ${size} is above ${TYPE_NODES_MAX}`);
  }
}

function checkDefinitions(scope: ModuleScope): void {
  const { functionDefinitions, structDefinitions, enumDefinitions } = scope.compiled;
  const functions = functionDefinitions.length;
  if (functions > FUNCTIONS_MAX) scope.fail("too_many_functions", `${functions} functions are above ${FUNCTIONS_MAX}`);
  const types = structDefinitions.length + enumDefinitions.length;
  if (types > TYPES_MAX) scope.fail("too_many_types", `${types} structs and enums are above ${TYPES_MAX}`);
  const variants = Math.max(0, ...enumDefinitions.map((definition) => definition.variants.length));
  if (variants > VARIANTS_MAX) scope.fail("too_many_variants", `${variants} variants are above ${VARIANTS_MAX}`);
  const fieldCounts = [
    ...structDefinitions.map((definition) => definition.fields?.length ?? 0),
    ...enumDefinitions.map((definition) => definition.variants.reduce((sum, variant) => sum + variant.fields.length, 0)),
  ];
  const fields = Math.max(0, ...fieldCounts);
  if (fields > FIELDS_MAX) scope.fail("too_many_fields", `${fields} fields are above ${FIELDS_MAX}`);
}

/** The length that the bytes of a constant vector begin with; whether they are well-formed is for a later pass. */
function elementCount(data: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < Math.min(5, data.length); index += 1) {
    const byte = data[index] ?? 0;
    count += (byte & 0x7f) * 128 ** index;
    if (byte < 0x80) break;
  }
  return count;
}
