export { type BindingsOptions, writeBindings } from "./bindings/write-bindings.ts";
export { MoveBuildError, type MoveBuildErrorCode } from "./move-build-error.ts";
export { buildPackage, type BuildPackageOptions, type BuiltModule, type BuiltPackage } from "./compile/build-package.ts";
export { buildWorkspace, type WorkspaceBuild, type WorkspaceBuildStep } from "./workspace/build-workspace.ts";
export { loadBuiltModules, type LoadedModule } from "./workspace/load-built-modules.ts";
export { runPackageTests, type RunPackageTestsOptions } from "./unit-tests/run-package-tests.ts";
export { formatTestReport } from "./unit-tests/format-test-report.ts";
export type { TestReport, TestResult } from "./unit-tests/test-report.ts";
