import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readSourceModules } from "../source/source-module.ts";
import { formatTestSummary } from "../unit-tests/format-test-report.ts";
import { runPackageTests } from "../unit-tests/run-package-tests.ts";
import type { TestReport } from "../unit-tests/test-report.ts";
import { formatCoverage } from "./line-coverage.ts";
import { markSource } from "./mark-source.ts";

const MARKS = fileURLToPath(new URL("../../test-data/marks", import.meta.url));

/** The body of a function with `#` where a mark is put. */
function marked(body: string): string {
  const text = `module 0x1::m; fun f() {${body}}`;
  const bodies = readSourceModules({ path: "sources/m.move", text }, new Map()).flatMap((module) =>
    module.functions.flatMap((each) => (each.body === undefined ? [] : [each.body])),
  );
  const result = markSource(text, bodies, () => 0).replaceAll("0x1::source_marks::reached(0);", "#");
  return result.slice("module 0x1::m; fun f() {".length, -1);
}

describe("where marks stand", () => {
  it.each([
    ["", ""],
    ["a(); b()", "#a(); #b()"],
    ["use a::b; use c::{d, e}; f()", "use a::b; use c::{d, e}; #f()"],
    ["let S { a, b: T { c } } = s; S { a: 1, b }", "#let S { a, b: T { c } } = s; #S { a: 1, b }"],
    ["if (a) b else c", "#if (a) {#b} else {#c}"],
    ["if (a) { b } else if (c) { d } else e;", "#if (a) { #b } else if (c) { #d } else {#e};"],
    ["if (a) if (b) c else d; e", "#if (a) {#if (b) {#c} else {#d}}; #e"],
    ["f(if (a) b else g<C, D>(d), e)", "#f(if (a) {#b} else {#g<C, D>(d)}, e)"],
    ["let x = if (a < b) return else 1; x", "#let x = if (a < b) {#return} else {#1}; #x"],
    [
      "match (a) { A => 1, B { c } if (c >= 2) => { 2 }, _ => g(3, 4) }",
      "#match (a) { A => {#1}, B { c } if (c >= 2) => { #2 }, _ => {#g(3, 4)} }",
    ],
    [
      "v.do!(|x| s = s + x); v.do!(|x, y| { x }); w!(|| -> u64 { 1 })",
      "#v.do!(|x| {#s = s + x}); #v.do!(|x, y| { #x }); #w!(|| -> u64 { #1 })",
    ],
    ["a = b | c; a || b; f(a | b, 1)", "#a = b | c; #a || b; #f(a | b, 1)"],
    ["while (a) { b }; 'x: loop { break 'x }", "#while (a) { #b }; #'x: loop { #break 'x }"],
    ["let t = { u; w }; (t, { x })", "#let t = { #u; #w }; #(t, { #x })"],
    ['/* if (a) b; */ f(b"if (a) { }; ") // ; g()\n', '/* if (a) b; */ #f(b"if (a) { }; ") // ; g()\n'],
  ])("%s", (body, expected) => {
    expect(marked(body)).toBe(expected);
  });
});

describe("a package whose tests reach some lines", () => {
  let report: TestReport;
  beforeAll(async () => {
    report = await runPackageTests(MARKS, { coverage: true });
  }, 120_000);

  it("tells which lines were never reached, and which in part", () => {
    expect(formatCoverage(report.coverage ?? [])).toBe(
      [
        "file                   lines          not reached (~: in part)",
        "sources/flow.move      26/32   81.2%  22-24, 26~, 31, 36, 56, 72",
        "all                    26/32   81.2%",
        "",
      ].join("\n"),
    );
  });

  it("counts how often a line ran", () => {
    const [file] = report.coverage ?? [];
    const hits = new Map(file?.lines.map(({ line, hits: times }) => [line, times]));
    expect([19, 48, 50, 52, 67, 68].map((line) => hits.get(line))).toEqual([2, 4, 3, 1, 3, 2]);
  });

  it("shows the statement at which a test failed, and the calls that led there", () => {
    expect(formatTestSummary({ ...report, coverage: undefined })).toBe(`
Test failures:

┌── 0x52::flow_tests::fails_far_below ──────────────────────
│ The test should have succeeded.
│ It aborted with code 7 in 0x52::flow::deep, instruction 5 (sources/flow.move:67)
│   --> sources/flow.move:67 in 0x52::flow::deep
│    |
│ 67 |     if (n == 0) abort 7;
│    |     ^^^^^^^^^^^^^^^^^^^^
│ called from 0x52::flow::deep (sources/flow.move:68)
│ called from 0x52::flow::deep (sources/flow.move:68)
│ called from 0x52::flow_tests::fails_far_below (tests/flow_tests.move:18)
└───────────────────────────────────────────────────────────

Test result: FAILED. Total tests: 2; passed: 1; failed: 1
`);
  });

  it("uses the same gas as without coverage", async () => {
    const plain = await runPackageTests(MARKS);
    expect(report.results.map(({ gasUsed }) => gasUsed)).toEqual(plain.results.map(({ gasUsed }) => gasUsed));
  }, 120_000);
});
