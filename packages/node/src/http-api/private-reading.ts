import type { ROUTES } from "@sycee/protocol";

/** The routes that read, by operation. */
type ReadOperation = {
  [Operation in keyof typeof ROUTES]: (typeof ROUTES)[Operation]["method"] extends "GET" ? Operation : never;
}[keyof typeof ROUTES];

/**
 * Who may read a route's answer on a node that keeps its customers' business private.
 *
 * - `everybody`: headers, code, rules, institutions, sums that name no customer.
 * - `part`: everybody, without what would tell of customers; the whole for whoever may read that.
 * - `session`: the route asks for a read session on every node.
 * - `account`: whoever may read the account that the path names: its holder, who serves it, a supervisor, an investigating authority under
 *   whose warrant it is.
 * - `transaction`: whoever may see all of it: who may read an account that signed it, or all that it paid. What is on no block is nobody's secret.
 * - `request`: while it is not paid, any account of the ledger, which may be asked to pay it; then who may read payee or payer.
 * - `supervisor`: what lies at handles that are nobody's.
 */
export type PrivateReading = "everybody" | "part" | "session" | "account" | "transaction" | "request" | "supervisor";

/** A new route does not compile before somebody has decided. */
export const PRIVATE_READING: Readonly<Record<ReadOperation, PrivateReading>> = {
  getStatus: "everybody",
  getTransaction: "part",
  getAccount: "account",
  getCustomerAccount: "account",
  listCustomerAccounts: "account",
  listClearingHouses: "everybody",
  getClearingHouse: "part",
  listSettledPayments: "account",
  getPaymentInstitution: "everybody",
  getWalletLimits: "account",
  listEscrows: "account",
  listPaymentRequests: "account",
  getPaymentRequest: "request",
  listRedPackets: "account",
  listStandingOrders: "account",
  listInstitutions: "everybody",
  getBooks: "everybody",
  listOperators: "everybody",
  listLoans: "account",
  listTimeDeposits: "account",
  listLicences: "everybody",
  listWarrants: "account",
  getPolicy: "everybody",
  listProposals: "everybody",
  getBlock: "part",
  listBlocks: "everybody",
  listModules: "everybody",
  getModule: "everybody",
  listInstruments: "everybody",
  recountLaws: "everybody",
  getStatistics: "part",
  getBlockStatistics: "part",
  followBlocks: "everybody",
  proveResource: "account",
  proveTableEntry: "supervisor",
  proveElement: "supervisor",
  proveModule: "everybody",
  proveCustomerAccount: "account",
  proveTransaction: "transaction",
  proveReceipt: "transaction",
  proveEvent: "transaction",
  proveBlock: "everybody",
  listDevelopmentAccounts: "everybody",
  getReadModels: "everybody",
  getSupplySeries: "everybody",
  listAccountPayments: "session",
  listAlerts: "session",
  getAlert: "session",
  listCases: "session",
  getCase: "session",
  getActivitySeries: "part",
  getStatementSeries: "everybody",
  getFlows: "everybody",
  getHolderShares: "everybody",
  listRecentEvents: "everybody",
  search: "part",
  getAccountStatement: "session",
  getPastBalances: "session",
};
