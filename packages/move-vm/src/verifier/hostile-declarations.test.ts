import { describe, expect, it } from "vitest";
import { faultOfParts, fieldsOf, first, handleOf, instance, ret, type ModuleCase } from "../../test-data/hostile-modules.ts";
import { bool, borrowed, mutable, parameter, steps, u64, vector, type ModuleEditor } from "../../test-data/module-editor.ts";
import type { TypeToken } from "../format/compiled-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";

const signer: TypeToken = { kind: "signer" };

const SIGNATURES: readonly ModuleCase[] = [
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

const OTHERS: readonly ModuleCase[] = [
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
  ["bad_constant_data", "a length that does not end", (m) => m.constant(vector(bool), 0x80, 0x80, 0x80, 0x80, 0x80)],
  ["bad_constant_data", "a length with needless zeros", (m) => m.constant(vector({ kind: "u8" }), 0x81, 0, 7)],
  ["accepted", "an empty vector of bytes in the byte that is a zero elsewhere", (m) => m.constant(vector({ kind: "u8" }), 0)],
  ["accepted", "a u64 in the bytes that are a vector elsewhere", (m) => m.constant(u64, 7, 1, 2, 3, 4, 5, 6, 7)],
  ["accepted", "an empty vector of vectors of addresses", (m) => m.constant(vector(vector({ kind: "address" })), 0)],
  ["accepted", "a struct that is named like the module", (m) => m.addStruct("parts", [u64])],
  [
    "duplicate_entry",
    "a friend twice",
    (m) => {
      const { address } = first(m.module.moduleHandles.slice(m.module.selfModule));
      for (let times = 0; times < 2; times += 1) m.module.friends.push({ address, name: m.addIdentifier("friendly") });
    },
  ],
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

describe("a module that is wrong in signatures, abilities, constants, friends or ownership", () => {
  it.each([...SIGNATURES, ...OTHERS])("%s: %s", (fault, _what, edit) => {
    expect(faultOfParts(edit)).toBe(fault);
  });
});
