/** Why a set of modules does not fit together. */
export type ModuleLinkFault =
  | "duplicate_module"
  | "duplicate_name"
  | "foreign_definition"
  | "missing_module"
  | "missing_datatype"
  | "missing_function"
  | "missing_native"
  | "handle_mismatch"
  | "not_visible"
  | "recursive_type"
  | "native_struct"
  | "bad_constant";

/** A set of modules does not fit together; `detail` names the place. */
export class ModuleLinkError extends Error {
  override readonly name = "ModuleLinkError";
  readonly code: ModuleLinkFault;
  readonly detail: string;

  constructor(code: ModuleLinkFault, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
