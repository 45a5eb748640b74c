import { describe, expect, it } from "vitest";
import type { ProgramArgument, ProgramCall } from "../runtime/virtual-machine.ts";
import {
  A,
  OWN,
  STD,
  address,
  bcs,
  begin,
  call,
  coinType,
  generic,
  program,
  raw,
  result,
  run,
  signer,
  text,
  u64,
} from "../../test-data/program-fixture.ts";

describe("a program that does not fit is refused before anything runs", () => {
  const mint = call("mint", u64(5));
  const burned = call("burn", result(0));
  const REFUSED: [string, string, ProgramCall[]][] = [
    ["a module that is not there", "unknown_function", [{ ...mint, module: "nothing" }]],
    ["a function that is not there", "unknown_function", [call("nothing")]],
    ["a private function", "unknown_function", [call("hidden")]],
    [
      "storage itself",
      "unknown_function",
      [{ address: STD, module: "ledger", function: "take", typeArguments: [coinType], arguments: [address(A)] }],
    ],
    [
      "a permit for a module's type",
      "unknown_function",
      [{ address: STD, module: "internal", function: "permit", typeArguments: [coinType], arguments: [] }],
    ],
    ["a native", "unknown_function", [{ address: STD, module: "hash", function: "sha2_256", typeArguments: [], arguments: [raw(0)] }]],
    ["too few arguments", "wrong_argument_count", [call("mint")]],
    ["too many arguments", "wrong_argument_count", [call("mint", u64(1), u64(2))]],
    ["an argument for the ledger", "wrong_argument_count", [call("add", raw(0), address(A), u64(1))]],
    ["no type argument", "wrong_type_argument", [generic("generic", [], u64(1))]],
    ["a type argument too many", "wrong_type_argument", [generic("mint", [{ kind: "u8" }], u64(1))]],
    [
      "a type argument that does not exist",
      "wrong_type_argument",
      [generic("generic", [{ kind: "struct", address: OWN, module: "coin", name: "Nothing", typeArguments: [] }], u64(1))],
    ],
    ["a type argument without the abilities", "wrong_type_argument", [generic("generic", [coinType], raw(0))]],
    [
      "a type argument whose own argument lacks abilities",
      "wrong_type_argument",
      [
        generic(
          "generic",
          [{ kind: "struct", address: OWN, module: "coin", name: "Wrapped", typeArguments: [{ kind: "signer" }] }],
          raw(0),
        ),
      ],
    ],
    ["bytes short of a literal", "wrong_argument_type", [call("mint", raw(1, 2, 3))]],
    ["bytes after a literal", "wrong_argument_type", [call("mint", raw(1, 0, 0, 0, 0, 0, 0, 0, 0))]],
    ["a struct written out", "wrong_argument_type", [call("burn", u64(5))]],
    ["a struct written out behind a reference", "wrong_argument_type", [call("value", u64(5))]],
    ["a copyable struct written out", "wrong_argument_type", [call("take_note", raw(0, 0))]],
    ["a signer written out", "wrong_argument_type", [call("open_purse", address(A))]],
    ["a signer by value written out", "wrong_argument_type", [call("by_value", address(A), address(A))]],
    ["a signer for a value", "wrong_argument_type", [call("mint", signer(0))]],
    ["a signer for an address", "wrong_argument_type", [call("add", signer(0), u64(1))]],
    ["a signer that is not there", "wrong_argument_type", [call("open_purse", signer(2))]],
    ["a result for a signer", "wrong_argument_type", [mint, call("open_purse", result(0)), burned]],
    ["a result of another type", "wrong_argument_type", [mint, call("mint", result(0)), burned]],
    ["a function that returns a reference", "wrong_argument_type", [call("coin_of", raw(0))]],
    ["a function that wants the ledger twice", "wrong_argument_type", [call("two_ledgers")]],
    ["a resource left over", "unused_result", [mint]],
    ["one of two results left over", "unused_result", [call("pair")]],
    ["the result of a call that is not there", "result_unavailable", [call("burn", result(7))]],
    ["the result of the same call", "result_unavailable", [call("burn", result(0))]],
    ["the result of a later call", "result_unavailable", [call("burn", result(1)), mint]],
    ["a result beyond those returned", "result_unavailable", [mint, call("burn", result(0, 1)), burned]],
    ["a result moved twice", "result_unavailable", [mint, burned, burned]],
    ["a result moved twice in one call", "result_unavailable", [mint, call("join", result(0), result(0)), burned]],
    ["a result borrowed after it was moved", "result_unavailable", [mint, burned, call("value", result(0))]],
    ["a result borrowed twice, once to change it", "result_unavailable", [mint, call("touch", result(0), result(0)), burned]],
    ["a result borrowed and moved in one call", "result_unavailable", [mint, call("swallow", result(0), result(0))]],
    [
      "a primitive result borrowed twice, once to change it",
      "result_unavailable",
      [call("pair"), call("increase", result(0, 0), result(0, 0)), call("burn", result(0, 1))],
    ],
  ];
  it.each(REFUSED)("%s: %s", (_, code, calls) => {
    // A call that would leave a mark, first: nothing of it may be seen.
    const session = begin();
    const shifted = calls.map((each) => ({
      ...each,
      arguments: each.arguments.map((argument) => (argument.kind === "result" ? { ...argument, call: argument.call + 1 } : argument)),
    }));
    const refused = session.execute(program([call("tick", signer(0)), ...shifted]));
    expect(refused).toMatchObject({ outcome: { kind: "failed", code, location: undefined }, gasUsed: 0, events: [] });
    expect(session.writeSet()).toEqual([]);
  });

  const describeWith = (index: number, argument: ProgramArgument): ProgramCall => {
    const good = [text("a"), text("ok"), raw(0), raw(0), raw(1), raw(5), bcs((writer) => writer.u256(6n)), raw(0)];
    return call("describe", ...good.map((each, at) => (at === index ? argument : each)));
  };
  const STRICT: [string, number, ProgramArgument][] = [
    ["text that is not UTF-8", 0, raw(2, 0xc3, 0x28)],
    ["plain text that is not ASCII", 1, text("é")],
    ["an option of two", 2, raw(2, ...Array(16).fill(0))],
    ["an option within a vector that is not 0 or 1", 3, raw(1, 2)],
    ["bad text within an option within a vector", 3, raw(1, 1, 1, 0xff)],
    ["a length in a longer form than needed", 0, raw(0x81, 0x00, 0x61)],
    ["a vector longer than its bytes", 7, raw(0xff, 0xff, 0x03, 0)],
    ["a boolean of 2", 4, raw(2)],
    ["a u8 of two bytes", 5, raw(5, 0)],
    ["a u256 of 31 bytes", 6, raw(...Array(31).fill(0))],
  ];
  it.each(STRICT)("%s", (_, index, argument) => {
    expect(run(describeWith(index, argument)).outcome).toMatchObject({ kind: "failed", code: "wrong_argument_type" });
  });
});
