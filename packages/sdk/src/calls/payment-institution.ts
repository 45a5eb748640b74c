import type { Address, Call } from "@sycee/protocol";
import { accountColumn, amountColumn } from "../arguments/columns.ts";
import { literal } from "../arguments/move-type.ts";
import type { TransferColumns } from "./customer-accounts.ts";
import type { ActingSigner } from "./framework-call.ts";
import { customerPort, eMoneyExchange, paymentInstitution } from "./generated/banking.ts";

export interface PaymentInstitutionOpening extends ActingSigner {
  readonly centralBank: Address;
  /** 1 to 128 bytes. */
  readonly name: string;
  /** Of its e-money, e.g. `SWIFTPAY.money`. */
  readonly symbol: string;
  /** `second`: all e-money lies at the central bank, always. `first`: a share of it, by the central bank's schedule. */
  readonly mode: "first" | "second";
}

/** The number of the account that a payment institution keeps for itself. Customers' accounts are numbered from 1. */
export const OWN_ACCOUNT = 0;

/** `0x4::payment_institution::begin`: a licensed payment institution begins. Aborts with `ENotLicensed` for anybody else. */
export function beginPaymentInstitution(opening: PaymentInstitutionOpening): Call {
  const { signer: institution = 0, centralBank, name, symbol, mode } = opening;
  return paymentInstitution.begin({ institution, centralBank, name, symbol, secondMode: mode === "second" });
}

/** `0x4::payment_institution::open_accounts`: opens so many customers' accounts; numbers go on from the last. */
export function openEMoneyAccounts(opening: ActingSigner & { readonly count: bigint }): Call {
  return paymentInstitution.openAccounts({ institution: opening.signer ?? 0, count: opening.count });
}

/** `0x4::payment_institution::close_account`: closes an empty account for good. */
export function closeEMoneyAccount(closing: ActingSigner & { readonly account: number }): Call {
  return paymentInstitution.closeAccount({ institution: closing.signer ?? 0, account: closing.account });
}

/** `0x4::payment_institution::transfer_batch`: payments between customers, in their order, each by itself. As `transferBatch` of an operator; `transfersOf` tells what became of each. */
export function transferEMoney(batch: ActingSigner & TransferColumns): Call {
  const { signer: institution = 0, payers, payees, amountsMinor } = batch;
  return paymentInstitution.transferBatch({
    institution,
    payers: literal(accountColumn, payers),
    payees: literal(accountColumn, payees),
    amounts: literal(amountColumn, amountsMinor),
  });
}

/** `0x4::payment_institution::contribute`: settlement money of the signing bank or operator becomes own funds of an institution, against capital. */
export function contributeOwnFunds(contribution: ActingSigner & { readonly institution: Address; readonly amountMinor: bigint }): Call {
  const { signer: contributor = 0, institution, amountMinor } = contribution;
  return paymentInstitution.contribute({ contributor, institution, amount: amountMinor });
}

/** `0x4::payment_institution::sweep`: what the customers' reserve holds beyond the e-money goes to own funds. Aborts with `EExceedsSurplus`. */
export function sweepSurplus(sweep: ActingSigner & { readonly amountMinor: bigint }): Call {
  return paymentInstitution.sweep({ institution: sweep.signer ?? 0, amount: sweep.amountMinor });
}

/** `0x4::payment_institution::replenish`: own funds go into the customers' reserve. */
export function replenishReserve(replenishment: ActingSigner & { readonly amountMinor: bigint }): Call {
  return paymentInstitution.replenish({ institution: replenishment.signer ?? 0, amount: replenishment.amountMinor });
}

/** `0x4::payment_institution::grant`: a customer gets e-money out of the institution's own funds. */
export function grantEMoney(grant: ActingSigner & { readonly account: number; readonly amountMinor: bigint }): Call {
  return paymentInstitution.grant({ institution: grant.signer ?? 0, account: grant.account, amount: grant.amountMinor });
}

/** `0x4::payment_institution::attach`: a supervisor has a creditor paid out of an institution's own funds. Nothing reaches the customers' reserve. */
export function attachOwnFunds(
  attachment: ActingSigner & {
    readonly institution: Address;
    readonly creditor: Address;
    readonly amountMinor: bigint;
    readonly order: string;
  },
): Call {
  const { signer: supervisor = 0, institution, creditor, amountMinor, order } = attachment;
  return paymentInstitution.attach({ supervisor, institution, creditor, amount: amountMinor, order });
}

/** `0x4::e_money_exchange::top_up`: digital cash of the signer's wallet becomes e-money on an account. It counts towards the wallet's limits as a payment does. */
export function topUp(
  topping: ActingSigner & { readonly institution: Address; readonly account: number; readonly amountMinor: bigint },
): Call {
  const { signer: owner = 0, institution, account, amountMinor } = topping;
  return eMoneyExchange.topUp({ owner, institution, account, amount: amountMinor });
}

/** `0x4::e_money_exchange::pay_out`: e-money of an account becomes digital cash in a wallet. Aborts with `EBalanceLimit` above the wallet's cap. */
export function payOut(payment: ActingSigner & { readonly account: number; readonly owner: Address; readonly amountMinor: bigint }): Call {
  const { signer: institution = 0, account, owner, amountMinor } = payment;
  return eMoneyExchange.payOut({ institution, account, owner, amount: amountMinor });
}

/** `0x4::e_money_exchange::pay_out_for`: a supervisor has all of an account paid out into a wallet, when the institution's licence no longer stands. */
export function payOutFor(
  payment: ActingSigner & { readonly institution: Address; readonly account: number; readonly owner: Address },
): Call {
  const { signer: supervisor = 0, institution, account, owner } = payment;
  return eMoneyExchange.payOutFor({ supervisor, institution, account, owner });
}

/** A row of accounts that goes to another institution: at most 1,000. */
export interface Porting {
  readonly first: number;
  readonly count: number;
}

/** `0x4::customer_port::port`: customers go to a successor with what they have. The institution signs first, the successor second. */
export function portCustomers(porting: Porting): Call {
  return customerPort.port({ institution: 0, successor: 1, first: porting.first, count: porting.count });
}

/** `0x4::customer_port::port_for`: the same by a supervisor, who signs first, when the institution's licence no longer stands. */
export function portCustomersFor(porting: Porting & { readonly institution: Address }): Call {
  const { institution, first, count } = porting;
  return customerPort.portFor({ supervisor: 0, successor: 1, institution, first, count });
}

/** `0x4::payment_institution::close_period`: income and expense of the signing institution's books go into retained earnings. */
export function closePaymentInstitutionPeriod(acting: ActingSigner = {}): Call {
  return paymentInstitution.closePeriod({ institution: acting.signer ?? 0 });
}
