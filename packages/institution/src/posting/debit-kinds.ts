import type { StatementLine } from "../statements/statement-line.ts";

/** What it is for when a call of a function takes money off a customer's account. */
const DEBITS: Readonly<Record<string, StatementLine["kind"]>> = {
  "0x4::e_money_exchange::pay_out": "withdrawal",
  "0x4::e_money_exchange::pay_out_for": "withdrawal",
  "0x4::first_mode::redeem": "withdrawal",
  "0x4::first_mode::place": "sent",
  "0x4::clearing_entry::submit": "sent",
  "0x4::clearing_entry::submit_batch": "sent",
  "0x4::clearing_returns::give_back_settled": "sent",
  "0x4::customer_red_packet::give": "sent",
  // The fees of merchants, off the account of the institution itself.
  "0x4::merchant::collect_batch": "fee",
  "0x4::customer_port::port": "handed_over",
  "0x4::customer_port::port_for": "handed_over",
  "0x4::commercial_bank::charge_fee": "fee",
  "0x4::commercial_bank::pay_in_capital": "capital",
  "0x4::commercial_bank::sell_security": "security",
  "0x4::lending::repay": "repayment",
  "0x4::lending::collect": "repayment",
  "0x4::estate::collect_loan": "repayment",
  "0x4::time_deposits::place": "time_deposit",
  "0x4::notes::withdraw": "notes",
  "0x4::cash_exchange::to_cash": "withdrawal",
  "0x4::linked_deposit::pay": "withdrawal",
  "0x4::wallet_deposits::fund": "withdrawal",
  "0x4::treasury::pay_tax": "tax",
  // What a customer bears of the losses of a failed bank, and what it gets elsewhere instead.
  "0x4::insolvency::cut_deposits": "borne",
  "0x4::wallet_deposits::defund": "borne",
  "0x4::wallet_resolution::take_in_wallets": "borne",
  "0x4::insolvency::pay_insured": "handed_over",
  "0x4::estate_payout::pay_deposits": "handed_over",
};

/** Functions that take money out of the book in which a bank keeps accounts for payment institutions, whose numbers are other ones. */
const OF_INSTITUTIONS_DEPOSITS: ReadonlySet<string> = new Set([
  "0x4::first_mode::release",
  "0x4::insolvency::take_in_deposit",
  "0x4::reserve_migration::move_to_reserve",
]);

/** What a debit by a function is for, `other` if the office does not know the function; `undefined` where it is on no customer's account. */
export function debitKind(ofFunction: string): StatementLine["kind"] | undefined {
  return OF_INSTITUTIONS_DEPOSITS.has(ofFunction) ? undefined : (DEBITS[ofFunction] ?? "other");
}
