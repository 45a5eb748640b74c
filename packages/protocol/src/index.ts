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
export { AddressJson, AmountJson, addressFromJson, BytesJson, bytesFromJson, HashJson, U64Json, u64FromJson } from "./json-scalars.ts";
export { packageAddress } from "./package-address.ts";
export { parseTypeTag } from "./parse-type-tag.ts";
export { ProblemJson } from "./problem-json.ts";
export { type CodeLocation, decodeReceipt, type EventRecord, encodeReceipt, type Outcome, type Receipt, writeReceipt } from "./receipt.ts";
export { MovementJson, ReceiptJson } from "./receipt-json.ts";
export { ClearingHouseJson, ClearingHouseSummaryJson } from "./routes/clearing-routes.ts";
export { SettledPaymentsJson } from "./routes/settled-payment-routes.ts";
export { LoansJson, TimeDepositsJson } from "./routes/bank-routes.ts";
export { ACCOUNT_CLASSES, BooksJson } from "./routes/books-routes.ts";
export { INSTITUTION_KINDS, InstitutionJson, type InstitutionKind, InstitutionsJson, OperatorsJson } from "./routes/institution-routes.ts";
export { LICENCE_KINDS, LicenceJson, type LicenceStatus, LicencesJson } from "./routes/licence-routes.ts";
export { WalletLimitsJson } from "./routes/limit-routes.ts";
export { DEFAULT_PAGE } from "./routes/parameters.ts";
export {
  CentralBankPolicyJson,
  POLICY_PARAMETERS,
  PolicyChangeJson,
  ProposalJson,
  ProposalsJson,
  TierJson,
} from "./routes/policy-routes.ts";
export {
  EscrowJson,
  EscrowsJson,
  PaymentRequestJson,
  PaymentRequestsJson,
  RedPacketJson,
  RedPacketsJson,
  StandingOrderJson,
  StandingOrdersJson,
} from "./routes/retail-routes.ts";
export { WarrantJson, WarrantsJson } from "./routes/warrant-routes.ts";
export { PaymentInstitutionJson } from "./routes/payment-institution-routes.ts";
export {
  AccountJson,
  CustomerAccountJson,
  BlockJson,
  BlockSummaryJson,
  InstrumentJson,
  LawJson,
  StatusJson,
} from "./routes/ledger-routes.ts";
export { PackageJson } from "./routes/module-routes.ts";
export { StatisticsJson } from "./routes/statistics-routes.ts";
export { AlertJson, AlertListJson } from "./routes/alert-routes.ts";
export { CaseJson, CaseListJson } from "./routes/case-routes.ts";
export {
  AccountPaymentsJson,
  ActivitySeriesJson,
  FlowsJson,
  HolderSharesJson,
  RecentEventsJson,
  SearchJson,
  StatementSeriesJson,
  SupplySeriesJson,
} from "./routes/read-models.ts";
export { ReadModelsStatusJson } from "./routes/read-models-status-routes.ts";
export { AccountStatementJson, PastBalancesJson } from "./routes/account-history-routes.ts";
export { ReadChallengeJson, ReadSessionJson } from "./routes/read-session-routes.ts";
export { CHALLENGE_BYTES, readSessionMessage, type ReadSessionTerms } from "./read-session.ts";
export { PROOF_MEDIA_TYPE, ProofJson, proofRequest } from "./routes/proof-routes.ts";
export {
  defineRoute,
  type Route,
  type RouteAnswer,
  type RouteAnswerBody,
  type RouteParams,
  type RouteQuery,
  type RouteTag,
  ROUTE_TAGS,
  routeUrl,
} from "./routes/route.ts";
export { ROUTES } from "./routes/routes.ts";
export {
  BATCH_MEDIA_TYPE,
  BATCH_RESULTS_MEDIA_TYPE,
  BatchElementJson,
  BatchResultsJson,
  PendingJson,
  TRANSACTION_MEDIA_TYPE,
} from "./routes/transaction-routes.ts";
export { shapeFaultText } from "./shape-fault.ts";
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
export { parseFunction, printFunction, TransactionJson, transactionFromJson, transactionToJson } from "./transaction-json.ts";
export { MAX_TYPE_TAG_DEPTH, printTypeTag, readTypeTag, shortAddress, type TypeTag, writeTypeTag } from "./type-tag.ts";
