import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { walletDeposits } from "./generated/banking.ts";

/** `0x4::wallet_deposits::adopt`: a bank that is an operator goes over to the regime in which money in its customers' wallets is its own deposits, under a symbol. The central bank (the first signer) and the bank (the second) sign. */
export function adoptWalletDeposits(adoption: ActingSigner & { readonly bankSigner?: number; readonly symbol: string }): Call {
  const { signer = 0, bankSigner = 1, symbol } = adoption;
  return walletDeposits.adopt({ centralBank: signer, bank: bankSigner, symbol });
}

/** `0x4::wallet_deposits::follow_tier`: anybody gives wallets of a tier the limits in a bank's wallet money that they have in digital cash now. */
export function followTier(following: { readonly bank: Address; readonly tier: number }): Call {
  return walletDeposits.followTier({ bank: following.bank, tier: following.tier });
}

/** `0x4::wallet_deposits::fund`: a part of a demand deposit of the signing bank's customer becomes money in the wallet of an owner. */
export function fundWallet(
  funding: ActingSigner & { readonly account: number; readonly owner: Address; readonly amountMinor: bigint },
): Call {
  const { signer = 0, account, owner, amountMinor } = funding;
  return walletDeposits.fund({ bank: signer, account, owner, amount: amountMinor });
}

/** `0x4::wallet_deposits::defund`: wallet money of the signer goes back onto an account at its bank. Unless the account is linked to the wallet, the limits of a payment hold. */
export function defundWallet(defunding: ActingSigner & { readonly account: number; readonly amountMinor: bigint }): Call {
  return walletDeposits.defund({ owner: defunding.signer ?? 0, account: defunding.account, amount: defunding.amountMinor });
}

/** `0x4::wallet_deposits::exchange_cash`: digital cash in the signer's wallet becomes wallet money of its bank; the cash becomes the bank's reserves. */
export function exchangeCash(exchange: ActingSigner & { readonly amountMinor: bigint }): Call {
  return walletDeposits.exchangeCash({ owner: exchange.signer ?? 0, amount: exchange.amountMinor });
}

/** `0x4::wallet_deposits::pay`: pays wallet money to another wallet, whatever its operator's regime. */
export function payWalletDeposit(payment: ActingSigner & { readonly payee: Address; readonly amountMinor: bigint }): Call {
  return walletDeposits.pay({ payer: payment.signer ?? 0, payee: payment.payee, amount: payment.amountMinor });
}

/** `0x4::wallet_deposits::pay_interest`: the signing bank pays interest into its customers' wallets, each the amount at its position, all of them or none. */
export function payWalletInterest(
  interest: ActingSigner & { readonly owners: readonly Address[]; readonly amountsMinor: readonly bigint[] },
): Call {
  return walletDeposits.payInterest({ bank: interest.signer ?? 0, owners: interest.owners, amounts: interest.amountsMinor });
}
