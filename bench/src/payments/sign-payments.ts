import type { Address } from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import { type BenchAccount, CASH_INSTRUMENT, keylessAddress } from "./bench-economy.ts";
import { signBenchTransaction } from "./sign-transaction.ts";
import { spread } from "./spread.ts";

/** What is signed. */
export interface SigningOptions {
  /** Those who pay. */
  readonly accounts: readonly BenchAccount[];
  /** Wallets in all, those that only receive included; as many as `accounts` if absent. */
  readonly wallets?: number;
  readonly chainId: Uint8Array;
  readonly expiryMs: bigint;
  readonly count: number;
  /** Nonces count up from here. */
  readonly firstNonce: number;
  /** All to the first account, which pays the second; otherwise spread. */
  readonly oneMerchant?: boolean;
}

export const PAYMENT_GAS_LIMIT = 1_000_000n;

/** Signed payments of one minor unit, from one account after the other; payees are spread evenly over all wallets, unless all pay one merchant. */
export function signPayments(options: SigningOptions): Uint8Array[] {
  const { accounts, chainId, expiryMs, count, firstNonce } = options;
  const transactions: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const nonce = firstNonce + index;
    const payer = accounts[nonce % accounts.length];
    if (payer === undefined) throw new Error("there are no accounts");
    const payee = payeeOf(options, nonce, payer.address);
    const calls = [pay({ payee, instrument: CASH_INSTRUMENT, amountMinor: 1n })];
    transactions.push(signBenchTransaction(payer, { chainId, nonce, expiryMs, gasLimit: PAYMENT_GAS_LIMIT, calls }));
  }
  return transactions;
}

function payeeOf({ accounts, wallets = accounts.length, oneMerchant }: SigningOptions, nonce: number, payer: Address): Address {
  const first = oneMerchant === true ? 0 : spread(nonce, wallets);
  const payee = addressOf(accounts, first, wallets);
  return payee === payer ? addressOf(accounts, (first + 1) % wallets, wallets) : payee;
}

function addressOf(accounts: readonly BenchAccount[], index: number, wallets: number): Address {
  return accounts[index]?.address ?? keylessAddress(index, wallets);
}
