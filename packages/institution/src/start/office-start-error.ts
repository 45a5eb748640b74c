/** Why an office cannot start. */
export type OfficeStartCode =
  | "office_configuration"
  | "no_office_here"
  | "private_node"
  | "office_of_another_ledger"
  | "office_of_another_institution"
  | "port_not_open";

/** A mistake of whoever starts an office, in a plain sentence. */
export class OfficeStartError extends Error {
  override readonly name = "OfficeStartError";
  readonly code: OfficeStartCode;

  constructor(code: OfficeStartCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
