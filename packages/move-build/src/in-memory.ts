/** What of this package needs neither files nor a process: compiling and testing packages in memory, in browsers too. */
export { type BuiltModule, type BuiltPackage, compilePackage } from "./compile/compile-package.ts";
export { type PackagePlace, withAddress } from "./compile/package-place.ts";
export { MoveBuildError, type MoveBuildErrorCode } from "./move-build-error.ts";
export { type MemoryPackages, memoryPackages, type PackageFiles } from "./package/memory-packages.ts";
export type { MoveManifest } from "./package/move-manifest.ts";
export type { StackFrame } from "./source-marks/mark-recorder.ts";
export { runTests, type RunTestsOptions, type TestedPackage } from "./unit-tests/run-tests.ts";
export type { TestReport, TestResult } from "./unit-tests/test-report.ts";
