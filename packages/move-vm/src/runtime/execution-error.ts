/** Why execution stopped without an `abort`. */
export type ExecutionErrorCode =
  | "out_of_gas"
  | "arithmetic_error"
  | "vector_error"
  | "limit_exceeded"
  | "missing_resource"
  | "resource_exists"
  | "enum_error";

/** A place in Move code. */
export interface MoveLocation {
  /** `0x` and 64 hexadecimal digits. */
  readonly address: string;
  readonly module: string;
  readonly function: string;
  /** Index of the bytecode instruction. */
  readonly offset: number;
}

/** Ends a transaction: an `abort` (then `code` is `aborted`) or a fault of the running program. Never a fault of the machine. */
export class ExecutionError extends Error {
  override readonly name = "ExecutionError";
  readonly code: "aborted" | ExecutionErrorCode;
  /** The abort code, `undefined` unless `code` is `aborted`. */
  readonly abortCode: bigint | undefined;
  /** Filled in by the innermost compiled function. */
  location: MoveLocation | undefined;
  readonly detail: string;

  constructor(code: "aborted" | ExecutionErrorCode, detail: string, abortCode?: bigint, location?: MoveLocation) {
    super(detail);
    this.code = code;
    this.detail = detail;
    this.abortCode = abortCode;
    this.location = location;
  }
}
