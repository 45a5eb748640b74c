/** Why a proof does not prove what it says. */
export type ProofErrorCode =
  /** The bytes are not a proof in canonical form. */
  | "malformed_proof"
  /** Its header is not the one that is trusted. */
  | "untrusted_header"
  /** It leads to another root than the header has. */
  | "wrong_root"
  /** What it shows is not what it says it shows. */
  | "wrong_claim";

/** A proof that proves nothing. */
export class ProofError extends Error {
  readonly code: ProofErrorCode;

  constructor(code: ProofErrorCode, message: string) {
    super(message);
    this.name = "ProofError";
    this.code = code;
  }
}
