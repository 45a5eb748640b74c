import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatCoverage } from "../source-marks/line-coverage.ts";
import type { StackFrame } from "../source-marks/mark-recorder.ts";
import type { TestReport, TestResult } from "./test-report.ts";

/** Calls of a stack that are printed; a deep recursion has thousands. */
const FRAMES_MAX = 12;

/** A report as Move's own test runner prints it: a line a test, then the failures, then the counts. Ends with a line break. */
export function formatTestReport(report: TestReport): string {
  return `${[`Running Move unit tests of ${report.package}`, ...report.results.map(formatTestResult)].join("\n")}\n${formatTestSummary(report)}`;
}

/** What follows the lines of the tests: the failures, coverage if it was asked for, and the counts. Ends with a line break. */
export function formatTestSummary(report: TestReport): string {
  const failures = report.results.filter((result) => !result.passed);
  const lines: string[] = [];
  if (failures.length > 0) lines.push("", "Test failures:", ...failures.flatMap(formatFailure), "");
  const verdict = report.failed === 0 ? "OK" : "FAILED";
  const total = report.passed + report.failed;
  if (report.seed !== undefined) lines.push(`Random arguments of seed ${report.seed}`);
  lines.push(`Test result: ${verdict}. Total tests: ${total}; passed: ${report.passed}; failed: ${report.failed}`);
  const coverage = report.coverage === undefined ? "" : `\n${formatCoverage(report.coverage)}\n`;
  return `${coverage}${lines.join("\n")}\n`;
}

/** A line for one test, after what it printed. */
export function formatTestResult(result: TestResult): string {
  const name = `${result.module}::${result.name}`;
  const printed = result.debugOutput.map((line) => `[ DEBUG   ] ${line}`);
  return [...printed, `[ ${result.passed ? "PASS   " : "FAIL   "} ] ${name} (${result.gasUsed} gas)`].join("\n");
}

function formatFailure(result: TestResult): string[] {
  const head = `┌── ${result.module}::${result.name} `;
  return [
    "",
    head.padEnd(60, "─"),
    ...[...result.reasons, ...formatStack(result.stack)].map((line) => `│ ${line}`.trimEnd()),
    "└".padEnd(60, "─"),
  ];
}

/** The statement at which the test ended with an arrow, and the calls that led there. */
function formatStack(stack: readonly StackFrame[]): string[] {
  const [innermost, ...callers] = stack;
  if (innermost === undefined) return [];
  const shown = callers.slice(0, FRAMES_MAX).map((frame) => `called from ${printFunction(frame.function)} (${frame.path}:${frame.line})`);
  const hidden = callers.length - shown.length;
  return [...showSource(innermost), ...shown, ...(hidden > 0 ? [`… and ${hidden} calls before`] : [])];
}

function showSource({ directory, path, line, function: name }: StackFrame): string[] {
  const text = readFileSync(join(directory, path), "utf8").split("\n")[line - 1]?.replaceAll("\t", "    ").trimEnd() ?? "";
  const code = text.replace(/\/\/.*$/, "").trimEnd();
  const indent = code.length - code.trimStart().length;
  const margin = " ".repeat(`${line}`.length);
  return [
    `${margin}--> ${path}:${line} in ${printFunction(name)}`,
    `${margin} |`,
    `${line} | ${text}`,
    `${margin} | ${" ".repeat(indent)}${"^".repeat(code.length - indent)}`,
  ];
}

function printFunction(name: string): string {
  return name.replace(/^0x0*(?=.)/, "0x");
}
