import { depositToCash, openDepositAccounts, transferDeposits } from "@sycee/sdk";
import type { InstitutionKind } from "./institution-kind.ts";

/** Its customers have demand deposits, which it lends on: nothing is put aside for all of them, and every account is a customer's. */
export const COMMERCIAL_BANK: InstitutionKind = {
  name: "bank",
  instrument: "deposit",
  ownAccounts: new Set(),
  isCovered: false,
  openAccounts: (count) => openDepositAccounts({ count: BigInt(count) }),
  transfer: (transfers) => transferDeposits(transfers),
  payOut: (order) => depositToCash(order),
};
