import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { formatTestReport } from "./format-test-report.ts";
import { runPackageTests } from "./run-package-tests.ts";
import type { TestReport } from "./test-report.ts";

const library = fileURLToPath(new URL("../../test-data/unit_tests", import.meta.url));

describe("runPackageTests", () => {
  let report: TestReport;
  beforeAll(async () => {
    report = await runPackageTests(library, { gasLimit: 100_000, seed: 7, edges: true });
  });
  const resultOf = (name: string) => report.results.find((result) => result.name === name);

  it("passes what does as it should, and only that", () => {
    const passed = report.results.filter((result) => result.passed).map((result) => result.name);
    expect(passed).toEqual([
      "passes_beside_its_code",
      "aborts_with_a_constant_of_its_module",
      "is_given_what_its_attribute_says",
      "holds_for_any_arguments",
      "fails_the_same_way_for_any_arguments",
      "expects_an_index_out_of_bounds",
      "expects_a_pop_from_nothing",
      "expects_something_left",
      "expects_an_abort_by_its_number",
      "expects_a_million_elements_to_be_too_many",
      "has_a_ledger_of_its_own",
      "has_a_ledger_of_its_own_again",
      "expects_a_named_error",
      "expects_a_number_by_its_name",
      "expects_a_number_in_a_place",
      "expects_anything",
      "expects_an_overflow",
      "expects_an_index_out_of_range",
      "expects_to_run_out_of_gas",
      "expects_a_missing_resource",
    ]);
    expect(report.results.filter((result) => !result.passed).every((result) => result.name.startsWith("fails_"))).toBe(true);
    expect([report.package, report.passed, report.failed]).toEqual(["library", 20, 17]);
  });

  const failures: readonly [string, readonly (string | RegExp)[]][] = [
    [
      "fails_by_a_named_error",
      [
        "The test should have succeeded.",
        /^It aborted with EEmpty "The shelf is empty\." in 0x77::shelf::take, instruction \d+ \(sources\/shelf\.move:29\)$/,
      ],
    ],
    [
      "fails_without_a_code",
      [
        "The test should have succeeded.",
        /^It aborted with no code in 0x77::shelf_tests::fails_without_a_code, instruction \d+ \(tests\/shelf_tests\.move:\d+\)$/,
      ],
    ],
    [
      "fails_by_arithmetic",
      ["The test should have succeeded.", /^It failed with arithmetic_error in 0x77::shelf_tests::fails_by_arithmetic, /],
    ],
    ["fails_because_it_succeeds", ["The test should have failed: abort with EFull in 0x77::shelf.", "It succeeded."]],
    ["fails_because_the_error_is_another", ["The test should have failed: abort with EFull in 0x77::shelf.", /^It aborted with EEmpty /]],
    [
      "fails_because_the_place_is_another",
      ["The test should have failed: abort with EFull in 0x77::shelf.", /^It aborted with EFull "A constant of the same name elsewhere\."/],
    ],
    [
      "fails_because_the_number_is_another",
      ["The test should have failed: abort with code 18 in 0x77::shelf.", /^It aborted with code 17 in /],
    ],
    ["fails_because_it_aborts", ["The test should have failed: arithmetic_error in 0x77::shelf_tests.", /^It aborted with code 5 in /]],
    ["fails_because_it_is_no_abort", ["The test should have failed: abort with code 5.", /^It failed with arithmetic_error in /]],
    [
      "fails_because_the_fault_is_elsewhere",
      ["The test should have failed: arithmetic_error in 0x77::shelf.", /^It failed with arithmetic_error in 0x77::shelf_tests::/],
    ],
    ["fails_because_it_wants_an_argument", ["The test's parameter _signer needs a value: #[test(_signer = @0x1)]."]],
    ["fails_because_it_has_no_such_parameter", ["The test has no parameter other."]],
    ["fails_because_its_value_is_no_argument", ["The value of a is neither an address, a number nor a boolean."]],
    ["fails_because_its_arguments_cannot_be_random", ["Random arguments are primitives and vectors of them only."]],
    [
      "fails_for_one_argument_at_least",
      [
        /^The test should have succeeded\. The call was fails_for_one_argument_at_least\([0-3]\), of seed 7\.$/,
        /^It aborted with no code in /,
      ],
    ],
    [
      "fails_because_the_status_is_another",
      [
        "The test should have failed: vector_error (sub-status 3) in 0x77::argument_tests.",
        /^It failed with vector_error \(sub-status 2\) in 0x77::argument_tests::/,
      ],
    ],
    ["fails_because_its_status_means_nothing", ["expected_failure(major_status = 1, location = Self) cannot be checked here."]],
  ];
  it.each(failures)("%s", (name, reasons) => {
    const result = resultOf(name);
    expect(result?.passed).toBe(false);
    expect(result?.reasons.length).toBe(reasons.length);
    for (const [index, reason] of reasons.entries()) {
      if (typeof reason === "string") expect(result?.reasons[index]).toBe(reason);
      else expect(result?.reasons[index]).toMatch(reason);
    }
  });

  it("collects what tests print, and counts their gas", () => {
    expect(resultOf("has_a_ledger_of_its_own_again")?.debugOutput.length).toBe(1);
    expect(resultOf("has_a_ledger_of_its_own")?.gasUsed).toBeGreaterThan(0);
    expect(resultOf("has_a_ledger_of_its_own")?.gasUsed).toBeLessThan(100_000);
  });

  it("hands on the compiler's warnings", () => {
    expect(report.warnings).toContain("tests/shelf_tests.move");
    expect(report.warnings).toContain("WARNING: passes for an abort from any module");
  });

  it("draws random arguments evenly unless edges are asked for", async () => {
    const { results, seed } = await runPackageTests(library, { filter: "for_one_argument", seed: 7 });
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([["fails_for_one_argument_at_least", true]]);
    expect(seed).toBe(7);
  });

  it("runs only the tests that a filter names", async () => {
    const heard: string[] = [];
    const few = await runPackageTests(library, { filter: "0x77::shelf::passes", onResult: (result) => heard.push(result.name) });
    expect(few.results.map((result) => result.name)).toEqual(["passes_beside_its_code"]);
    expect(heard).toEqual(["passes_beside_its_code"]);
  });

  it("leaves the tests of dependencies to them", async () => {
    const root = mkdtempSync(join(tmpdir(), "sycee-move-tests-"));
    try {
      cpSync(fileURLToPath(new URL("../../test-data/workspace", import.meta.url)), root, { recursive: true });
      mkdirSync(join(root, "std/tests"));
      writeFileSync(join(root, "std/tests/unfinished.move"), "module std::unfinished;\n#[test] fun t(): bool { 1u64 }\n");
      mkdirSync(join(root, "money/tests"));
      writeFileSync(
        join(root, "money/tests/unit_tests.move"),
        "module money::unit_tests;\n#[test] fun t() { assert!(std::ledger::height_in_tests() == 7) }\n",
      );
      const { results } = await runPackageTests(join(root, "money"));
      expect(results.map((result) => [result.name, result.reasons])).toEqual([["t", []]]);
      await expect(runPackageTests(join(root, "std"))).rejects.toMatchObject({ code: "compile_failed" });
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("fails with the diagnostics of a package that does not compile", async () => {
    await expect(runPackageTests(fileURLToPath(new URL("../../test-data/broken", import.meta.url)))).rejects.toMatchObject({
      code: "compile_failed",
      message: expect.stringContaining("sources/broken.move:4:5"),
    });
  });
});

describe("formatTestReport", () => {
  it("prints a line a test, then what failed and why, then the counts", () => {
    const common = { module: "0x2::wallet_tests", gasUsed: 120 };
    const results = [
      { ...common, name: "pays", passed: true, debugOutput: ["7"], reasons: [], stack: [] },
      {
        ...common,
        name: "refuses",
        passed: false,
        debugOutput: [],
        reasons: ["The test should have failed: in any way.", "It succeeded."],
        stack: [],
      },
    ];
    expect(
      formatTestReport({ package: "money", results, passed: 1, failed: 1, warnings: "", seed: 9, coverage: undefined, elapsedMs: 5 }),
    ).toBe(`Running Move unit tests of money
[ DEBUG   ] 7
[ PASS    ] 0x2::wallet_tests::pays (120 gas)
[ FAIL    ] 0x2::wallet_tests::refuses (120 gas)

Test failures:

┌── 0x2::wallet_tests::refuses ─────────────────────────────
│ The test should have failed: in any way.
│ It succeeded.
└───────────────────────────────────────────────────────────

Random arguments of seed 9
Test result: FAILED. Total tests: 2; passed: 1; failed: 1
`);
  });
});
