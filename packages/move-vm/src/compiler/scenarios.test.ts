import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios, SCENARIO_ADDRESS } from "../../test-data/compile-scenarios.ts";
import { ScenarioMachine } from "../../test-data/scenario-machine.ts";

let modules: Uint8Array[];
beforeAll(async () => {
  modules = await compileScenarios();
}, 60_000);

describe.each([
  ["structured", false],
  ["dispatched", true],
])("%s code", (_name, alwaysDispatch) => {
  let machine: ScenarioMachine;
  beforeAll(() => {
    machine = new ScenarioMachine(modules, alwaysDispatch);
  });

  it.each([
    ["control::sum_to", [10], 37],
    ["control::sum_to", [100_000], 1_000_519],
    ["control::pairs", [4, 100], [8, 4, 1]],
    ["control::pairs", [10, 7], [7, 3, 0]],
    ["control::classify", [11, 11], 1000],
    ["control::classify", [11, 3], 6],
    ["control::classify", [4, 4], 55],
    ["control::classify", [7, 2], 66],
    ["control::classify", [3, 9], 606],
    ["control::classify", [6, 4], 12],
    ["control::chain", [1000], 515_063_062],
    ["control::greatest_common_divisor", [1071, 462], 21],
    ["control::is_even", [901], false],
    ["control::collatz", [27], 111],
    ["control::order", [1], 1_231_273],
    ["control::reassigned", [5], 11_026],
  ])("%s(%s)", (name, values, expected) => {
    expect(machine.value(name, ...values)).toEqual(expected);
  });

  it("types that are made of too many others are not made", () => {
    expect(machine.call("nested::too_many_types", [])).toMatchObject({ code: "limit_exceeded" });
  });

  it.each([
    ["values::copies", [7], [7, 2, 1, 12]],
    ["values::through_references", [5, true], [6, 264, 60_315, 88]],
    ["values::through_references", [5, false], [30, 249, 60_303, 83]],
    ["values::boxed_loop", [50], 121],
    ["values::swap_fields", [3], 5036],
    ["values::generics", [8], [17, 17, 3, true]],
    ["values::held", [2], 42],
    ["values::equal", [1, 1], [true, false, true, true]],
    ["values::equal", [1, 2], [false, true, false, false]],
    ["values::vectors", [5], [9, 231, 2, 4]],
    ["values::swap_elements", [0, 2], 321],
    ["values::swap_elements", [1, 1], 123],
    ["values::element", [3, 2], 2],
    ["values::set_element", [3, 0], 5],
    ["values::constant_is_fresh", [], [3, 2]],
    ["nested::copied", [258], [true, [2, 2, 1, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0]]],
    ["nested::perhaps_too_deep", [false], 3],
    ["nested::mark_of_deepest", [], true],
    ["nested::vectors_count_again", [], true],
    ["nested::most_names", [], true],
    ["nested::chain_fits", [], undefined],
    ["nested::elements_fit", [], 0],
    ["values::constants", [], [[0x74, 0x65, 0x78, 0x74], 2n ** 128n - 1n, `0x${"cafe".padStart(64, "0")}`, [[1, 2], []]]],
  ])("%s(%s)", (name, values, expected) => {
    expect(machine.value(name, ...values)).toEqual(expected);
  });

  it.each([
    ["variants::area_of", [0, 5], 0],
    ["variants::area_of", [1, 5], 75],
    ["variants::area_of", [1, 20], 1256],
    ["variants::area_of", [2, 5], 30],
    ["variants::grown", [0, 5], [0, 12]],
    ["variants::grown", [1, 2], [12, 192]],
    ["variants::grown", [2, 4], [20, 30]],
    ["variants::unwrap", [true, 4], 4],
    ["variants::unwrap", [false, 4], 12_345],
    ["variants::nested", [0, 4], 4],
    ["variants::nested", [1, 4], 4000],
    ["variants::nested", [2, 4], 400],
    ["variants::nested", [3, 4], 8],
    ["variants::nested", [4, 4], 420],
    ["variants::equal", [2, 2, 4], true],
    ["variants::equal", [1, 2, 4], false],
  ])("%s(%s)", (name, values, expected) => {
    expect(machine.value(name, ...values)).toEqual(expected);
  });

  it.each([
    ["values::element", [3, 3], "vector_error in values::element"],
    ["values::element", [3, 2n ** 63n], "vector_error in values::element"],
    ["values::set_element", [3, 4], "vector_error in values::set_element"],
    ["values::swap_elements", [0, 3], "vector_error in values::swap_elements"],
    ["values::swap_elements", [2n ** 60n, 0], "vector_error in values::swap_elements"],
    ["nested::one_too_deep", [1], "limit_exceeded in nested::wrap"],
    ["nested::vector_too_deep", [1], "limit_exceeded in nested::vector_too_deep"],
    ["nested::empty_vector_too_deep", [], "limit_exceeded in nested::empty_vector_too_deep"],
    ["nested::variant_too_deep", [], "limit_exceeded in nested::variant_too_deep"],
    ["nested::mark_of_too_deep", [], "limit_exceeded in nested::mark_of_too_deep"],
    ["nested::vectors_count_too_often", [], "limit_exceeded in nested::vectors_count_too_often"],
    ["nested::chain_too_long", [], "limit_exceeded in nested::chain52"],
    ["nested::elements_too_long", [], "limit_exceeded in nested::none"],
    ["nested::too_many_names", [], "limit_exceeded in nested::too_many_names"],
    ["nested::perhaps_too_deep", [true], "limit_exceeded in nested::wrap"],
    ["values::pop_empty", [], "vector_error in values::pop_empty"],
    ["values::destroy_full", [], "vector_error in values::destroy_full"],
    ["aborts::check", [6], "aborted in aborts::check"],
    ["aborts::calls_check", [3], "aborted in inner::checked"],
    ["aborts::calls_check", [0], "arithmetic_error in inner::checked"],
    ["aborts::bad_string", [], "aborted in string::utf8"],
    ["control::spin", [], "out_of_gas in control::spin"],
    ["control::descend", [1023], "limit_exceeded in control::descend"],
    ["control::descend_plainly", [1025], "limit_exceeded in control::descend_plainly"],
    ["control::descend_laden", [341], "limit_exceeded in control::descend_laden"],
  ])("%s(%s) fails", (name, values, expected) => {
    expect(machine.fault(name, ...values)).toBe(expected);
  });

  it("lets calls nest to the limit", () => {
    expect(machine.value("control::descend", 1022)).toBe(1022);
    expect(machine.value("control::descend_plainly", 1024)).toBeUndefined();
    expect(machine.value("control::descend_laden", 340)).toBe(1020);
    expect(machine.value("control::is_even", 1000)).toBe(true);
  });

  it("stops wide calls by their slots, not by the engine's stack", () => {
    const end = machine.call("control::wide", [1023, ...Array.from({ length: 20 }, (_, index) => index)]);
    expect(end).toMatchObject({ code: "limit_exceeded", location: { function: "wide", offset: 0 } });
    expect(machine.context.depth).toBeGreaterThan(300);
  });

  it("resolves the constants of aborts", () => {
    const named = (n: number) => {
      const end = machine.call("aborts::check", [n]);
      if ("value" in end || end.abortCode === undefined) throw new Error("it did not abort");
      return machine.linker.errorConstant(SCENARIO_ADDRESS, "aborts", end.abortCode);
    };
    expect(named(10)).toEqual({ name: "ETooMuch", text: "That is too much: €." });
    expect(named(6)).toEqual({ name: "ENumber", text: undefined });
    expect(named(5)).toBeUndefined();
    expect(named(7)).toBeUndefined();
    expect(named(8)).toBeUndefined();
    expect(machine.call("aborts::check", [5])).toMatchObject({ code: "aborted", abortCode: 7n });
    expect(machine.call("aborts::check", [8])).toMatchObject({ code: "aborted", abortCode: 2n ** 64n - 1n });
  });

  it("takes the same gas cold and warm, and stops at exactly that much", () => {
    for (const [name, values] of [
      ["control::sum_to", [1000]],
      ["values::vectors", [20]],
      ["values::copies", [1]],
      ["variants::grown", [2, 3]],
    ] as const) {
      const cold = new ScenarioMachine(modules, alwaysDispatch).call(name, values);
      const warm = machine.call(name, values);
      expect(warm).toEqual(cold);
      if (!("gas" in cold)) throw new Error("it failed");
      expect(machine.call(name, values, [], cold.gas)).toEqual(cold);
      expect(machine.call(name, values, [], cold.gas - 1)).toMatchObject({ code: "out_of_gas" });
    }
  });

  it("keeps values above 2^53 exact in every position", () => {
    const big = 2n ** 53n + 5n;
    expect(machine.value("values::swap_fields", 2n ** 54n)).toBe((2n ** 54n + 2n) * 1000n + 2n ** 54n * 10n + 2n ** 55n);
    expect(machine.value("control::greatest_common_divisor", big * 3n, big)).toBe(big);
    expect(machine.value("values::equal", big, big)).toEqual([true, false, true, true]);
    expect(machine.value("control::sum_to", 3)).toBe(3);
  });
});

it("takes the same gas structured and dispatched", () => {
  const structured = new ScenarioMachine(modules);
  const dispatched = new ScenarioMachine(modules, true);
  for (const [name, values] of [
    ["control::chain", [1000]],
    ["control::pairs", [10, 40]],
    ["variants::nested", [4, 4]],
  ] as const) {
    expect(structured.call(name, values)).toEqual(dispatched.call(name, values));
  }
});
