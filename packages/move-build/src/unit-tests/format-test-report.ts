import type { TestReport, TestResult } from "./test-report.ts";

/** A report as Move's own test runner prints it: a line a test, then the failures, then the counts. Ends with a line break. */
export function formatTestReport(report: TestReport): string {
  const failures = report.results.filter((result) => !result.passed);
  const lines = [`Running Move unit tests of ${report.package}`, ...report.results.map(formatResult)];
  if (failures.length > 0) lines.push("", "Test failures:", ...failures.flatMap(formatFailure), "");
  const verdict = report.failed === 0 ? "OK" : "FAILED";
  const total = report.passed + report.failed;
  lines.push(`Test result: ${verdict}. Total tests: ${total}; passed: ${report.passed}; failed: ${report.failed}`);
  return `${lines.join("\n")}\n`;
}

function formatResult(result: TestResult): string {
  const name = `${result.module}::${result.name}`;
  const printed = result.debugOutput.map((line) => `[ DEBUG   ] ${line}`);
  return [...printed, `[ ${result.passed ? "PASS   " : "FAIL   "} ] ${name} (${result.gasUsed} gas)`].join("\n");
}

function formatFailure(result: TestResult): string[] {
  const head = `┌── ${result.module}::${result.name} `;
  return ["", head.padEnd(60, "─"), ...result.reasons.map((reason) => `│ ${reason}`), "└".padEnd(60, "─")];
}
