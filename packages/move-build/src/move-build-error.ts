/** What went wrong, by stage. */
export type MoveBuildErrorCode =
  | "invalid_package"
  | "dependency_not_found"
  | "dependency_cycle"
  | "compile_failed"
  | "compiler_fault"
  | "build_missing"
  | "invalid_module";

/**
 * A Move package that cannot be built. For `compile_failed` the message is the compiler's own diagnostics, unchanged; for
 * `compiler_fault` it has none.
 */
export class MoveBuildError extends Error {
  override readonly name = "MoveBuildError";
  readonly code: MoveBuildErrorCode;
  /** Directory of the package, absolute. */
  readonly directory: string;

  constructor(code: MoveBuildErrorCode, message: string, directory: string) {
    super(message);
    this.code = code;
    this.directory = directory;
  }
}
