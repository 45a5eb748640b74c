import { getAlert, listAlerts } from "./alert-routes.ts";
import { actOnCase, getCase, listCases } from "./case-routes.ts";
import { listLoans, listTimeDeposits } from "./bank-routes.ts";
import { getBooks } from "./books-routes.ts";
import { getClearingHouse, listClearingHouses } from "./clearing-routes.ts";
import { listDevelopmentAccounts } from "./development-routes.ts";
import { listInstitutions, listOperators } from "./institution-routes.ts";
import {
  followBlocks,
  getAccount,
  getBlock,
  getCustomerAccount,
  getStatus,
  listBlocks,
  listCustomerAccounts,
  listInstruments,
  recountLaws,
} from "./ledger-routes.ts";
import { listLicences } from "./licence-routes.ts";
import { getWalletLimits } from "./limit-routes.ts";
import { getModule, listModules, publishModules } from "./module-routes.ts";
import { getPaymentInstitution } from "./payment-institution-routes.ts";
import { getPolicy, listProposals } from "./policy-routes.ts";
import {
  proveBlock,
  proveCustomerAccount,
  proveElement,
  proveEvent,
  proveModule,
  proveReceipt,
  proveResource,
  proveTableEntry,
  proveTransaction,
} from "./proof-routes.ts";
import { getPaymentRequest, listEscrows, listPaymentRequests, listRedPackets, listStandingOrders } from "./retail-routes.ts";
import {
  getActivitySeries,
  getFlows,
  getHolderShares,
  getStatementSeries,
  getSupplySeries,
  listAccountPayments,
  listRecentEvents,
  search,
} from "./read-models.ts";
import { getReadModels } from "./read-models-status-routes.ts";
import { getAccountStatement, getPastBalances } from "./account-history-routes.ts";
import { listSettledPayments } from "./settled-payment-routes.ts";
import { askReadChallenge, endReadSession, openReadSession } from "./read-session-routes.ts";
import { getBlockStatistics, getStatistics } from "./statistics-routes.ts";
import { getTransaction, submitTransactions } from "./transaction-routes.ts";
import { listWarrants } from "./warrant-routes.ts";

/** Every route of the public API, by operation. */
export const ROUTES = {
  getStatus,
  submitTransactions,
  getTransaction,
  getAccount,
  getCustomerAccount,
  listCustomerAccounts,
  listClearingHouses,
  getClearingHouse,
  listSettledPayments,
  getPaymentInstitution,
  getWalletLimits,
  listEscrows,
  listPaymentRequests,
  getPaymentRequest,
  listRedPackets,
  listStandingOrders,
  listInstitutions,
  getBooks,
  listOperators,
  listLoans,
  listTimeDeposits,
  listLicences,
  listWarrants,
  getPolicy,
  listProposals,
  getBlock,
  listBlocks,
  listModules,
  getModule,
  publishModules,
  listInstruments,
  recountLaws,
  getStatistics,
  getBlockStatistics,
  followBlocks,
  proveResource,
  proveTableEntry,
  proveElement,
  proveModule,
  proveCustomerAccount,
  proveTransaction,
  proveReceipt,
  proveEvent,
  proveBlock,
  listDevelopmentAccounts,
  getReadModels,
  getSupplySeries,
  askReadChallenge,
  openReadSession,
  endReadSession,
  listAccountPayments,
  listAlerts,
  getAlert,
  listCases,
  getCase,
  actOnCase,
  getActivitySeries,
  getStatementSeries,
  getFlows,
  getHolderShares,
  listRecentEvents,
  search,
  getAccountStatement,
  getPastBalances,
} as const;
