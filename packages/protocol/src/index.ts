export { type Address, addressFromBytes, addressToBytes, isAddress, parseAddress } from "./address.ts";
export {
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
export { type BlockHeader, blockHash, decodeBlockHeader, encodeBlockHeader } from "./block-header.ts";
export { bytesToHex, hexToBytes } from "./hex.ts";
export { type CodeLocation, decodeReceipt, type EventRecord, encodeReceipt, type Outcome, type Receipt } from "./receipt.ts";
export { CodedError, type Problem, problemOf, STATUS, type StatusCode, statusNumber, statusOfNumber } from "./status.ts";
export {
  type Call,
  type CallArgument,
  type DecodedTransaction,
  decodeBatch,
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
  type TransactionPayload,
  transactionId,
  writeCall,
} from "./transaction.ts";
export { MAX_TYPE_TAG_DEPTH, printTypeTag, readTypeTag, shortAddress, type TypeTag, writeTypeTag } from "./type-tag.ts";
