import { describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { decodeModule } from "../format/decode-module.ts";
import { ModuleFormatError } from "../format/module-format-error.ts";
import { ModuleLinkError } from "../runtime/module-link-error.ts";
import { VerificationError } from "../verifier/verification-error.ts";
import { createMemoryStore } from "./memory-store.ts";
import { createVm } from "./create-vm.ts";
import { verifyPackage } from "./verify-package.ts";
import type { VmArgument, VmCallOptions, VmOptions, VmResult } from "./vm.ts";
import { VmOptionError } from "./vm-option-error.ts";

const modules = await compileTestPackage("api");
const vm = createVm({ modules });
const OWNER = `0x${"a".padStart(64, "0")}`;

function call(name: string, given: readonly VmArgument[] = [], options: VmCallOptions = {}, machine = vm): VmResult {
  return machine.call(`0x42::shapes::${name}`, { ...options, arguments: given });
}

function ok(result: VmResult): Extract<VmResult, { status: "ok" }> {
  if (result.status !== "ok") throw new Error(`${result.status} ${result.code}: ${result.message}`);
  return result;
}

function plain(result: VmResult): unknown[] {
  return ok(result).values.map(({ value }) => value);
}

function code(result: VmResult): unknown {
  return result.status === "ok" ? "ok" : result.code;
}

describe("values", () => {
  it("cross as plain JavaScript and as BCS", () => {
    const big = (1n << 256n) - 1n;
    const result = ok(call("integers", [1, 2n, 3, 2n ** 64n - 1n, 5, big]));
    expect(result.values.map(({ value }) => value)).toStrictEqual([1, 2, 3, 2n ** 64n - 1n, 5n, big]);
    expect(result.values[3]).toStrictEqual({ type: "u64", value: 2n ** 64n - 1n, bcs: new Uint8Array(8).fill(255) });
    expect(result.gasUsed).toBeGreaterThan(0);
    const bytes = result.values.map(({ bcs }) => ({ bcs: bcs ?? new Uint8Array() }));
    expect(call("integers", bytes)).toStrictEqual(result);
    expect(plain(call("pair", [true, "0xAB"]))).toStrictEqual([`0x${"ab".padStart(64, "0")}`, true]);
    expect(plain(call("texts", ["grüß €", "plain"]))).toStrictEqual([10n, "grüß €", "plain"]);
  });

  it.each<[string, VmArgument, unknown?]>([
    ["vector<u8>", Uint8Array.of(1, 2)],
    ["vector<u8>", [1, 2], Uint8Array.of(1, 2)],
    ["vector<u16>", [1, 2]],
    ["vector<vector<u64>>", [[1n], [], [2n, 3n]]],
    ["0x1::option::Option<u64>", 7n],
    ["0x1::option::Option<u64>", undefined],
    ["0x1::option::Option<u64>", null],
    ["0x1::option::Option<0x1::option::Option<u8>>", { some: undefined }],
    ["0x1::option::Option<0x1::option::Option<u8>>", { some: 4 }],
    ["0x42::shapes::Empty", {}],
    ["0x42::shapes::Point", { x: 1n, y: 2n }],
    ["0x42::shapes::Point", { y: 2, x: 1 }, { x: 1n, y: 2n }],
    ["0x42::shapes::Box<0x42::shapes::Point>", { inner: { x: 1n, y: 2n } }],
    ["0x42::shapes::Box<0x1::option::Option<bool>>", {}, { inner: undefined }],
    ["0x42::shapes::Raw", { bcs: Uint8Array.of(9) }],
    ["0x42::shapes::Shape", { $kind: "Nothing" }],
    ["0x42::shapes::Shape", { $kind: "Circle", radius: 2n }],
    ["0x42::shapes::Shape", { $kind: "Segment", pos0: { x: 0n, y: 0n }, pos1: { x: 1n, y: 1n } }],
  ])("%s is itself after a round trip", (type, given, other) => {
    const expected = given === null ? undefined : (other ?? given);
    const result = ok(call("echo", [given], { typeArguments: [type] }));
    expect(result.values[0]?.type).toBe(type);
    expect(result.values[0]?.value).toStrictEqual(expected);
    if (!type.endsWith("Raw")) {
      const again = call("echo", [{ bcs: result.values[0]?.bcs ?? new Uint8Array() }], { typeArguments: [type] });
      expect(plain(again)).toStrictEqual([expected]);
    }
  });

  it("are lent to references, and come back changed", () => {
    const moved = ok(call("move_right", [{ x: 2n ** 53n, y: 0n }, 5n]));
    expect(moved.values[0]?.value).toBe(2n ** 53n + 5n);
    expect(moved.changed).toMatchObject([{ argument: 0, type: "0x42::shapes::Point", value: { x: 2n ** 53n + 5n, y: 0n } }]);
    expect(ok(call("increase", [1n, [2n, 3n]])).changed).toMatchObject([{ argument: 0, type: "u64", value: 6n }]);
    expect(plain(call("borrow_x", [{ x: 4n, y: 5n }]))).toStrictEqual([4n]);
    expect(plain(call("borrow_mut_x", [{ x: 4n, y: 5n }]))).toStrictEqual([4n]);
    expect(plain(call("borrow_same", [4n]))).toStrictEqual([4n]);
    expect(plain(call("borrow_several", [{ x: 4n, y: 5n }, 6n, true]))).toStrictEqual([4n, 5n, { x: 4n, y: 5n }, 6n, true]);
    expect(plain(call("area", [{ $kind: "Circle", radius: 2 }]))).toStrictEqual([12n]);
  });

  it("without copy or drop go out and in again", () => {
    const [receipt] = ok(call("receipt", [5n])).values;
    expect(receipt).toStrictEqual({ type: "0x42::shapes::Receipt", value: { amount: 5n }, bcs: Uint8Array.of(5, 0, 0, 0, 0, 0, 0, 0) });
    expect(plain(call("redeem", [{ amount: 5n }]))).toStrictEqual([5n]);
    expect(plain(call("redeem", [{ bcs: receipt?.bcs ?? new Uint8Array() }]))).toStrictEqual([5n]);
  });

  it("are signers by address", () => {
    expect(plain(call("who", ["0xa", { bcs: new Uint8Array(32) }]))).toStrictEqual([OWNER, `0x${"0".repeat(64)}`]);
  });
});

describe("storage", () => {
  it("stays from call to call, and in a store for the next machine", () => {
    const store = createMemoryStore();
    const first = createVm({ modules, store });
    expect(code(call("open", ["0xa"], {}, first))).toBe("ok");
    expect(ok(call("count", ["0xa", 5n], {}, first)).events).toMatchObject([
      { type: "0x42::shapes::Paid", value: { amount: 5n, note: "counted" } },
    ]);
    expect(plain(call("counted", ["0xa"], {}, first))).toStrictEqual([5n]);
    const second = createVm({ modules, store });
    expect(plain(call("counted", ["0xa"], {}, second))).toStrictEqual([5n]);
    expect(plain(call("close", ["0xa"], {}, second))).toStrictEqual([5n]);
    expect(code(call("counted", ["0xa"], {}, second))).toBe("missing_resource");
    expect(code(call("open", ["0xa"], {}, second))).toBe("ok");
    expect(code(call("open", ["0xa"], {}, second))).toBe("resource_exists");
  });

  it("takes nothing from a call that aborts", () => {
    const machine = createVm({ modules });
    call("open", ["0xa"], {}, machine);
    expect(call("count", ["0xa", 100n], {}, machine)).toMatchObject({ status: "abort", constant: "ETooMuch" });
    expect(plain(call("counted", ["0xa"], {}, machine))).toStrictEqual([0n]);
    expect(code(call("count", ["0xa", 1n], { gas: 2200 }, machine))).toBe("out_of_gas");
    expect(plain(call("counted", ["0xa"], {}, machine))).toStrictEqual([0n]);
  });

  it("never makes the same table twice, whichever machine does", () => {
    const store = createMemoryStore();
    for (const owner of ["0xa", "0xb"]) {
      const machine = createVm({ modules, store });
      expect(code(call("open_book", [owner], {}, machine))).toBe("ok");
      expect(code(call("write", [owner, 1n, 7n], {}, machine))).toBe("ok");
    }
    const machine = createVm({ modules, store });
    expect(plain(call("look_up", ["0xb", 1n], {}, machine))).toStrictEqual([7n]);
    expect(code(call("write", ["0xb", 1n, 7n], {}, machine))).toBe("resource_exists");
    expect(plain(call("time", [], { timeMs: 5n }, machine))).toStrictEqual([5n]);
  });

  it("can be read from outside by the natives of std::ledger", () => {
    const machine = createVm({ modules });
    call("open", ["0xa"], {}, machine);
    const read = machine.call("0x1::ledger::borrow", { typeArguments: ["0x42::shapes::Counter"], arguments: ["0xa"] });
    expect(plain(read)).toStrictEqual([{ value: 0n }]);
  });
});

describe("faults of a call", () => {
  it("carry their place, code and text", () => {
    expect(call("refuse", [10n])).toMatchObject({
      status: "abort",
      module: "0x42::shapes",
      function: "refuse",
      message: "That is too much.",
      constant: "ETooMuch",
    });
    expect(call("refuse", [1n])).toMatchObject({ status: "abort", code: 7n, message: "Aborted with code 7.", constant: undefined });
    const fault = call("divide", [1n, 0n]);
    expect(fault).toMatchObject({ status: "error", code: "arithmetic_error", module: "0x42::shapes", function: "divide" });
    expect(fault.status === "error" && fault.offset).toBe(2);
    expect(call("spin", [], { gas: 1000 })).toMatchObject({ status: "error", code: "out_of_gas", gasUsed: 1000 });
    expect(code(call("dive"))).toBe("limit_exceeded");
  });

  const echo = (type: string, given: unknown) => ({ typeArguments: [type], arguments: [given] });
  it.each<[string, unknown, unknown, string]>([
    ["a name that is none", "shapes", {}, "bad_function_name"],
    ["a name that is no string", 7, {}, "bad_function_name"],
    ["a very long name", `0x42::${"a".repeat(100_000)}::b`, {}, "bad_function_name"],
    ["no such module", "0x42::nothing::at_all", {}, "unknown_function"],
    ["no such function", "0x42::shapes::constructor", {}, "unknown_function"],
    ["a private function", "0x42::shapes::hidden", {}, "not_callable"],
    ["a function of the package", "0x42::shapes::internal", {}, "not_callable"],
    ["two ledgers, one to change", "0x42::shapes::two_ledgers", {}, "not_callable"],
    ["no type argument", "0x42::shapes::echo", { arguments: [1] }, "wrong_type_argument"],
    ["a type that is none", "0x42::shapes::echo", echo("u65", 1), "wrong_type_argument"],
    ["a type of no module", "0x42::shapes::echo", echo("0x42::nothing::T", 1), "wrong_type_argument"],
    [
      "a type that nests without end",
      "0x42::shapes::echo",
      echo(`${"vector<".repeat(500)}u8${">".repeat(500)}`, []),
      "wrong_type_argument",
    ],
    ["a very long type", "0x42::shapes::echo", echo("vector<".repeat(1e5), []), "wrong_type_argument"],
    ["a type that is a number", "0x42::shapes::echo", { typeArguments: [8], arguments: [1] }, "bad_option"],
    ["arguments that are none", "0x42::shapes::echo", { typeArguments: ["u8"], arguments: 7 }, "bad_option"],
    ["negative gas", "0x42::shapes::divide", { arguments: [1, 1], gas: -1 }, "bad_option"],
    ["gas that is no number", "0x42::shapes::divide", { arguments: [1, 1], gas: Number.NaN }, "bad_option"],
    ["time that is no bigint", "0x42::shapes::divide", { arguments: [1, 1], timeMs: 1 }, "bad_option"],
    ["too few arguments", "0x42::shapes::divide", { arguments: [1] }, "wrong_argument_count"],
    ["too many arguments", "0x42::shapes::divide", { arguments: [1, 1, 1] }, "wrong_argument_count"],
    ["a fraction", "0x42::shapes::echo", echo("u64", 1.5), "wrong_argument"],
    ["a number too large to be exact", "0x42::shapes::echo", echo("u64", 2 ** 53), "wrong_argument"],
    ["a number beyond its type", "0x42::shapes::echo", echo("u8", 256), "wrong_argument"],
    ["a number below zero", "0x42::shapes::echo", echo("u256", -1n), "wrong_argument"],
    ["a huge bigint", "0x42::shapes::echo", echo("u256", 1n << 100_000n), "wrong_argument"],
    ["a string for a number", "0x42::shapes::echo", echo("u64", "1"), "wrong_argument"],
    ["a number for a boolean", "0x42::shapes::echo", echo("bool", 1), "wrong_argument"],
    ["nothing at all", "0x42::shapes::echo", echo("u64", undefined), "wrong_argument"],
    ["an address of 65 digits", "0x42::shapes::echo", echo("address", `0x${"1".repeat(65)}`), "wrong_argument"],
    ["an address with other letters", "0x42::shapes::echo", echo("address", "0xg"), "wrong_argument"],
    ["half a character", "0x42::shapes::echo", echo("0x1::string::String", "\ud800"), "wrong_argument"],
    ["a character beyond ASCII", "0x42::shapes::echo", echo("0x1::ascii::String", "é"), "wrong_argument"],
    ["an object for a vector", "0x42::shapes::echo", echo("vector<u8>", { length: 2 }), "wrong_argument"],
    ["a vector with a hole", "0x42::shapes::echo", echo("vector<u8>", new Array(1e9)), "wrong_argument"],
    ["a byte too large", "0x42::shapes::echo", echo("vector<u8>", [1, 256]), "wrong_argument"],
    ["a struct without a field", "0x42::shapes::echo", echo("0x42::shapes::Point", { x: 1 }), "wrong_argument"],
    ["a field of its prototype", "0x42::shapes::echo", echo("0x42::shapes::Point", Object.create({ x: 1, y: 2 })), "wrong_argument"],
    ["a struct with another field", "0x42::shapes::echo", echo("0x42::shapes::Point", { x: 1, y: 2, z: 3 }), "wrong_argument"],
    ["null for a struct", "0x42::shapes::echo", echo("0x42::shapes::Point", null), "wrong_argument"],
    ["an enum without a variant", "0x42::shapes::echo", echo("0x42::shapes::Shape", { radius: 1 }), "wrong_argument"],
    ["no such variant", "0x42::shapes::echo", echo("0x42::shapes::Shape", { $kind: "Square" }), "wrong_argument"],
    ["a bare option of an option", "0x42::shapes::echo", echo("0x1::option::Option<0x1::option::Option<u8>>", 4), "wrong_argument"],
    ["BCS with bytes left", "0x42::shapes::echo", echo("u8", { bcs: Uint8Array.of(1, 2) }), "wrong_argument"],
    ["BCS that ends early", "0x42::shapes::echo", echo("u64", { bcs: Uint8Array.of(1) }), "wrong_argument"],
    ["BCS of an option of two", "0x42::shapes::echo", echo("0x1::option::Option<u8>", { bcs: Uint8Array.of(2, 1, 1) }), "wrong_argument"],
    ["BCS of no text", "0x42::shapes::echo", echo("0x1::string::String", { bcs: Uint8Array.of(1, 255) }), "wrong_argument"],
    [
      "BCS that promises too much",
      "0x42::shapes::echo",
      echo("vector<u8>", { bcs: Uint8Array.of(255, 255, 255, 255, 15) }),
      "wrong_argument",
    ],
    ["BCS of no boolean", "0x42::shapes::echo", echo("bool", { bcs: Uint8Array.of(2) }), "wrong_argument"],
    ["a function", "0x42::shapes::echo", echo("u64", () => 1), "wrong_argument"],
    ["a symbol", "0x42::shapes::echo", echo("u64", Symbol.iterator), "wrong_argument"],
  ])("%s is refused before anything runs", (_, name, options, expected) => {
    const result = vm.call(name as string, options as VmCallOptions);
    expect(result).toMatchObject({ status: "error", code: expected, gasUsed: 0, module: undefined });
  });

  it("do not depend on how deep the caller is", () => {
    const deepest = (): VmResult => {
      try {
        return deepest();
      } catch {
        return vm.call("0x42::shapes::dive");
      }
    };
    expect(code(deepest())).toBe("limit_exceeded");
    expect(plain(call("divide", [6n, 3n]))).toStrictEqual([2n]);
  });
});

describe("modules", () => {
  it.each<[string, unknown]>([
    ["no modules", {}],
    ["modules that are none", { modules: ["0x42"] }],
    ["a store without methods", { modules, store: {} }],
    ["gas that is a string", { modules, gas: "1" }],
  ])("%s are refused", (_, options) => {
    expect(() => createVm(options as VmOptions)).toThrow(VmOptionError);
  });

  it("that are no modules, not all there, or not sound are refused", () => {
    const [first = new Uint8Array()] = modules;
    const shapes = modules.at(-1) ?? first;
    expect(() => createVm({ modules: [first.subarray(0, 50)] })).toThrow(ModuleFormatError);
    expect(() => createVm({ modules: [shapes] })).toThrow(ModuleLinkError);
    expect(() => createVm({ modules: [...modules, shapes] })).toThrow(ModuleLinkError);
    expect(() => verifyPackage([shapes])).toThrow(VerificationError);
    verifyPackage([shapes], modules.slice(0, -1));
    verifyPackage([decodeModule(shapes)], modules.slice(0, -1).map(decodeModule));
  });
});
