import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { treasury } from "./generated/banking.ts";

/** `0x4::treasury::open`: opens the government's account. The central bank (the first signer) and the government (the second) sign. */
export function openTreasury(opening: ActingSigner & { readonly governmentSigner?: number } = {}): Call {
  return treasury.open({ centralBank: opening.signer ?? 0, government: opening.governmentSigner ?? 1 });
}

/** `0x4::treasury::spend`: the signing government pays a bank's customer; settlement money goes to the bank and a deposit comes into being. */
export function spendFromTreasury(
  spending: ActingSigner & { readonly bank: Address; readonly account: number; readonly amountMinor: bigint },
): Call {
  const { signer = 0, bank, account, amountMinor } = spending;
  return treasury.spend({ government: signer, bank, account, amount: amountMinor });
}

/** `0x4::treasury::pay_tax`: the signing bank pays a customer's tax; the deposit ends. */
export function payTax(
  payment: ActingSigner & { readonly government: Address; readonly account: number; readonly amountMinor: bigint },
): Call {
  const { signer = 0, government, account, amountMinor } = payment;
  return treasury.payTax({ bank: signer, government, account, amount: amountMinor });
}

/** `0x4::treasury::pay_interest`: the signing government pays interest on bonds that the central bank has. */
export function payBondInterest(payment: ActingSigner & { readonly amountMinor: bigint }): Call {
  return treasury.payInterest({ government: payment.signer ?? 0, amount: payment.amountMinor });
}
