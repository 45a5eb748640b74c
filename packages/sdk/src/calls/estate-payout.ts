import type { Address, Call } from "@sycee/protocol";
import { estatePayout } from "./generated/banking.ts";
import type { Administration } from "./insolvency.ts";

/** `0x4::estate_payout::pay_insurer`: a part of what the insurer is owed for having paid customers. */
export function payInsurer(act: Administration & { readonly amountMinor: bigint }): Call {
  return estatePayout.payInsurer({ administrator: act.signer ?? 0, bank: act.bank, amount: act.amountMinor });
}

/** `0x4::estate_payout::pay_deposits`: all that is left on each account goes onto the account at the same position at another bank, the second signer if not said otherwise. */
export function payEstateDeposits(
  act: Administration & { readonly receivingSigner?: number; readonly accounts: readonly number[]; readonly to: readonly number[] },
): Call {
  const { signer = 0, receivingSigner = 1, bank, accounts, to } = act;
  return estatePayout.payDeposits({ administrator: signer, receiving: receivingSigner, bank, accounts, to });
}

/** `0x4::estate_payout::pay_lender`: a part of the claim of a bank that lent to it. */
export function payEstateLender(act: Administration & { readonly lender: Address; readonly amountMinor: bigint }): Call {
  return estatePayout.payLender({ administrator: act.signer ?? 0, bank: act.bank, lender: act.lender, amount: act.amountMinor });
}

/** `0x4::estate_payout::restore`: what assets brought beyond their book value makes good what insurer and customers have borne. */
export function restoreEstate(act: Administration): Call {
  return estatePayout.restore({ administrator: act.signer ?? 0, bank: act.bank });
}

/** `0x4::estate_payout::restore_deposits`: so many further accounts get back what is theirs, pro rata to what they have borne. */
export function restoreDeposits(act: Administration & { readonly accounts: bigint }): Call {
  return estatePayout.restoreDeposits({ administrator: act.signer ?? 0, bank: act.bank, accounts: act.accounts });
}

/** `0x4::estate_payout::restore_lenders`: banks that lent to it get what they have lost, pro rata. */
export function restoreLenders(act: Administration): Call {
  return estatePayout.restoreLenders({ administrator: act.signer ?? 0, bank: act.bank });
}

/** `0x4::estate_payout::pay_owners`: what is left goes to the owners, onto an account at another bank, the second signer if not said otherwise. */
export function payOwners(
  act: Administration & { readonly receivingSigner?: number; readonly to: number; readonly amountMinor: bigint },
): Call {
  const { signer = 0, receivingSigner = 1, bank, to, amountMinor } = act;
  return estatePayout.payOwners({ administrator: signer, receiving: receivingSigner, bank, to, amount: amountMinor });
}
