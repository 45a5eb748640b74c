import { beforeAll, describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { STANDARD_NATIVES } from "../natives/standard-natives.ts";
import { createVirtualMachine } from "./create-virtual-machine.ts";
import { linkerOf } from "./linker-of.ts";
import { runUnitTest } from "./unit-test.ts";
import type { VirtualMachine } from "./virtual-machine.ts";

const OWN = `0x${"7".padStart(64, "0")}` as const;
const A = `0x${"a".padStart(64, "0")}` as const;

let vm: VirtualMachine;
beforeAll(async () => {
  vm = createVirtualMachine({ modules: await compileTestPackage("programs", "test") });
});

describe("unit tests of Move modules", () => {
  it("run above a ledger of their own and collect what is printed", () => {
    for (let run = 0; run < 2; run++) {
      const result = runUnitTest(vm, OWN, "coin", "stores_in_a_ledger_of_its_own");
      expect(result.outcome).toEqual({ kind: "executed" });
      expect(result.debugOutput).toEqual(["0x7::coin::Coin { value: 7 }", "77", '"hi"']);
      expect(result.gasUsed).toBeGreaterThan(0);
    }
    expect(runUnitTest(vm, OWN, "coin", "starts_empty").outcome).toEqual({ kind: "executed" });
  });

  it("tell how they failed", () => {
    expect(runUnitTest(vm, OWN, "coin", "fails").outcome).toMatchObject({
      kind: "aborted",
      name: "EEmpty",
      text: "A coin of nothing is not worth keeping.",
      location: { address: OWN, module: "coin", function: "fails" },
    });
    const outOfGas = runUnitTest(vm, OWN, "coin", "stores_in_a_ledger_of_its_own", { gasLimit: 100 });
    expect(outOfGas).toMatchObject({ outcome: { kind: "failed", code: "out_of_gas" }, gasUsed: 100 });
  });

  it("take the arguments that they declare and nothing else", () => {
    expect(() => runUnitTest(vm, OWN, "coin", "by_value", { arguments: [A] })).toThrow("takes 2 arguments, not 1");
    expect(() => runUnitTest(vm, OWN, "coin", "increase", { arguments: [A, A] })).toThrow("argument 0 must be");
    expect(() => runUnitTest(vm, OWN, "coin", "generic", {})).toThrow("there is no test");
    expect(() => runUnitTest(vm, OWN, "coin", "nothing")).toThrow("there is no test");
  });
});

it("every native that the standard library declares is there, and no other", () => {
  const linker = linkerOf(vm);
  const declared = linker
    .modules()
    .flatMap(({ address, name, functions }) =>
      functions
        .filter((each) => linker.findFunction(address, name, each.name)?.isNative === true)
        .map((each) => `${address}::${name}::${each.name}`),
    );
  expect(declared.length).toBeGreaterThan(20);
  // Only sources instrumented for tests have the module of the marks.
  const known = [...STANDARD_NATIVES.keys()].filter((name) => !name.includes("::source_marks::"));
  expect(known.toSorted()).toEqual(declared.toSorted());
});
