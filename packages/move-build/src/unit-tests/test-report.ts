import type { FileCoverage } from "../source-marks/line-coverage.ts";
import type { StackFrame } from "../source-marks/mark-recorder.ts";

/** How one unit test went. */
export interface TestResult {
  /** `0x2::wallet_tests`, address in its short form. */
  readonly module: string;
  readonly name: string;
  readonly passed: boolean;
  readonly gasUsed: number;
  /** What the test printed by `std::debug`. */
  readonly debugOutput: readonly string[];
  /** Why it failed, a sentence a line; empty if it passed. */
  readonly reasons: readonly string[];
  /** The statements a failed test was at when it ended, innermost first; empty if it returned or if that is not known. */
  readonly stack: readonly StackFrame[];
}

/** How a package's unit tests went. */
export interface TestReport {
  readonly package: string;
  /** In order of module and of place in the source. */
  readonly results: readonly TestResult[];
  readonly passed: number;
  readonly failed: number;
  /** Seed of the random arguments; `undefined` if no test has any. */
  readonly seed: number | undefined;
  /** The compiler's warnings as it prints them. */
  readonly warnings: string;
  /** Lines of the package that its tests reach; `undefined` unless asked for. */
  readonly coverage: readonly FileCoverage[] | undefined;
  readonly elapsedMs: number;
}
