import type { Address, Call } from "@sycee/protocol";
import type { BankAccountAmount } from "./commercial-bank.ts";
import type { ActingSigner } from "./framework-call.ts";
import { cashExchange, centralBank, linkedDeposit, notes } from "./generated/banking.ts";

/** `0x4::central_bank::introduce_notes`: the central bank issues notes too, once. */
export function introduceNotes(introduction: ActingSigner & { readonly symbol: string }): Call {
  return centralBank.introduceNotes({ centralBank: introduction.signer ?? 0, symbol: introduction.symbol });
}

/** `0x4::notes::order`: the signing bank buys notes with settlement money, into its vault. */
export function orderNotes(order: ActingSigner & { readonly amountMinor: bigint }): Call {
  return notes.order({ bank: order.signer ?? 0, amount: order.amountMinor });
}

/** `0x4::notes::give_back`: notes of the signing bank's vault for settlement money. */
export function giveBackNotes(order: ActingSigner & { readonly amountMinor: bigint }): Call {
  return notes.giveBack({ bank: order.signer ?? 0, amount: order.amountMinor });
}

/** `0x4::notes::withdraw`: a customer takes notes for a deposit. */
export function withdrawNotes(withdrawal: BankAccountAmount): Call {
  return notes.withdraw({ bank: withdrawal.signer ?? 0, account: withdrawal.account, amount: withdrawal.amountMinor });
}

/** `0x4::notes::deposit`: a customer brings notes for a deposit. */
export function depositNotes(deposit: BankAccountAmount): Call {
  return notes.deposit({ bank: deposit.signer ?? 0, account: deposit.account, amount: deposit.amountMinor });
}

/** `0x4::cash_exchange::to_cash`: a customer's deposit becomes digital cash in a wallet, in one act. */
export function depositToCash(exchange: BankAccountAmount & { readonly owner: Address }): Call {
  const { signer = 0, account, owner, amountMinor } = exchange;
  return cashExchange.toCash({ bank: signer, account, owner, amount: amountMinor });
}

/** `0x4::cash_exchange::to_deposit`: digital cash of the signer's wallet becomes a deposit, in one act. */
export function cashToDeposit(exchange: BankAccountAmount & { readonly bank: Address }): Call {
  const { signer = 0, bank, account, amountMinor } = exchange;
  return cashExchange.toDeposit({ owner: signer, bank, account, amount: amountMinor });
}

/** `0x4::linked_deposit::link`: receipts above the wallet's cap flow over to a deposit, payments above its balance draw on it. Owner (the first signer) and bank (the second) sign. */
export function linkDeposit(
  link: ActingSigner & {
    readonly bankSigner?: number;
    readonly account: number;
    readonly takesOverflow: boolean;
    readonly coversPayments: boolean;
  },
): Call {
  const { signer = 0, bankSigner = 1, account, takesOverflow, coversPayments } = link;
  return linkedDeposit.link({ owner: signer, bank: bankSigner, account, takesOverflow, coversPayments });
}

/** `0x4::linked_deposit::pay`: pays digital cash as `pay` does, with overflow and draw. */
export function payLinked(
  payment: ActingSigner & { readonly centralBank: Address; readonly payee: Address; readonly amountMinor: bigint },
): Call {
  const { signer = 0, amountMinor, ...others } = payment;
  return linkedDeposit.pay({ payer: signer, ...others, amount: amountMinor });
}
