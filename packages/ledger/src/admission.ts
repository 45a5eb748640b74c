// What can be said of signed bytes alone: all that the threads need which check signatures, without the machine.
export { type AdmissibleTransaction, admit, checkExpiry, MAX_GAS_LIMIT } from "./execution/admission.ts";
export { blake2b } from "./hash.ts";
export { verifyMessage, verifySignatures } from "./execution/verify-signatures.ts";
