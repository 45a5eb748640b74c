/** Why execution stopped without an `abort`. */
export type ExecutionErrorCode =
  | "out_of_gas"
  | "arithmetic_error"
  | "vector_error"
  | "limit_exceeded"
  | "missing_resource"
  | "resource_exists"
  | "enum_error"
  | "malformed_module"
  | "unsound_module"
  | "wrong_package"
  | "incompatible_upgrade";

/** What a `vector_error` was about, by the number that Move's virtual machines give it. */
export const VECTOR_FAULT = { indexOutOfBounds: 1, popFromEmpty: 2, unpackOfOtherLength: 3 } as const;

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
  /** Which fault of its code, if the code has several: {@link VECTOR_FAULT}. */
  readonly subStatus: number | undefined;

  constructor(code: "aborted" | ExecutionErrorCode, detail: string, abortCode?: bigint, location?: MoveLocation, subStatus?: number) {
    super(detail);
    this.code = code;
    this.detail = detail;
    this.abortCode = abortCode;
    this.location = location;
    this.subStatus = subStatus;
  }
}
