import { followBlocks, getAccount, getBlock, getStatus, listBlocks, listInstruments, listModules, recountLaws } from "./ledger-routes.ts";
import { getTransaction, submitTransactions } from "./transaction-routes.ts";

/** Every route of the public API, by operation. */
export const ROUTES = {
  getStatus,
  submitTransactions,
  getTransaction,
  getAccount,
  getBlock,
  listBlocks,
  listModules,
  listInstruments,
  recountLaws,
  followBlocks,
} as const;
