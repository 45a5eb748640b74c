import { type Call, hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { accountColumn, amountColumn } from "../arguments/columns.ts";
import { decode, literal } from "../arguments/move-type.ts";
import type { ActingSigner } from "./framework-call.ts";
import { customerAccounts } from "./generated/banking.ts";
import { type CustomerBookTransfersPosted, customerBookTransfersPostedType } from "./generated/money.ts";

/** Transfers that one transaction carries whatever accounts they are between, and the gas to allow it. */
export const MAX_TRANSFERS = 10_000;
export const TRANSFERS_GAS_LIMIT = 100_000_000n;

/** What became of a transfer, by its number in the event. */
export const TRANSFER_STATUSES = [
  "accepted",
  "zero_amount",
  "same_account",
  "unknown_payer",
  "unknown_payee",
  "payer_closed",
  "payee_closed",
  "payer_frozen",
  "insufficient_balance",
  "balance_overflow",
] as const;

export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** Transfers by column: payer, payee and amount of one are at the same position. Accounts are numbers in the book of the signer. */
export interface TransferColumns {
  readonly payers: ArrayLike<number>;
  readonly payees: ArrayLike<number>;
  readonly amountsMinor: ArrayLike<bigint>;
}

/** `0x4::customer_accounts::begin`: the signing operator begins to keep accounts for its customers. */
export function beginCustomerAccounts(acting: ActingSigner = {}): Call {
  return customerAccounts.begin({ operator: acting.signer ?? 0 });
}

/** `0x4::customer_accounts::open`: opens so many accounts; numbers go on from the last. */
export function openCustomerAccounts(opening: ActingSigner & { readonly count: bigint }): Call {
  return customerAccounts.open({ operator: opening.signer ?? 0, count: opening.count });
}

/** `0x4::customer_accounts::close`: closes an empty account for good. */
export function closeCustomerAccount(closing: ActingSigner & { readonly account: number }): Call {
  return customerAccounts.close({ operator: closing.signer ?? 0, account: closing.account });
}

/** `0x4::customer_accounts::deposit_batch`: cash from the operator's till onto accounts, all of them or none. Up to 20,000 fit into a transaction. */
export function depositToCustomers(
  deposits: ActingSigner & { readonly accounts: ArrayLike<number>; readonly amountsMinor: ArrayLike<bigint> },
): Call {
  const { signer = 0, accounts, amountsMinor } = deposits;
  return customerAccounts.depositBatch({
    operator: signer,
    accounts: literal(accountColumn, accounts),
    amounts: literal(amountColumn, amountsMinor),
  });
}

/** `0x4::customer_accounts::deposit`: pays cash from the signing operator's till onto one account. */
export function depositToCustomer(deposit: ActingSigner & { readonly account: number; readonly amountMinor: bigint }): Call {
  return customerAccounts.deposit({ operator: deposit.signer ?? 0, account: deposit.account, amount: deposit.amountMinor });
}

/** `0x4::customer_accounts::withdraw`: cash off an account into the operator's till. */
export function withdrawFromCustomer(withdrawal: ActingSigner & { readonly account: number; readonly amountMinor: bigint }): Call {
  return customerAccounts.withdraw({ operator: withdrawal.signer ?? 0, account: withdrawal.account, amount: withdrawal.amountMinor });
}

/**
 * `0x4::customer_accounts::transfer_batch`: transfers between accounts of the signing operator, in their order, each by
 * itself. Of at most {@link MAX_TRANSFERS}, with {@link TRANSFERS_GAS_LIMIT}. What became of each is told by {@link transfersOf}.
 *
 * @example
 * const calls = [transferBatch({ payers: [0, 1], payees: [1, 2], amountsMinor: [500n, 20n] })];
 * const receipt = await client.send({ signers: [operator], calls, gasLimit: TRANSFERS_GAS_LIMIT });
 * for (const status of transfersOf(receipt)[0]?.statuses ?? []) console.log(status); // "accepted", …
 */
export function transferBatch(batch: ActingSigner & TransferColumns): Call {
  const { signer = 0, payers, payees, amountsMinor } = batch;
  return customerAccounts.transferBatch({
    operator: signer,
    payers: literal(accountColumn, payers),
    payees: literal(accountColumn, payees),
    amounts: literal(amountColumn, amountsMinor),
  });
}

/** What became of a batch. */
export interface TransfersResult extends Omit<CustomerBookTransfersPosted, "statuses"> {
  /** One for each transfer, in their order. */
  readonly statuses: readonly TransferStatus[];
}

/** What became of each batch of a receipt, in the order of the calls. */
export function transfersOf(receipt: Pick<ReceiptJson, "events">): TransfersResult[] {
  const results: TransfersResult[] = [];
  for (const { type, data } of receipt.events) {
    if (type !== customerBookTransfersPostedType.name) continue;
    const bytes = hexToBytes(data);
    if (bytes === undefined) throw new RangeError("the data of an event is not hexadecimal");
    const posted = decode(customerBookTransfersPostedType, bytes);
    results.push({ ...posted, statuses: Array.from(posted.statuses, statusOf) });
  }
  return results;
}

function statusOf(number: number): TransferStatus {
  const status = TRANSFER_STATUSES[number];
  if (status === undefined) throw new RangeError(`${number} is not the status of a transfer`);
  return status;
}
