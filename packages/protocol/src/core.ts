// What crosses the wire in bytes: all that ledger, storage and the threads of a node need. Shapes of JSON, which take a library of their own, are in the index.
export { type Address, addressFromBytes, addressToBytes, isAddress, parseAddress } from "./address.ts";
export {
  ADDRESS_DOMAIN,
  type Authenticator,
  addressOfKeys,
  authenticationKey,
  blake2b256,
  compareBytes,
  type KeySet,
  MAX_KEYS,
  readAuthenticator,
  writeAuthenticator,
} from "./authenticator.ts";
export { type BatchResult, decodeBatchResults, encodeBatchResults, writeBatchResult } from "./batch-results.ts";
export { type BlockHeader, blockHash, decodeBlockHeader, encodeBlockHeader } from "./block-header.ts";
export { ACCOUNT_CLASSES, INSTITUTION_KINDS, type InstitutionKind, LICENCE_KINDS, POLICY_PARAMETERS } from "./economy-terms.ts";
export { printFunction } from "./function-name.ts";
export { describeCall } from "./describe-call.ts";
export { bytesToHex, hexToBytes } from "./hex.ts";
export { COMMITMENT_TAG } from "./proofs/commitment-tags.ts";
export { answersQuestion } from "./proofs/answers-question.ts";
export { checkProof } from "./proofs/check-proof.ts";
export { decodeProof } from "./proofs/decode-proof.ts";
export { encodeProof } from "./proofs/encode-proof.ts";
export { PAGE_ELEMENTS } from "./proofs/page-element.ts";
export {
  type Claim,
  MAX_PROOF_BYTES,
  type PageLevel,
  type PageProof,
  type ProofDocument,
  type TrieBranch,
  type TrieEntry,
  type TrieProof,
} from "./proofs/proof-document.ts";
export type { ProofQuestion, StateQuestion } from "./proofs/proof-question.ts";
export {
  CUSTOMER_BOOK_TYPES,
  customerBalance,
  type CustomerBalance,
  type CustomerBook,
  pageOfElement,
  readCustomerBook,
  WALLET_TYPE,
  type WalletBalance,
  walletBalances,
} from "./proofs/proved-balances.ts";
export { collectionOf, publishedModuleKey, resourceStateKey, tableStateKey } from "./proofs/state-keys.ts";
export { ProofError, type ProofErrorCode } from "./proofs/proof-error.ts";
export type { HashedHeader, Proved, Statement } from "./proofs/statement.ts";
export { addToRange, mountainHash, peakLevels } from "./proofs/mountain-range.ts";
export { packageAddress } from "./package-address.ts";
export { parseTypeTag } from "./parse-type-tag.ts";
export { type CodeLocation, decodeReceipt, type EventRecord, encodeReceipt, type Outcome, type Receipt, writeReceipt } from "./receipt.ts";
export { CHALLENGE_BYTES, readSessionMessage, type ReadSessionTerms } from "./read-session.ts";
export { CodedError, isStatusCode, type Problem, problemOf, STATUS, type StatusCode, statusNumber, statusOfNumber } from "./status.ts";
export {
  type Call,
  type CallArgument,
  type DecodedTransaction,
  decodeBatch,
  decodePayload,
  decodeTransaction,
  encodeBatch,
  encodePayload,
  encodeTransaction,
  MAX_BATCH,
  MAX_CALL_ARGUMENTS,
  MAX_CALLS,
  MAX_EXPIRY_AHEAD_MS,
  MAX_SIGNERS,
  MAX_TRANSACTION_BYTES,
  readCall,
  type SignedTransaction,
  signingMessage,
  NONCE_KEY_BYTES,
  readGasLimit,
  readNonceKey,
  TRANSACTION_DOMAIN,
  writeNonceKey,
  type TransactionPayload,
  transactionId,
  writeCall,
} from "./transaction.ts";
export { MAX_TYPE_TAG_DEPTH, printTypeTag, readTypeTag, shortAddress, type TypeTag, writeTypeTag } from "./type-tag.ts";
