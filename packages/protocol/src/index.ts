export * from "./core.ts";
export { AddressJson, AmountJson, addressFromJson, BytesJson, bytesFromJson, HashJson, U64Json, u64FromJson } from "./json-scalars.ts";
export { ProblemJson } from "./problem-json.ts";
export { MovementJson, ReceiptJson } from "./receipt-json.ts";
export { ClearingHouseJson, ClearingHouseSummaryJson } from "./routes/clearing-routes.ts";
export { SettledPaymentsJson } from "./routes/settled-payment-routes.ts";
export { LoansJson, TimeDepositsJson } from "./routes/bank-routes.ts";
export { BooksJson } from "./routes/books-routes.ts";
export { InstitutionJson, InstitutionsJson, OperatorsJson } from "./routes/institution-routes.ts";
export { LicenceJson, type LicenceStatus, LicencesJson } from "./routes/licence-routes.ts";
export { WalletLimitsJson } from "./routes/limit-routes.ts";
export { DEFAULT_PAGE } from "./routes/parameters.ts";
export {
  CentralBankPolicyJson,
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
export { PROOF_MEDIA_TYPE, ProofJson, proofRequest } from "./routes/proof-routes.ts";
export { ROUTES } from "./routes/routes.ts";
export {
  BATCH_MEDIA_TYPE,
  BATCH_RESULTS_MEDIA_TYPE,
  BatchElementJson,
  BatchResultsJson,
  PendingJson,
  TRANSACTION_MEDIA_TYPE,
} from "./routes/transaction-routes.ts";
export { parseFunction, TransactionJson, transactionFromJson, transactionToJson } from "./transaction-json.ts";
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
export { shapeFaultText } from "./shape-fault.ts";
