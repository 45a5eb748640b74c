import { describe, expect, it } from "vitest";
import { type ExpectedFailure, moduleKey, readExpectedFailure } from "../unit-tests/expected-failure.ts";
import { type NamedAddresses, readSourceModules, resolveAddress, type SourceModule } from "./source-module.ts";

const addresses: NamedAddresses = new Map([
  ["std", resolveAddress("0x1", new Map())],
  ["money", resolveAddress("0x2", new Map())],
]);
const read = (text: string) => readSourceModules({ path: "sources/a.move", text }, addresses);
const only = (text: string): SourceModule => {
  const [module, ...others] = read(text);
  if (module === undefined || others.length > 0) throw new Error(`not one module but ${others.length + 1}`);
  return module;
};

describe("what is read of Move source", () => {
  it("finds functions with their lines and attributes, whatever stands around them", () => {
    const module = only(`/// A module. #[test] fun in_a_comment() {}
module money::wallet;
/* /* nested */ #[test] fun hidden() {} */
use fun money::unit::id as Money.unit;
const TEXT: vector<u8> = b"\\" #[test] fun in_a_string() {}";
public struct Coin<phantom T>(u64, T) has store;
public enum Kind has drop { A { x: u64 }, B(u8), C }
public(package) entry fun pay<T: store + drop>(ledger: &mut u64, f: vector<vector<T>>): (u64, bool) { { { } }; abort 1 }
#[allow(unused_function, lint(self_transfer)), test_only]
native fun make(): u64;
#[test]
#[expected_failure(abort_code = money::wallet::EBad, location = money::wallet)]
fun a_test() { let x = b"}"; x; }
macro fun each<$T>($x: vector<$T>, $f: |$T| -> ()) { $f(1) }
#[test] fun last() {}
`);
    expect(module.functions.map(({ name, line, parameters }) => [name, line, ...parameters])).toEqual([
      ["pay", 8, "ledger", "f"],
      ["make", 10],
      ["a_test", 13],
      ["each", 14, "x", "f"],
      ["last", 15],
    ]);
    expect(module.functions.map(({ attributes }) => attributes.map(({ name }) => name))).toEqual([
      [],
      ["allow", "test_only"],
      ["test", "expected_failure"],
      [],
      ["test"],
    ]);
    expect(module.functions[2]?.attributes[1]?.inner.map((field) => [field.name, field.value?.map((token) => token.text)])).toEqual([
      ["abort_code", ["money", "::", "wallet", "::", "EBad"]],
      ["location", ["money", "::", "wallet"]],
    ]);
  });

  it("reads constants: integers by value, errors by name", () => {
    const { constants } = only(`module 0x2::m {
  const A: u64 = 1_000;
  const B: u8 = 0xFFu8;
  const C: u64 = 1 << 3;
  #[error] const D: vector<u8> = b"text";
  #[error(code = 3)]
  const E: vector<u8> = b"text";
}`);
    expect([...constants]).toEqual([
      ["A", { isError: false, value: 1000n }],
      ["B", { isError: false, value: 255n }],
      ["C", { isError: false, value: undefined }],
      ["D", { isError: true, value: undefined }],
      ["E", { isError: true, value: undefined }],
    ]);
  });

  it("reads the names under which other modules are known", () => {
    const { imports } = only(`module money::m;
use std::vector;
use std::option as o;
use std::table::{Self, Table, Self as t};
use money::{unit, wallet as w, money::{Self, Money}};
use std::ledger::Ledger;
use 0x3::law;
`);
    const printed = [...imports].map(([alias, name]) => `${alias} = ${moduleKey(name).replace(/^0x0*/, "0x")}`);
    expect(printed).toEqual([
      "vector = 0x1::vector",
      "o = 0x1::option",
      "table = 0x1::table",
      "t = 0x1::table",
      "unit = 0x2::unit",
      "w = 0x2::wallet",
      "money = 0x2::money",
      "law = 0x3::law",
    ]);
  });

  it("reads several modules of a file", () => {
    const modules = read("module money::a { fun x() {} } #[test_only] module money::b { #[test] fun y() {} }");
    expect(modules.map((module) => [module.module, module.functions.map(({ name }) => name)])).toEqual([
      ["a", ["x"]],
      ["b", ["y"]],
    ]);
  });
});

describe("what an expected_failure means", () => {
  const tests = "module money::m_tests;\nuse money::m;\nuse money::m as short;\nconst EOwn: u64 = 4;\n";
  const code = 'module money::m { const EPlain: u64 = 7; const EOdd: u64 = 1 << 2; #[error] const ENamed: vector<u8> = b""; }';
  const [m] = read(code);
  const [vector] = read("module 0x1::vector { const EIndex: u64 = 0x20000; }");
  const place = { address: resolveAddress("0x2", new Map()), module: "m" };
  const own = { ...place, module: "m_tests" };
  const cases: readonly [string, ExpectedFailure | string][] = [
    ["expected_failure", { kind: "any" }],
    ["expected_failure(abort_code = 3)", { kind: "abort-code", code: 3n, location: undefined }],
    ["expected_failure(abort_code = 0x10, location = money::m)", { kind: "abort-code", code: 16n, location: place }],
    ["expected_failure(abort_code = 3, location = Self)", { kind: "abort-code", code: 3n, location: own }],
    ["expected_failure(abort_code = EOwn)", { kind: "abort-code", code: 4n, location: own }],
    ["expected_failure(abort_code = m::EPlain)", { kind: "abort-code", code: 7n, location: place }],
    [
      "expected_failure(abort_code = vector::EIndex)",
      { kind: "abort-code", code: 0x20000n, location: { address: resolveAddress("0x1", new Map()), module: "vector" } },
    ],
    ["expected_failure(abort_code = short::ENamed)", { kind: "abort-name", name: "ENamed", location: place }],
    ["expected_failure(abort_code = money::m::ENamed)", { kind: "abort-name", name: "ENamed", location: place }],
    ["expected_failure(abort_code = 0x2::m::ENamed, location = Self)", { kind: "abort-name", name: "ENamed", location: own }],
    [
      "expected_failure(arithmetic_error, location = m)",
      { kind: "failed", code: "arithmetic_error", subStatus: undefined, location: place },
    ],
    ["expected_failure(vector_error, location = Self)", { kind: "failed", code: "vector_error", subStatus: undefined, location: own }],
    ["expected_failure(out_of_gas, location = Self)", { kind: "failed", code: "out_of_gas", subStatus: undefined, location: own }],
    [
      "expected_failure(major_status = 4008, location = m)",
      { kind: "failed", code: "missing_resource", subStatus: undefined, location: place },
    ],
    ["expected_failure(major_status = 4016, location = m)", { kind: "any-abort", location: place }],
    ["expected_failure(major_status = 4016, minor_status = 7, location = m)", { kind: "abort-code", code: 7n, location: place }],
    [
      "expected_failure(vector_error, minor_status = 2, location = m)",
      { kind: "failed", code: "vector_error", subStatus: 2, location: place },
    ],
    ["expected_failure(major_status = 9999, location = m)", "expected_failure(major_status = 9999, location = m) cannot be checked here"],
    [
      "expected_failure(major_status = 4008, minor_status = 1, location = m)",
      "expected_failure(major_status = 4008, minor_status = 1, location = m) cannot be checked here",
    ],
    ["expected_failure(abort_code = m::EGone)", "expected_failure names an unknown constant: m::EGone"],
    ["expected_failure(abort_code = m::EOdd)", "the value of constant m::EOdd is not a plain number, so it cannot be compared"],
    ["expected_failure(abort_code = 3, location = money::gone)", "expected_failure names an unknown location: money::gone"],
  ];

  it.each(cases)("%s", (attribute, meaning) => {
    const module = only(`${tests}#[test, ${attribute}]\nfun t() {}`);
    const modules = new Map([m, vector, module].flatMap((each) => (each === undefined ? [] : [[moduleKey(each), each] as const])));
    const read = module.functions[0]?.attributes.find(({ name }) => name === "expected_failure");
    if (read === undefined) throw new Error("the attribute was not found");
    const result = readExpectedFailure(read, { module, modules, addresses });
    expect(
      typeof result === "string" ? result : { ...result, ...("location" in result ? { location: bare(result.location) } : {}) },
    ).toEqual(meaning);
  });

  const bare = (name: { address: string; module: string } | undefined) => name && { address: name.address, module: name.module };
});
