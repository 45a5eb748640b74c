import { describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { bool, borrowed, ModuleEditor, mutable, parameter, type Step, steps, u64, vector } from "../../test-data/module-editor.ts";
import type { CompiledModule, TypeToken } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";
import { VERIFICATION_FAULTS, VerificationError, type VerificationFault } from "./verification-error.ts";
import { VerificationMeter } from "./verification-meter.ts";
import { verifyModule, verifyPackage } from "./verify-package.ts";

const compiled = (await compileTestPackage("verified")).map(decodeModule);
const parts = moduleWith("arithmetic8");
const user = moduleWith("pair_of");
const library = compiled.filter((module) => module !== parts && module !== user);

type Case = readonly [fault: VerificationFault | "accepted", what: string, edit: (m: ModuleEditor) => unknown];

const ret: Step = ["Ret"];
const signer: TypeToken = { kind: "signer" };

/** Vectors in vectors. */
function deepVector(depth: number): TypeToken {
  let type = u64;
  for (let level = 0; level < depth; level += 1) type = vector(type);
  return type;
}

const INDEXES: readonly Case[] = [
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

const LIMITS: readonly Case[] = [
  [
    "too_many_type_parameters",
    "33 type parameters",
    (m) => m.add("f", { typeParameters: Array.from({ length: 33 }, () => 0), code: [ret] }),
  ],
  ["too_many_parameters", "129 parameters", (m) => m.add("f", { parameters: Array.from({ length: 129 }, () => u64), code: [ret] })],
  [
    "too_many_locals",
    "257 locals",
    (m) => m.add("f", { parameters: Array.from({ length: 100 }, () => u64), locals: Array.from({ length: 157 }, () => u64), code: [ret] }),
  ],
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

const DUPLICATES: readonly Case[] = [
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

const SIGNATURES: readonly Case[] = [
  ["nested_reference", "a vector of references", (m) => m.signature([vector(borrowed())])],
  ["nested_reference", "a reference to a reference", (m) => m.signature([borrowed(mutable())])],
  ["nested_reference", "a box of references", (m) => m.signature([m.type("Box", borrowed())])],
  ["reference_in_field", "a field that is a reference", (m) => (first(fieldsOf(m, "Pair")).type = borrowed())],
  [
    "reference_as_type_argument",
    "a reference for a type parameter",
    (m) =>
      m.add("f", {
        parameters: [borrowed()],
        code: [["MoveLoc", 0], ["CallGeneric", m.functionInstance("box", borrowed())], ["Pop"], ret],
      }),
  ],
  [
    "reference_as_type_argument",
    "a vector of references made",
    (m) => m.add("f", { code: [["VecPack", m.signature([borrowed()]), 0n], ["Pop"], ret] }),
  ],
  ["constraint_not_satisfied", "a coin where copy is asked", (m) => m.add("f", { locals: [m.type("Picky", m.type("Coin"))], code: [ret] })],
  ["constraint_not_satisfied", "a coin where copy is asked, in a field", (m) => m.addStruct("S", [m.type("Picky", m.type("Coin"))])],
  [
    "constraint_not_satisfied",
    "a parameter that does not promise copy",
    (m) => m.add("f", { typeParameters: [ABILITY.drop], parameters: [m.type("Picky", parameter(0))], code: [ret] }),
  ],
  [
    "constraint_not_satisfied",
    "a coin copied by a call",
    (m) =>
      m.add("f", {
        parameters: [borrowed(m.type("Coin"))],
        results: [m.type("Coin"), m.type("Coin")],
        code: [["MoveLoc", 0], ["CallGeneric", m.functionInstance("twice", m.type("Coin"))], ret],
      }),
  ],
  [
    "constraint_not_satisfied",
    "a box of coins copied by a call",
    (m) =>
      m.add("f", {
        parameters: [borrowed(m.type("Box", m.type("Coin")))],
        results: [m.type("Box", m.type("Coin")), m.type("Box", m.type("Coin"))],
        code: [["MoveLoc", 0], ["CallGeneric", m.functionInstance("twice", m.type("Box", m.type("Coin")))], ret],
      }),
  ],
  [
    "constraint_not_satisfied",
    "a key of what cannot be stored",
    (m) => {
      m.addStruct("Keyed", [parameter(0)], ABILITY.key, [{ constraints: 0, isPhantom: false }]);
      const asks = m.add("f", { typeParameters: [ABILITY.key], code: [ret] });
      m.add("g", { code: [["CallGeneric", instance(m, asks, m.type("Keyed", m.type("Picky", u64)))], ret] });
    },
  ],
  [
    "accepted",
    "a key of what can be stored",
    (m) => {
      m.addStruct("Keyed", [parameter(0)], ABILITY.key, [{ constraints: 0, isPhantom: false }]);
      const asks = m.add("f", { typeParameters: [ABILITY.key], code: [ret] });
      m.add("g", { code: [["CallGeneric", instance(m, asks, m.type("Keyed", m.type("Coin")))], ret] });
    },
  ],
  ["phantom_in_value_position", "a field of a phantom type", (m) => (first(fieldsOf(m, "Tag")).type = parameter(0))],
  ["phantom_in_value_position", "a vector of a phantom type", (m) => (first(fieldsOf(m, "Tag")).type = vector(parameter(0)))],
  ["phantom_in_value_position", "a box of a phantom type", (m) => (first(fieldsOf(m, "Tag")).type = m.type("Box", parameter(0)))],
  [
    "wrong_vector_signature",
    "a vector of two types",
    (m) => m.add("f", { code: [["VecPack", m.signature([u64, u64]), 0n], ["Pop"], ret] }),
  ],
  [
    "wrong_argument_count",
    "two type arguments for one",
    (m) => m.add("f", { parameters: [u64], code: [["MoveLoc", 0], ["CallGeneric", m.functionInstance("box", u64, u64)], ["Pop"], ret] }),
  ],
];

const OTHERS: readonly Case[] = [
  [
    "generic_mismatch",
    "a generic function called without types",
    (m) => m.add("f", { code: [["LdU64"], ["Call", m.function("box")], ["Pop"], ret] }),
  ],
  [
    "generic_mismatch",
    "a generic struct packed without types",
    (m) => m.add("f", { code: [["LdU64"], ["Pack", m.struct("Box")], ["Pop"], ret] }),
  ],
  [
    "generic_mismatch",
    "a plain struct with types",
    (m) => m.add("f", { code: [["LdU64"], ["PackGeneric", m.structInstance("Coin")], ["Pop"], ret] }),
  ],
  ["global_storage", "resources of global storage", (m) => first(m.module.functionDefinitions).acquires.push(0)],
  ["bad_constant_type", "a constant signer", (m) => m.constant(signer, ...Array.from({ length: 32 }, () => 0))],
  ["bad_constant_type", "a constant struct", (m) => m.constant(m.type("Pair"), 0)],
  ["bad_constant_type", "a constant of a type parameter", (m) => m.constant(vector(parameter(0)), 0)],
  ["bad_constant_data", "a boolean of 2", (m) => m.constant({ kind: "bool" }, 2)],
  ["bad_constant_data", "a boolean of 2 in a vector", (m) => m.constant(vector({ kind: "bool" }), 1, 2)],
  ["bad_constant_data", "too few bytes", (m) => m.constant(u64, 1, 2, 3)],
  ["bad_constant_data", "too many bytes", (m) => m.constant({ kind: "u8" }, 1, 2)],
  ["bad_constant_data", "a length that would take for ever", (m) => m.constant(vector(vector(bool)), 1, 0xff, 0xff, 0xff, 0xff, 0x7f)],
  ["bad_constant_data", "a length beyond the bytes", (m) => m.constant(vector({ kind: "u16" }), 2, 0, 0)],
  ["bad_constant_data", "a length with needless zeros", (m) => m.constant(vector({ kind: "u8" }), 0x81, 0, 7)],
  [
    "friend_is_self",
    "a friend that is the module",
    (m) => m.module.friends.push({ ...first(m.module.moduleHandles.slice(m.module.selfModule)) }),
  ],
  [
    "friend_of_other_address",
    "a friend elsewhere",
    (m) => m.module.friends.push({ ...first(m.module.moduleHandles.filter((_, index) => index !== m.module.selfModule)) }),
  ],
  [
    "field_lacks_ability",
    "a coin that can be copied",
    (m) => {
      handleOf(m, "Coin").abilities |= ABILITY.copy;
      first(fieldsOf(m, "Coin")).type = signer;
    },
  ],
  ["field_lacks_ability", "a copy of what holds a coin", (m) => (first(fieldsOf(m, "Pair")).type = m.type("Coin"))],
  [
    "field_lacks_ability",
    "a key over what cannot be stored",
    (m) => {
      handleOf(m, "Picky").abilities = ABILITY.key;
      first(fieldsOf(m, "Picky")).type = signer;
    },
  ],
  [
    "field_lacks_ability",
    "a variant that holds a coin",
    (m) => m.module.enumDefinitions[m.enum("Shape")]?.variants[1]?.fields.push({ name: 0, type: m.type("Coin") }),
  ],
  [
    "native_type",
    "a struct without its fields",
    (m) => m.module.structDefinitions.push({ handle: m.addDatatype("S", m.module.selfModule), fields: undefined }),
  ],
  ["recursive_type", "a struct in itself", (m) => (first(fieldsOf(m, "Pair")).type = vector(m.type("Pair")))],
  ["recursive_type", "structs in each other", (m) => (first(fieldsOf(m, "Pair")).type = m.type("Nested"))],
  ["recursive_type", "a struct in a box in itself", (m) => (first(fieldsOf(m, "Pair")).type = m.type("Box", m.type("Pair")))],
  [
    "recursive_type",
    "a struct in an enum in it",
    (m) => {
      first(fieldsOf(m, "Pair")).type = m.type("Shape");
      m.module.enumDefinitions[m.enum("Shape")]?.variants[1]?.fields.push({ name: 0, type: m.type("Pair") });
    },
  ],
  ["instantiation_loop", "a call of itself with a box", (m) => growing(m, (self) => self)],
  [
    "instantiation_loop",
    "a call of itself by way of another",
    (m) =>
      growing(m, (self) =>
        m.add("g", {
          typeParameters: [0],
          parameters: [parameter(0)],
          code: [["MoveLoc", 0], ["CallGeneric", instance(m, self, parameter(0))], ret],
        }),
      ),
  ],
  [
    "instantiation_loop",
    "a call of itself with a box and then with its own type",
    (m) => {
      const self = m.add("f", { typeParameters: [0], code: [ret] });
      const calls = steps([
        ["CallGeneric", instance(m, self, m.type("Box", parameter(0)))],
        ["CallGeneric", instance(m, self, parameter(0))],
      ]);
      m.codeOf("f").instructions.unshift(...calls);
    },
  ],
  ["accepted", "a call of itself with its own type", (m) => m.functionInstance("chain", parameter(0))],
  ["foreign_native", "a native function", (m) => (first(m.module.functionDefinitions).code = undefined)],
  ["foreign_resource", "another's resource published", (m) => m.functionInstance("publish", m.type("Ledger"))],
  ["foreign_resource", "a resource of any type published", (m) => m.functionInstance("publish", parameter(0))],
  ["foreign_resource", "a number borrowed", (m) => m.functionInstance("borrow_mut", u64)],
  ["foreign_resource", "a vector of own things looked up", (m) => m.functionInstance("exists", vector(m.type("Coin")))],
  ["foreign_event", "an event of any type", (m) => m.functionInstance("emit", parameter(0))],
  ["foreign_permit", "a permit for another's type", (m) => m.functionInstance("permit", m.type("Ledger"))],
  ["foreign_permit", "a permit for any type", (m) => m.functionInstance("permit", parameter(0))],
  ["foreign_permit", "a permit for a number", (m) => m.functionInstance("permit", u64)],
  ["foreign_permit", "a permit for a vector of own things", (m) => m.functionInstance("permit", vector(m.type("Coin")))],
];

describe.each([
  ["indexes", INDEXES],
  ["limits", LIMITS],
  ["duplicates", DUPLICATES],
  ["signatures", SIGNATURES],
  ["the rest", OTHERS],
])("a module that is wrong in %s", (_, cases) => {
  it.each(cases)("%s: %s", (fault, _what, edit) => {
    const editor = new ModuleEditor(parts);
    edit(editor);
    expect(faultOf(() => verifyModule(editor.module))).toBe(fault);
  });
});

const LINKING: readonly Case[] = [
  [
    "missing_module",
    "a module that is not there",
    (m) => (first(m.module.moduleHandles.filter((_, index) => index !== m.module.selfModule)).name = m.addIdentifier("nowhere")),
  ],
  ["missing_datatype", "a struct that is not there", (m) => (handleOf(m, "Pair").name = m.addIdentifier("Ghost"))],
  ["missing_function", "a function that is not there", (m) => (functionOf(m, "make").name = m.addIdentifier("ghost"))],
  ["accepted", "a struct counted on for less", (m) => (handleOf(m, "Pair").abilities = ABILITY.store | ABILITY.drop)],
  ["datatype_mismatch", "a struct counted on for more", (m) => (handleOf(m, "Coin").abilities |= ABILITY.copy)],
  [
    "datatype_mismatch",
    "a struct with a type parameter",
    (m) => m.addDatatype("Nested", handleOf(m, "Pair").module, 0, [{ constraints: 0, isPhantom: false }]),
  ],
  [
    "datatype_mismatch",
    "a type parameter that is not phantom",
    (m) => m.addDatatype("Box", handleOf(m, "Pair").module, 0, [{ constraints: 0, isPhantom: true }]),
  ],
  [
    "datatype_mismatch",
    "a type parameter that asks for less",
    (m) => m.addDatatype("Picky", handleOf(m, "Pair").module, 0, [{ constraints: 0, isPhantom: false }]),
  ],
  ["accepted", "a function as it is", (m) => imports(m, "set", [mutable(m.type("Pair")), u64], [])],
  ["function_mismatch", "a function with other parameters", (m) => imports(m, "set", [mutable(m.type("Pair"))], [])],
  ["function_mismatch", "a function with other results", (m) => imports(m, "set", [mutable(m.type("Pair")), u64], [u64])],
  ["function_mismatch", "an immutable reference for a mutable one", (m) => imports(m, "set", [borrowed(m.type("Pair")), u64], [])],
  ["function_mismatch", "a struct for another", (m) => imports(m, "set", [mutable(m.type("Coin")), u64], [])],
  ["function_mismatch", "a function with a type parameter", (m) => imports(m, "set", [mutable(m.type("Pair")), u64], [], [0])],
  ["not_visible", "a private function", (m) => m.module.functionHandles.push({ ...functionOf(m, "sum"), name: m.addIdentifier("casts") })],
];

describe("modules that do not fit together", () => {
  it.each(LINKING)("%s: %s", (fault, _what, edit) => {
    const editor = new ModuleEditor(user);
    edit(editor);
    expect(faultOf(() => verifyPackage([editor.module], [...library, parts]))).toBe(fault);
  });

  it("refuses friends that the owner does not name", () => {
    const editor = new ModuleEditor(parts);
    editor.module.friends.length = 0;
    expect(faultOf(() => verifyPackage([user], [...library, editor.module]))).toBe("not_visible");
  });

  it("refuses a module twice, and modules that import each other", () => {
    expect(faultOf(() => verifyPackage([parts, parts], library))).toBe("duplicate_module");
    const editor = new ModuleEditor(parts);
    editor.module.moduleHandles.push({
      address: editor.module.moduleHandles[editor.module.selfModule]?.address ?? 0,
      name: editor.addIdentifier("user"),
    });
    expect(faultOf(() => verifyPackage([editor.module, user], library))).toBe("module_cycle");
    expect(faultOf(() => verifyPackage([user], [...library, editor.module]))).toBe("module_cycle");
  });

  it("takes modules in any order, a new one in place of an old", () => {
    expect(faultOf(() => verifyPackage([user, parts, ...library], []))).toBe("accepted");
    expect(faultOf(() => verifyPackage([parts], [...library, parts, user]))).toBe("accepted");
  });
});

it("ends when the meter does", () => {
  expect(faultOf(() => verifyModule(parts, new VerificationMeter(1000)))).toBe("too_complex");
  const meter = new VerificationMeter();
  verifyModule(parts, meter);
  expect(meter.spent).toBeGreaterThan(1000);
});

it("gives every fault a number of its own", () => {
  const codes = Object.values(VERIFICATION_FAULTS);
  expect(new Set(codes).size).toBe(codes.length);
});

function faultOf(verify: () => void): string {
  try {
    verify();
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    expect(error.code).toBe(VERIFICATION_FAULTS[error.fault]);
    return error.fault;
  }
  return "accepted";
}

function moduleWith(identifier: string): CompiledModule {
  const module = compiled.find(({ identifiers }) => identifiers.includes(identifier));
  if (module === undefined) throw new Error(`no test module has ${identifier}`);
  return module;
}

function first<Item>(table: readonly Item[]): Item {
  const [item] = table;
  if (item === undefined) throw new Error("a table of the test module is empty");
  return item;
}

function handleOf(m: ModuleEditor, name: string) {
  return first(m.module.datatypeHandles.slice(m.datatype(name)));
}

function functionOf(m: ModuleEditor, name: string) {
  return first(m.module.functionHandles.slice(m.function(name)));
}

function fieldsOf(m: ModuleEditor, name: string) {
  return m.module.structDefinitions[m.struct(name)]?.fields ?? [];
}

function otherModule(m: ModuleEditor): number {
  return m.module.selfModule === 0 ? 1 : 0;
}

/** Adds the handle of a function of the module that declares `Pair`. */
function imports(m: ModuleEditor, name: string, parameters: TypeToken[], results: TypeToken[], typeParameters: number[] = []): void {
  const { module } = handleOf(m, "Pair");
  m.module.functionHandles.push({
    module,
    name: m.addIdentifier(name),
    parameters: m.signature(parameters),
    results: m.signature(results),
    typeParameters,
  });
}

function instance(m: ModuleEditor, handle: number, ...typeArguments: TypeToken[]): number {
  return m.module.functionInstantiations.push({ generic: handle, typeArguments: m.signature(typeArguments) }) - 1;
}

/** Adds a generic function that calls `through` of itself with a box of its type parameter. */
function growing(m: ModuleEditor, through: (self: number) => number): void {
  const self = m.add("f", { typeParameters: [0], parameters: [parameter(0)], code: [["LdU64"], ["Abort"]] });
  const callee = through(self);
  const box = m.type("Box", parameter(0));
  m.codeOf("f").instructions.splice(
    0,
    2,
    { op: "MoveLoc", index: 0, literal: 0n },
    { op: "PackGeneric", index: m.structInstance("Box", parameter(0)), literal: 0n },
    { op: "CallGeneric", index: instance(m, callee, box), literal: 0n },
    { op: "Ret", index: 0, literal: 0n },
  );
}
