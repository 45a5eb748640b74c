/** What is wrong with a module's bytes. */
export type ModuleFormatFault =
  | "bad_magic"
  | "unsupported_version"
  | "unexpected_end"
  | "trailing_bytes"
  | "bad_integer"
  | "bad_table"
  | "bad_tag"
  | "bad_identifier"
  | "index_out_of_bounds"
  | "nesting_too_deep"
  | "deprecated_opcode";

/** The bytes are not a well-formed module. `offset` is the position in the file at which that showed. */
export class ModuleFormatError extends Error {
  override readonly name = "ModuleFormatError";
  readonly code: ModuleFormatFault;
  readonly offset: number;
  readonly detail: string;

  constructor(code: ModuleFormatFault, offset: number, detail: string) {
    super(`${code} at byte ${offset}: ${detail}`);
    this.code = code;
    this.offset = offset;
    this.detail = detail;
  }
}
