import { openEMoneyAccounts, OWN_ACCOUNT, payOut, transferEMoney } from "@sycee/sdk";
import type { InstitutionKind } from "./institution-kind.ts";

/** Its customers have e-money, which lies in the customers' reserve; an account of its own takes the fees. */
export const PAYMENT_INSTITUTION: InstitutionKind = {
  name: "payment institution",
  instrument: "e-money",
  ownAccounts: new Set([OWN_ACCOUNT]),
  isCovered: true,
  openAccounts: (count) => openEMoneyAccounts({ count: BigInt(count) }),
  transfer: (transfers) => transferEMoney(transfers),
  payOut: (order) => payOut(order),
};
