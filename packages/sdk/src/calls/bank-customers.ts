import type { Call } from "@sycee/protocol";
import { accountColumn, amountColumn } from "../arguments/columns.ts";
import { literal } from "../arguments/move-type.ts";
import { ASSET_KIND, type AssetKind } from "./central-bank.ts";
import type { BankAccountAmount } from "./commercial-bank.ts";
import type { TransferColumns } from "./customer-accounts.ts";
import type { ActingSigner } from "./framework-call.ts";
import { commercialBank, timeDeposits } from "./generated/banking.ts";

/** `0x4::commercial_bank::close_account`: closes an empty account of the signing bank for good. */
export function closeDepositAccount(closing: ActingSigner & { readonly account: number }): Call {
  return commercialBank.closeAccount({ bank: closing.signer ?? 0, account: closing.account });
}

/** `0x4::commercial_bank::transfer_batch`: transfers between customers of the signing bank in their order, each by itself; `transfersOf` tells what became of each. */
export function transferDeposits(batch: ActingSigner & TransferColumns): Call {
  const { signer = 0, payers, payees, amountsMinor } = batch;
  return commercialBank.transferBatch({
    bank: signer,
    payers: literal(accountColumn, payers),
    payees: literal(accountColumn, payees),
    amounts: literal(amountColumn, amountsMinor),
  });
}

/** `0x4::commercial_bank::pay_interest`: interest on demand deposits, each account the amount at its position, all of them or none. */
export function payDepositInterest(
  interest: ActingSigner & { readonly accounts: readonly number[]; readonly amountsMinor: readonly bigint[] },
): Call {
  return commercialBank.payInterest({ bank: interest.signer ?? 0, accounts: interest.accounts, amounts: interest.amountsMinor });
}

/** `0x4::commercial_bank::buy_security`: buys a security from a customer with a new deposit. The custodian, a licensed one, signs that it is there: the second signer if not said otherwise. */
export function buySecurity(
  purchase: ActingSigner & {
    readonly custodianSigner?: number;
    readonly account: number;
    readonly kind: Exclude<AssetKind, "claimsOnBanks">;
    readonly description: string;
    readonly priceMinor: bigint;
  },
): Call {
  const { signer = 0, custodianSigner = 1, account, kind, description, priceMinor } = purchase;
  return commercialBank.buySecurity({
    bank: signer,
    custodian: custodianSigner,
    account,
    kind: ASSET_KIND[kind],
    description,
    price: priceMinor,
  });
}

/** `0x4::commercial_bank::sell_security`: sells a part of a holding to a customer at book value; a deposit ends. */
export function sellSecurity(sale: BankAccountAmount & { readonly holding: bigint }): Call {
  const { signer = 0, account, holding, amountMinor } = sale;
  return commercialBank.sellSecurity({ bank: signer, account, holding, amount: amountMinor });
}

/** `0x4::time_deposits::accrue`: reckons a time deposit's interest up to today. */
export function accrueTimeDeposit(accrual: ActingSigner & { readonly deposit: bigint }): Call {
  return timeDeposits.accrue({ bank: accrual.signer ?? 0, deposit: accrual.deposit });
}
