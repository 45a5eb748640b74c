import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { wallet } from "./generated/money.ts";

export interface Payment extends ActingSigner {
  readonly payee: Address;
  /** The instrument's number, see `Client.instruments`. */
  readonly instrument: number;
  readonly amountMinor: bigint;
}

/** `0x2::wallet::pay`: the signer's wallet pays another. Aborts with `EBalanceLimit`, `ESingleLimit`, `EDailyLimit`, `EYearlyLimit`, `EInsufficientMoney`, `ENoWallet`, in that order. */
export function pay(payment: Payment): Call {
  const { signer: payer = 0, payee, instrument, amountMinor } = payment;
  return wallet.pay({ payer, payee, instrument, amount: amountMinor });
}

/** `0x2::wallet::close`: ends the signer's empty wallet, so that another operator can open one at the address. */
export function closeWallet(acting: ActingSigner = {}): Call {
  return wallet.close({ owner: acting.signer ?? 0 });
}
