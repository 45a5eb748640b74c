/** Why bytes are not valid Binary Canonical Serialization. */
export type BcsFault =
  | "out_of_bytes"
  | "trailing_bytes"
  | "bad_bool"
  | "bad_uleb128"
  | "length_too_large"
  | "bad_utf8"
  | "bad_variant"
  | "bad_option"
  | "integer_out_of_range"
  | "not_canonical";

/** Thrown by the readers and writers here: bytes or a value outside BCS, with the byte offset where it was seen. */
export class BcsError extends Error {
  override readonly name = "BcsError";
  readonly fault: BcsFault;
  readonly offset: number;

  constructor(fault: BcsFault, offset: number) {
    super(`${fault.replaceAll("_", " ")} at byte ${offset}`);
    this.fault = fault;
    this.offset = offset;
  }
}
