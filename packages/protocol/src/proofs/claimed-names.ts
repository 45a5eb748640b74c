import { parseTypeTag } from "../parse-type-tag.ts";
import { CodedError } from "../status.ts";
import { printTypeTag } from "../type-tag.ts";
import { ProofError } from "./proof-error.ts";

/** What a module can be called. */
export const MODULE_NAME = "^[A-Za-z_][A-Za-z0-9_]{0,127}$";
const moduleName = new RegExp(MODULE_NAME);

/**
 * Refuses a type that is not written as it is printed: of `0x02::wallet::Wallet` there is nothing anywhere, whatever there
 * is of `0x2::wallet::Wallet`. Throws {@link ProofError} `malformed_proof`.
 */
export function checkClaimedType(type: string): void {
  let printed: string | undefined;
  try {
    printed = printTypeTag(parseTypeTag(type));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
  }
  if (printed !== type) throw new ProofError("malformed_proof", "That is not a proof: it is about something that is no printed type.");
}

/** Refuses what no module can be called, for the same reason. Throws {@link ProofError} `malformed_proof`. */
export function checkClaimedModule(name: string): void {
  if (!moduleName.test(name))
    throw new ProofError("malformed_proof", "That is not a proof: it is about something that is no module's name.");
}
