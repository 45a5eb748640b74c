import { getClearingHouse, listClearingHouses } from "./clearing-routes.ts";
import { listDevelopmentAccounts } from "./development-routes.ts";
import {
  followBlocks,
  getAccount,
  getBlock,
  getCustomerAccount,
  getStatus,
  listBlocks,
  listInstruments,
  listModules,
  publishModules,
  recountLaws,
} from "./ledger-routes.ts";
import { getPaymentInstitution } from "./payment-institution-routes.ts";
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
import { getBlockStatistics, getStatistics } from "./statistics-routes.ts";
import { getTransaction, submitTransactions } from "./transaction-routes.ts";

/** Every route of the public API, by operation. */
export const ROUTES = {
  getStatus,
  submitTransactions,
  getTransaction,
  getAccount,
  getCustomerAccount,
  listClearingHouses,
  getClearingHouse,
  getPaymentInstitution,
  getBlock,
  listBlocks,
  listModules,
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
} as const;
