import type { Address, Call } from "@sycee/protocol";
import { address, literal, signer, u32, u64 } from "../arguments/move-type.ts";
import { type ActingSigner, frameworkCall } from "./framework-call.ts";

export interface Payment extends ActingSigner {
  readonly payee: Address;
  /** The instrument's number, see `Client.instruments`. */
  readonly instrument: number;
  readonly amountMinor: bigint;
}

/** `0x2::wallet::pay`: the signer's wallet pays another. Aborts with `EBalanceLimit`, `ESingleLimit`, `EDailyLimit`, `EYearlyLimit`, `EInsufficientMoney`, `ENoWallet`, in that order. */
export function pay(payment: Payment): Call {
  return frameworkCall("money", "wallet", "pay", [
    signer(payment.signer ?? 0),
    literal(address, payment.payee),
    literal(u32, payment.instrument),
    literal(u64, payment.amountMinor),
  ]);
}

/** `0x2::wallet::close`: ends the signer's empty wallet, so that another operator can open one at the address. */
export function closeWallet(acting: ActingSigner = {}): Call {
  return frameworkCall("money", "wallet", "close", [signer(acting.signer ?? 0)]);
}
