import type { Act, ActKind } from "./act.ts";
import { lend, lendBetweenBanks, repay, trigger } from "./credit-acts.ts";
import { bringNotes, payDeposit, payTax, payWages, spendPublicly, takeNotes, transferDeposit } from "./deposit-acts.ts";
import { bankEMoney, collect, giveEMoneyPacket, levelEMoney, refund, transferAtInstitution } from "./e-money-acts.ts";
import type { Outcome } from "./outcome.ts";
import { endDay, keepReserves, runCycle } from "./upkeep-acts.ts";
import { bankCash, cashToEMoney, eMoneyToCash, giveCashPacket, levelWallet, payCash } from "./wallet-acts.ts";
import type { World } from "./world.ts";

type Play = (world: World, act: Act) => Promise<Outcome>;

const PLAYS: Readonly<Record<ActKind, Play>> = {
  cashPurchase: payCash,
  collection: collect,
  depositPurchase: payDeposit,
  cashGift: payCash,
  eMoneyTransfer: transferAtInstitution,
  depositTransfer: transferDeposit,
  eMoneyLevel: levelEMoney,
  walletLevel: levelWallet,
  walletToEMoney: cashToEMoney,
  eMoneyToWallet: eMoneyToCash,
  notesOut: takeNotes,
  notesIn: bringNotes,
  wages: payWages,
  takings: bankEMoney,
  walletTakings: bankCash,
  refund,
  loan: lend,
  repayment: repay,
  walletRedPacket: giveCashPacket,
  eMoneyRedPacket: giveEMoneyPacket,
  standingOrder: trigger,
  interbank: lendBetweenBanks,
  reserveKeeping: keepReserves,
  tax: payTax,
  publicSpending: spendPublicly,
  clearingCycle: runCycle,
  endOfDay: endDay,
};

/** Plays an act on the ledger. Throws `SyceeError` for what the ledger refuses. */
export async function playAct(world: World, act: Act): Promise<Outcome> {
  return await PLAYS[act.kind](world, act);
}
