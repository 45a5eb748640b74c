/** A mistake or a refusal that the command line itself sees: a stable code and a plain sentence. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: string;

  constructor(code: CliErrorCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** Stable codes of the command line's own refusals. */
export type CliErrorCode =
  | "invalid_argument"
  | "unknown_name"
  | "no_key"
  | "name_taken"
  | "keys_unreadable"
  | "unknown_instrument"
  | "no_customer_accounts"
  | "no_books"
  | "not_a_development_ledger"
  | "genesis_refused"
  | "node_failed"
  | "transfers_refused"
  | "tests_failed"
  | "not_verified"
  | "not_absent"
  | "proof_refused"
  | "trust_missing"
  | "not_available"
  | "other_chain"
  | "other_currency"
  | "amount_locked"
  | "no_amount"
  | "not_confirmed"
  | "same_signer"
  | "code_not_allowed"
  | "nothing_there"
  | "unknown_unit"
  | "too_many_payments"
  | "file_not_read"
  | "file_not_written"
  | "cancelled";
