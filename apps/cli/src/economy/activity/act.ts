import type { Resident } from "../population.ts";

/** What happens in the economy, and how often of a thousand acts. */
export const ACT_SHARES = {
  cashPurchase: 180,
  collection: 120,
  depositPurchase: 144,
  cashGift: 50,
  eMoneyTransfer: 50,
  depositTransfer: 60,
  eMoneyLevel: 80,
  walletLevel: 60,
  walletToEMoney: 15,
  eMoneyToWallet: 15,
  notesOut: 20,
  notesIn: 20,
  wages: 50,
  takings: 40,
  walletTakings: 20,
  refund: 12,
  loan: 5,
  repayment: 9,
  walletRedPacket: 6,
  eMoneyRedPacket: 6,
  standingOrder: 8,
  interbank: 4,
  reserveKeeping: 5,
  tax: 5,
  publicSpending: 5,
  clearingCycle: 9,
  endOfDay: 2,
} as const;

export type ActKind = keyof typeof ACT_SHARES;

/** What is to happen: chosen from the seed alone, whatever the ledger then says to it. */
export interface Act {
  readonly kind: ActKind;
  /** Name of the institution at which it happens, where it happens at one. */
  readonly at: string;
  /** Whoever pays, gives or is looked at, in order. */
  readonly people: readonly Resident[];
  /** Whoever is paid: of a collection as many as there are payers. */
  readonly payees: readonly Resident[];
  /** One for each of the people, or one for all. */
  readonly amountsMinor: readonly bigint[];
  /** A number that the act may need to choose among what the ledger has, from 0 to below 2^32. */
  readonly choice: number;
}
