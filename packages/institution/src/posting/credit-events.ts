import type { Address } from "@sycee/protocol";
import { banking, decode, type MoveType } from "@sycee/sdk";
import type { StatementLine } from "../statements/statement-line.ts";

/** What an event tells of a customer's account that money came onto. */
export interface Credit {
  readonly institution: Address;
  readonly account: number;
  readonly amountMinor: bigint;
  readonly kind: StatementLine["kind"];
}

/** How events of one type tell of credits. */
type Reader = readonly [name: string, read: (bytes: Uint8Array) => readonly Credit[]];

const reader = <T>(type: MoveType<T>, credits: (event: T) => readonly Credit[]): Reader => [
  type.name,
  (bytes) => credits(decode(type, bytes)),
];

interface OfAccount {
  readonly account: number;
  readonly amount: bigint;
}

const atInstitution = (type: MoveType<OfAccount & { readonly institution: Address }>, kind: Credit["kind"]): Reader =>
  reader(type, ({ institution, account, amount }) => [{ institution, account, amountMinor: amount, kind }]);

const atBank = (type: MoveType<OfAccount & { readonly bank: Address }>, kind: Credit["kind"]): Reader =>
  reader(type, ({ bank, account, amount }) => [{ institution: bank, account, amountMinor: amount, kind }]);

/** What a customer of a failed bank, or an owner, gets at another. */
const elsewhere = (type: MoveType<{ readonly toBank: Address; readonly toAccount: number; readonly amount: bigint }>): Reader =>
  reader(type, ({ toBank, toAccount, amount }) => [{ institution: toBank, account: toAccount, amountMinor: amount, kind: "received" }]);

const CREDITS: ReadonlyMap<string, Reader[1]> = new Map([
  atInstitution(banking.eMoneyExchangeToppedUpType, "top_up"),
  atInstitution(banking.paymentInstitutionGrantedType, "grant"),
  atInstitution(banking.firstModeIssuedAgainstDepositType, "top_up"),
  // What of a red packet comes to accounts here: also of packets that another institution made.
  reader(banking.customerRedPacketShareTakenType, ({ institution, taker, amount }) => [
    { institution, account: taker, amountMinor: amount, kind: "received" },
  ]),
  reader(banking.customerRedPacketPacketReturnedType, ({ home, account, amount }) => [
    { institution: home, account, amountMinor: amount, kind: "returned" },
  ]),
  // A payment reaches the payee's account when it settles.
  reader(banking.clearingSettlementPaymentSettledType, ({ payee, toAccount, amount }) => [
    { institution: payee, account: toAccount, amountMinor: amount, kind: "received" },
  ]),
  reader(banking.clearingReturnsPaymentReturnedType, ({ payer, fromAccount, amount, unclaimed }) =>
    unclaimed ? [] : [{ institution: payer, account: fromAccount, amountMinor: amount, kind: "returned" }],
  ),
  atBank(banking.cashExchangeCashDepositedType, "top_up"),
  atBank(banking.linkedDepositOverflowedType, "top_up"),
  atBank(banking.walletResolutionWalletTakenInType, "top_up"),
  atBank(banking.notesDepositedType, "notes"),
  atBank(banking.treasuryGovernmentPaidType, "received"),
  atBank(banking.commercialBankDividendPaidType, "dividend"),
  reader(banking.lendingLoanGrantedType, ({ bank, account, principal }) => [
    { institution: bank, account, amountMinor: principal, kind: "loan" },
  ]),
  reader(banking.timeDepositsTimeDepositReleasedType, ({ bank, account, principal, interest }) => [
    { institution: bank, account, amountMinor: principal, kind: "time_deposit" },
    ...(interest > 0n ? [{ institution: bank, account, amountMinor: interest, kind: "interest" } as const] : []),
  ]),
  elsewhere(banking.insolvencyInsuredPaidType),
  elsewhere(banking.estatePayoutDepositPaidOutType),
  elsewhere(banking.estatePayoutOwnersPaidType),
  reader(banking.estatePayoutCustomersRestoredType, ({ bank, accounts, amounts }) =>
    accounts.map((account, index) => ({ institution: bank, account, amountMinor: amounts[index] ?? 0n, kind: "restored" })),
  ),
]);

/** What an event tells of accounts, of any institution, that money came onto; nothing if it tells of none. */
export function creditsOf(type: string, bytes: Uint8Array): readonly Credit[] {
  return CREDITS.get(type)?.(bytes) ?? [];
}

/** Whether events of a type tell of accounts that money came onto. */
export function tellsOfCredits(type: string): boolean {
  return CREDITS.has(type);
}
