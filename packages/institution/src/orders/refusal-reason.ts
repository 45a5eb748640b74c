/** What each refusal of a single order means that the ledger or the office tells by a status alone. */
const REASONS: Readonly<Record<string, string>> = {
  zero_amount: "The amount is zero.",
  same_account: "Payer and payee are one account.",
  unknown_payer: "The ledger has no account of the payer.",
  unknown_payee: "The ledger has no account of the payee.",
  payer_closed: "The payer's account is closed.",
  payee_closed: "The payee's account is closed.",
  payer_frozen: "The payer's account is frozen.",
  insufficient_balance: "The payer's account holds less than the amount.",
  balance_overflow: "The payee's account cannot hold so much.",
  no_merchant: "The payee is no merchant.",
  fee_exceeds_amount: "The institution's fee is not less than the amount.",
  unknown_collection: "The ledger knows no such payment to a merchant.",
  refund_exceeds_payment: "The refunds of a payment cannot be more than the payment.",
  not_handed_on: "The payer or the merchant was not handed on to this institution.",
  not_paid: "The payer's account holds less than the standing order's amount, or can pay nothing now.",
  no_account: "A customer that the order names has no account on the ledger.",
  no_collection: "The payment that the order names was not made.",
  unknown_account: "The ledger has no account of this number.",
  own_account: "The account is the institution's own.",
  account_closed: "The account is closed.",
  account_taken: "The account is another customer's.",
};

/** Why an order was refused, in a sentence: the ledger's own where it gave one, `told`. */
export function refusalReason(refusal: string, told?: string): string {
  return told ?? REASONS[refusal] ?? `The ledger refused it: ${refusal}.`;
}
