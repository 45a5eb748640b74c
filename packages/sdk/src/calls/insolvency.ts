import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { insolvency, walletResolution } from "./generated/banking.ts";

/** An insolvent bank, whose administrator signs. */
export interface Administration extends ActingSigner {
  readonly bank: Address;
}

/** `0x4::insolvency::declare`: the signing supervisor declares a bank insolvent whose licence was revoked, and appoints who administers it. */
export function declareInsolvency(declaration: Administration & { readonly administrator: Address }): Call {
  const { signer = 0, bank, administrator } = declaration;
  return insolvency.declare({ supervisor: signer, bank, administrator });
}

/** `0x4::insolvency::write_off`: writes a loan of the bank off. The second signer, if not said otherwise, is a supervisor or the bank's central bank, who approves. */
export function writeOffInInsolvency(act: Administration & { readonly approverSigner?: number; readonly loan: bigint }): Call {
  return insolvency.writeOff({ administrator: act.signer ?? 0, approver: act.approverSigner ?? 1, bank: act.bank, loan: act.loan });
}

/** `0x4::insolvency::end_time_deposit`: a time deposit goes back onto its customer's account. */
export function endTimeDepositInInsolvency(act: Administration & { readonly deposit: bigint }): Call {
  return insolvency.endTimeDeposit({ administrator: act.signer ?? 0, bank: act.bank, deposit: act.deposit });
}

/** `0x4::insolvency::take_in_deposit`: what the bank keeps for a payment institution on one of its accounts goes onto a customer's account, where it bears losses as any other deposit. */
export function takeInDeposit(act: Administration & { readonly account: number; readonly customer: number }): Call {
  const { signer = 0, bank, account, customer } = act;
  return insolvency.takeInDeposit({ administrator: signer, bank, account, customer });
}

/** `0x4::insolvency::end_red_packet`: what nobody took of a customer's red packet goes back to its giver, or to another customer where the giver's account is closed. */
export function endRedPacketInInsolvency(act: Administration & { readonly number: bigint; readonly account: number }): Call {
  const { signer = 0, bank, number, account } = act;
  return insolvency.endRedPacket({ administrator: signer, bank, number, account });
}

/** `0x4::insolvency::reopen`: shares losses once more that came to light since they were shared. */
export function reopenInsolvency(act: Administration): Call {
  return insolvency.reopen({ administrator: act.signer ?? 0, bank: act.bank });
}

/** `0x4::wallet_resolution::halt_wallets`: stops payments with the bank's wallet money, so that none is on the move when it is counted. */
export function haltWallets(act: Administration): Call {
  return walletResolution.haltWallets({ administrator: act.signer ?? 0, bank: act.bank });
}

/** `0x4::wallet_resolution::take_in_wallets`: the bank's money in each wallet goes onto the account that is linked to it, or else onto one of its holder's alone, all of them or none. */
export function takeInWallets(act: Administration & { readonly owners: readonly Address[] }): Call {
  const { signer = 0, bank, owners } = act;
  return walletResolution.takeInWallets({ administrator: signer, bank, owners });
}

/** `0x4::insolvency::cut_lenders`: the banks that lent to it bear, pro rata, what its equity cannot. All of them are named, and all wallets with money of the bank that a warrant has frozen. */
export function cutLenders(
  act: Administration & { readonly lenders: readonly Address[]; readonly frozenWallets?: readonly Address[] },
): Call {
  const { signer = 0, bank, lenders, frozenWallets = [] } = act;
  return insolvency.cutLenders({ administrator: signer, bank, lenders, frozenWallets });
}

/** `0x4::insolvency::count_deposits`: counts what so many further accounts hold above the insured cap. */
export function countDeposits(act: Administration & { readonly accounts: bigint }): Call {
  return insolvency.countDeposits({ administrator: act.signer ?? 0, bank: act.bank, accounts: act.accounts });
}

/** `0x4::insolvency::cut_deposits`: cuts so many further accounts, pro rata to what they hold above the insured cap; after the last the insurer bears what is left. */
export function cutDeposits(act: Administration & { readonly accounts: bigint }): Call {
  return insolvency.cutDeposits({ administrator: act.signer ?? 0, bank: act.bank, accounts: act.accounts });
}

/** `0x4::insolvency::pay_insured`: the insurer pays what is insured of accounts onto accounts at another bank, each at the same position; that bank is the second signer. */
export function payInsured(
  act: Administration & { readonly receivingSigner?: number; readonly accounts: readonly number[]; readonly to: readonly number[] },
): Call {
  const { signer = 0, receivingSigner = 1, bank, accounts, to } = act;
  return insolvency.payInsured({ administrator: signer, receiving: receivingSigner, bank, accounts, to });
}
