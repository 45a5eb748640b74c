import { describe, expect, it } from "vitest";
import { faultOfParts, fieldsOf, first, handleOf, otherModule, ret, type ModuleCase } from "../../test-data/hostile-modules.ts";
import { parameter, u64, vector } from "../../test-data/module-editor.ts";
import type { TypeToken } from "../format/compiled-module.ts";

/** Vectors in vectors. */
function deepVector(depth: number): TypeToken {
  let type = u64;
  for (let level = 0; level < depth; level += 1) type = vector(type);
  return type;
}

const INDEXES: readonly ModuleCase[] = [
  ["index_out_of_bounds", "a module that is not there", (m) => (m.module.selfModule = 99)],
  ["index_out_of_bounds", "a negative index", (m) => (first(m.module.functionHandles).name = -1)],
  ["index_out_of_bounds", "a fraction for an index", (m) => (first(m.module.structDefinitions).handle = 0.5)],
  ["index_out_of_bounds", "a field that is not there", (m) => m.module.fieldHandles.push({ struct: m.struct("Coin"), field: 1 })],
  ["index_out_of_bounds", "a variant that is not there", (m) => m.module.variantHandles.push({ enum: m.enum("Shape"), variant: 3 })],
  ["index_out_of_bounds", "a datatype that is not there", (m) => m.signature([{ kind: "datatype", handle: 99, typeArguments: [] }])],
  ["index_out_of_bounds", "a local that is not there", (m) => m.add("f", { locals: [u64], code: [["MoveLoc", 1], ["Pop"], ret] })],
  ["index_out_of_bounds", "a constant that is not there", (m) => m.add("f", { code: [["LdConst", 99], ["Pop"], ret] })],
  ["bad_operand", "a literal too large for its width", (m) => m.add("f", { code: [["LdU8", 0, 256n], ["Pop"], ret] })],
  ["bad_operand", "a negative literal", (m) => m.add("f", { code: [["LdU64", 0, -1n], ["Pop"], ret] })],
  ["bad_operand", "a negative type parameter", (m) => m.signature([parameter(-1)])],
  ["bad_operand", "an instruction that is none", (m) => (first(m.codeOf("casts").instructions).op = "Exists" as never)],
  ["wrong_type_arity", "a type argument too many", (m) => m.signature([m.type("Coin", u64)])],
  ["wrong_type_arity", "a type argument too few", (m) => m.signature([m.type("Box")])],
  ["type_parameter_out_of_bounds", "a parameter of no type parameter", (m) => m.add("f", { parameters: [parameter(0)], code: [ret] })],
  ["type_parameter_out_of_bounds", "a local of no type parameter", (m) => m.add("f", { locals: [vector(parameter(0))], code: [ret] })],
  ["type_parameter_out_of_bounds", "a field of no type parameter", (m) => (fieldsOf(m, "Pair")[0] = { name: 0, type: parameter(0) })],
  [
    "type_parameter_out_of_bounds",
    "a vector of no type parameter",
    (m) => m.add("f", { code: [["VecPack", m.signature([parameter(0)]), 0n], ["Pop"], ret] }),
  ],
  ["unsupported_version", "version 5", (m) => (m.module.version = 5)],
  ["unsupported_version", "enums in version 6", (m) => (m.module.version = 6)],
];

const LIMITS: readonly ModuleCase[] = [
  [
    "too_many_type_parameters",
    "33 type parameters",
    (m) => m.add("f", { typeParameters: Array.from({ length: 33 }, () => 0), code: [ret] }),
  ],
  ["too_many_parameters", "129 parameters", (m) => m.add("f", { parameters: Array.from({ length: 129 }, () => u64), code: [ret] })],
  [
    "too_many_locals",
    "128 parameters and 128 locals",
    (m) => m.add("f", { parameters: Array.from({ length: 128 }, () => u64), locals: Array.from({ length: 128 }, () => u64), code: [ret] }),
  ],
  [
    "too_many_locals",
    "one parameter and 255 locals",
    (m) => m.add("f", { parameters: [u64], locals: Array.from({ length: 255 }, () => u64), code: [ret] }),
  ],
  [
    "accepted",
    "128 parameters and 127 locals",
    (m) => m.add("f", { parameters: Array.from({ length: 128 }, () => u64), locals: Array.from({ length: 127 }, () => u64), code: [ret] }),
  ],
  ["accepted", "255 locals and no parameter", (m) => m.add("f", { locals: Array.from({ length: 255 }, () => u64), code: [ret] })],
  ["accepted", "a type of 256 nodes", (m) => m.signature([deepVector(255)])],
  ["too_many_type_nodes", "a type of 257 nodes", (m) => m.signature([deepVector(256)])],
  [
    "too_many_types",
    "201 structs",
    (m) => {
      for (let index = m.module.structDefinitions.length + m.module.enumDefinitions.length; index < 201; index += 1)
        m.addStruct(`S${index}`, [u64]);
    },
  ],
  [
    "accepted",
    "30 fields",
    (m) =>
      m.addStruct(
        "S",
        Array.from({ length: 30 }, () => u64),
      ),
  ],
  [
    "too_many_fields",
    "31 fields",
    (m) =>
      m.addStruct(
        "S",
        Array.from({ length: 31 }, () => u64),
      ),
  ],
  [
    "too_many_functions",
    "1,001 functions",
    (m) => {
      for (let index = m.module.functionDefinitions.length; index < 1001; index += 1) m.add(`f${index}`, { code: [ret] });
    },
  ],
  ["identifier_too_long", "an identifier of 129 bytes", (m) => m.addIdentifier("x".repeat(129))],
  ["constant_too_long", "a constant of 2^20 + 1 elements", (m) => m.constant(vector({ kind: "u8" }), 0x81, 0x80, 0x40)],
  [
    "too_many_variants",
    "128 variants",
    (m) => m.module.enumDefinitions[0]?.variants.push(...Array.from({ length: 125 }, () => ({ name: 0, fields: [] }))),
  ],
];

const DUPLICATES: readonly ModuleCase[] = [
  ["duplicate_entry", "an identifier twice", (m) => m.module.identifiers.push(first(m.module.identifiers))],
  ["duplicate_entry", "an address twice", (m) => m.module.addresses.push(first(m.module.addresses))],
  ["duplicate_entry", "a signature twice", (m) => m.module.signatures.push(first(m.module.signatures))],
  ["duplicate_entry", "a constant twice", (m) => m.module.constants.push(first(m.module.constants))],
  ["duplicate_entry", "a module handle twice", (m) => m.module.moduleHandles.push(first(m.module.moduleHandles))],
  ["duplicate_entry", "a datatype handle twice", (m) => m.module.datatypeHandles.push(first(m.module.datatypeHandles))],
  ["duplicate_entry", "a function handle twice", (m) => m.module.functionHandles.push(first(m.module.functionHandles))],
  ["duplicate_entry", "a field handle twice", (m) => m.module.fieldHandles.push(first(m.module.fieldHandles))],
  ["duplicate_entry", "a variant handle twice", (m) => m.module.variantHandles.push(first(m.module.variantHandles))],
  [
    "duplicate_entry",
    "an instance of a function twice",
    (m) => m.module.functionInstantiations.push(first(m.module.functionInstantiations)),
  ],
  ["duplicate_entry", "an instance of a struct twice", (m) => m.module.structInstantiations.push(first(m.module.structInstantiations))],
  ["duplicate_entry", "a struct defined twice", (m) => m.module.structDefinitions.push(first(m.module.structDefinitions))],
  ["duplicate_entry", "a struct that is an enum too", (m) => (first(m.module.enumDefinitions).handle = m.datatype("Pair"))],
  ["duplicate_entry", "a function defined twice", (m) => m.module.functionDefinitions.push(first(m.module.functionDefinitions))],
  ["duplicate_entry", "two fields of one name", (m) => (first(fieldsOf(m, "Pair")).name = fieldsOf(m, "Pair")[1]?.name ?? 0)],
  ["duplicate_entry", "two variants of one name", (m) => (first(first(m.module.enumDefinitions).variants).name = m.identifier("Line"))],
  [
    "foreign_definition",
    "a struct of another module defined",
    (m) => (m.module.datatypeHandles[m.datatype("Pair")] = { ...handleOf(m, "Pair"), module: otherModule(m) }),
  ],
  ["missing_definition", "a struct that is not defined", (m) => m.addDatatype("Ghost", m.module.selfModule)],
  [
    "missing_definition",
    "a function that is not defined",
    (m) =>
      m.module.functionHandles.push({
        ...first(m.module.functionHandles),
        name: m.addIdentifier("ghost"),
        module: m.module.selfModule,
      }),
  ],
  [
    "empty_type",
    "an enum without variants",
    (m) => m.module.enumDefinitions.push({ handle: m.addDatatype("E", m.module.selfModule), variants: [] }),
  ],
  ["empty_type", "a struct without fields", (m) => m.addStruct("S", [])],
];

describe("a module that is wrong in indexes, limits or duplicates", () => {
  it.each([...INDEXES, ...LIMITS, ...DUPLICATES])("%s: %s", (fault, _what, edit) => {
    expect(faultOfParts(edit)).toBe(fault);
  });
});
