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

/** `0x4::notes::give_back`: notes of a bank's vault for settlement money. The bank (the first signer) and the central bank (the second), which counted them, sign. */
export function giveBackNotes(order: ActingSigner & { readonly centralBankSigner?: number; readonly amountMinor: bigint }): Call {
  return notes.giveBack({ centralBank: order.centralBankSigner ?? 1, bank: order.signer ?? 0, amount: order.amountMinor });
}

/**
 * `0x4::notes::set_limit`: what a bank may take in from customers before the signing central bank counts it; 0 where it never was set. A limit that was
 * set is lowered so; a higher one aborts with `EMustBeProposed` (see `proposeNotesLimit`).
 */
export function setNotesLimit(limit: ActingSigner & { readonly bank: Address; readonly limitMinor: bigint }): Call {
  return notes.setLimit({ centralBank: limit.signer ?? 0, bank: limit.bank, limit: limit.limitMinor });
}

/** `0x4::notes::count`: the signing central bank has counted a bank's vault; what is missing is the bank's loss. */
export function countNotes(count: ActingSigner & { readonly bank: Address; readonly missingMinor: bigint }): Call {
  return notes.count({ centralBank: count.signer ?? 0, bank: count.bank, missing: count.missingMinor });
}

/** `0x4::notes::count_together`: the same where the bank signs too: then notes can be missing that were counted before. */
export function countNotesTogether(count: ActingSigner & { readonly bankSigner?: number; readonly missingMinor: bigint }): Call {
  return notes.countTogether({ centralBank: count.signer ?? 0, bank: count.bankSigner ?? 1, missing: count.missingMinor });
}

/** `0x4::notes::withdraw`: a customer takes notes for a deposit. */
export function withdrawNotes(withdrawal: BankAccountAmount): Call {
  return notes.withdraw({ bank: withdrawal.signer ?? 0, account: withdrawal.account, amount: withdrawal.amountMinor });
}

/** `0x4::notes::deposit`: a customer brings notes for a deposit, within the limit that the central bank set. */
export function depositNotes(deposit: BankAccountAmount): Call {
  return notes.deposit({ bank: deposit.signer ?? 0, account: deposit.account, amount: deposit.amountMinor });
}

/** `0x4::cash_exchange::to_cash`: a customer's deposit becomes digital cash in a wallet, in one act. */
export function depositToCash(exchange: BankAccountAmount & { readonly owner: Address }): Call {
  const { signer = 0, account, owner, amountMinor } = exchange;
  return cashExchange.toCash({ bank: signer, account, owner, amount: amountMinor });
}

/** `0x4::cash_exchange::to_deposit`: digital cash of the signer's wallet becomes a deposit, in one act. Unless the deposit is linked to the wallet, the limits of a payment hold. */
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

/** `0x4::linked_deposit::unlink`: ends the link of the signer's wallet. */
export function unlinkDeposit(acting: ActingSigner = {}): Call {
  return linkedDeposit.unlink({ owner: acting.signer ?? 0 });
}
