export { ArgumentTextError, argumentFromText, type ResolveAddress } from "./arguments/argument-from-text.ts";
export { enumeration, type MoveFields, type MoveVariant, struct } from "./arguments/move-struct.ts";
export {
  address,
  type Argument,
  argument,
  bool,
  bytes,
  decode,
  literal,
  type MoveType,
  option,
  signer,
  string,
  u128,
  u16,
  u256,
  u32,
  u64,
  u8,
  vector,
} from "./arguments/move-type.ts";
export { rotateKey } from "./calls/account.ts";
export {
  admitOperator,
  ASSET_KIND,
  type Asset,
  type AssetKind,
  contributeCapital,
  type Establishment,
  establishCentralBank,
  issueSettlement,
  redeemSettlement,
  redeemSettlementPart,
  setPerforming,
  setTier,
  type TierLimits,
} from "./calls/central-bank.ts";
export {
  admitParticipant,
  announceNetDebitCap,
  type ClearingActing,
  type ClearingHouseOpening,
  closeCycle,
  contributeClearingCapital,
  joinClearing,
  leaveClearing,
  limitPayer,
  openClearingHouse,
  postCollateral,
  postFundShare,
  recordInsolvency,
  repayClearingLoss,
  returnClearingCapital,
  setNetDebitCap,
  takeCollateral,
  takeFundShare,
} from "./calls/clearing-house.ts";
export {
  claimReturned,
  CLEARING_GAS_LIMIT,
  CLEARING_MODE,
  CLEARING_PRIORITY,
  type ClearingMode,
  type ClearingPayment,
  type ClearingPriority,
  type ClearingTerms,
  forgetOldestSettled,
  forgetSettled,
  giveBackPayment,
  MAX_CLEARING_PAYMENTS,
  recallPayment,
  refuseRecall,
  returnUnsettleable,
  revokePayment,
  setPaymentPriority,
  settleCycle,
  settleGross,
  submitPayment,
  submitPayments,
} from "./calls/clearing-payments.ts";
export {
  beginCustomerAccounts,
  closeCustomerAccount,
  depositToCustomer,
  depositToCustomers,
  MAX_TRANSFERS,
  openCustomerAccounts,
  TRANSFER_STATUSES,
  transferBatch,
  type TransferColumns,
  TRANSFERS_GAS_LIMIT,
  transfersOf,
  type TransfersResult,
  type TransferStatus,
  withdrawFromCustomer,
} from "./calls/customer-accounts.ts";
export {
  type DepositPlacement,
  enterSecondMode,
  issueAgainstDeposit,
  keepInstitutionsDeposits,
  moveToReserve,
  openInstitutionsDeposits,
  placeDeposit,
  redeemFromDeposit,
  releaseDeposit,
  reportDeposits,
  useDeposits,
} from "./calls/first-mode.ts";
export {
  cancelCustomerOrder,
  customerOrderAddress,
  type CustomerOrderTerms,
  customerRedPacketAddress,
  type CustomerRedPacketGift,
  expireCustomerRedPacket,
  giveCustomerRedPacket,
  orderCustomerPayments,
  releaseCustomerRedPacket,
  releaseCustomerRedPacketFor,
  releasePortedRedPacket,
  takeCustomerRedPacket,
  triggerCustomerOrder,
} from "./calls/customer-retail.ts";
export {
  agreeEscrow,
  confirmEscrow,
  decideEscrow,
  deliverEscrow,
  deliverEscrowTo,
  disputeEscrow,
  ESCROW_STATES,
  escrowAddress,
  type EscrowOpening,
  expireEscrow,
  openEscrow,
  refundEscrow,
  shipEscrow,
} from "./calls/escrow.ts";
export * from "./calls/bank-calls.ts";
export * from "./calls/supervision-calls.ts";
export { type ActingSigner, FRAMEWORK, frameworkCall } from "./calls/framework-call.ts";
export * as banking from "./calls/generated/banking.ts";
export * as money from "./calls/generated/money.ts";
export * as oversight from "./calls/generated/oversight.ts";
export {
  announceMerchantTerms,
  COLLECTION_STATUSES,
  type CollectionColumns,
  collectBatch,
  collectionsOf,
  type CollectionsResult,
  type CollectionStatus,
  endMerchantTerms,
  MAX_COLLECTIONS,
  merchantFee,
  type MerchantTerms,
  refundBatch,
  refundForBatch,
  refundsForOf,
  refundsOf,
  type RefundsForResult,
  type RefundsResult,
  setMerchantTerms,
} from "./calls/merchant.ts";
export { changeTier, fromTill, handBack, handOut, openWallets, recoverWallet, toTill, type WalletOpening } from "./calls/operator.ts";
export {
  closePaymentInstitutionPeriod,
  attachOwnFunds,
  beginPaymentInstitution,
  closeEMoneyAccount,
  contributeOwnFunds,
  grantEMoney,
  openEMoneyAccounts,
  OWN_ACCOUNT,
  type PaymentInstitutionOpening,
  payOut,
  payOutFor,
  portCustomers,
  portCustomersFor,
  type Porting,
  replenishReserve,
  sweepSurplus,
  topUp,
  transferEMoney,
} from "./calls/payment-institution.ts";
export { objectAddress, type ObjectKind } from "./calls/object-address.ts";
export {
  COLLECTION_GAS_LIMIT,
  collectOnCode,
  disablePaymentCodes,
  enablePaymentCodes,
  PAYMENT_CODE_LIFE_MS,
  type PaymentCodeTerms,
  signPaymentCode,
} from "./calls/payment-code.ts";
export {
  openPaymentRequest,
  paymentRequestAddress,
  payRequest,
  type RequestOpening,
  type RequestPayment,
  withdrawPaymentRequest,
} from "./calls/payment-request.ts";
export {
  CLAIM_GAS_LIMIT,
  expireRedPacket,
  giveRedPacket,
  redPacketAddress,
  type RedPacketGift,
  signClaim,
  takeRedPacket,
} from "./calls/red-packet.ts";
export {
  cancelOrder,
  dayOf,
  ORDER_PERIOD,
  type OrderPeriod,
  orderPayments,
  type OrderTerms,
  PAYMENT_REFUSALS,
  standingOrderAddress,
  triggerOrder,
} from "./calls/standing-order.ts";
export {
  initialiseOversight,
  publishPackage,
  restrictPackage,
  UPGRADE_POLICY,
  type UpgradePolicy,
  upgradePackage,
} from "./calls/publishing.ts";
export { RESERVE_NOTICE_MS, RESERVE_SCHEDULE_2018, type ReserveStep, setReserveSchedule } from "./calls/reserve-schedule.ts";
export { appointRegistrar, entrustUnit, initialiseMoney, registerUnit, type UnitRegistration } from "./calls/unit.ts";
export { closeWallet, pay, type Payment } from "./calls/wallet.ts";
export { Client, type ClientOptions, type LawsAnswer } from "./client/client.ts";
export { type AddressPageOptions, EconomyReader, type NumberPageOptions, pages } from "./client/economy-reader.ts";
export type { FollowOptions } from "./client/follow-blocks.ts";
export type { Proof } from "./client/prove.ts";
export { ReadModelsClient } from "./client/read-models-client.ts";
export { type AlertOptions, type CaseActRequest, type CaseOptions, type PageOptions, ReadSession } from "./client/read-session.ts";
export type { ReaderSource } from "./client/reading-account.ts";
export { furtherPayments } from "./client/further-payments.ts";
export { zoneOfUnits } from "./client/zone-of-units.ts";
export { type CsvCell, csvLine } from "./files/csv-line.ts";
export type { SeriesOptions } from "./client/series-options.ts";
export { readResource } from "./client/read-resource.ts";
export type { ProgramOptions } from "./client/program-options.ts";
export type { SettleOptions } from "./client/settle.ts";
export type { SettledResult } from "./client/settle-batch.ts";
export { CLIENT_STATUS, type ClientStatusCode, SyceeError } from "./client/sycee-error.ts";
export type { TransactionAnswer, TransactionPort } from "./client/transaction-port.ts";
export { developmentSeed } from "./keys/development-seed.ts";
export type { Key } from "./keys/key.ts";
export { keyFromSeed } from "./keys/key-from-seed.ts";
export { nobleKey } from "./keys/noble-key.ts";
export { randomSeed } from "./keys/random-seed.ts";
export { type Signer, signerOf, type ThresholdOptions, thresholdKeys, thresholdSigner } from "./keys/signer.ts";
export { webCryptoKey } from "./keys/web-crypto-key.ts";
export { countingNonces, type NonceSource, randomNonces } from "./transactions/nonces.ts";
export { type CallResults, createProgram, type Program } from "./transactions/program.ts";
export * from "./transactions/shared-draft.ts";
export { DEFAULT_GAS_LIMIT, type PreparedTransaction, signTransaction, type TransactionOptions } from "./transactions/sign-transaction.ts";
export {
  answersQuestion,
  checkProof,
  type Claim,
  CUSTOMER_BOOK_TYPES,
  customerBalance,
  type CustomerBalance,
  decodeProof,
  encodeProof,
  type HashedHeader,
  type ProofDocument,
  ProofError,
  type ProofErrorCode,
  type ProofQuestion,
  type Proved,
  type Statement,
  WALLET_TYPE,
  type WalletBalance,
  walletBalances,
} from "@sycee/protocol";
