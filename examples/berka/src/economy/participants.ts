import { type Address, blake2b256 } from "@sycee/protocol";
import { developmentSeed, keyFromSeed, type Signer, signerOf } from "@sycee/sdk";
import type { StandingOrder } from "../orders/standing-order.ts";

/** The name of the bank whose customers give the orders. */
export const HOME_BANK = "home";

/** A wallet to be opened. */
export interface WalletHolder {
  readonly owner: Address;
  /** 32 bytes that stand for the person or firm. */
  readonly commitment: Uint8Array;
}

/** Everyone in the economy. All keys are computed from names, so that a run can be repeated and resumed. */
export interface Participants {
  readonly centralBank: Signer;
  /** By bank: {@link HOME_BANK} and the two letters of each other. */
  readonly operators: ReadonlyMap<string, Signer>;
  /** By account id. */
  readonly payers: ReadonlyMap<number, Signer>;
  /** By bank and account, as {@link payeeName} joins them. */
  readonly payees: ReadonlyMap<string, Signer>;
}

/** Computes the keys of everyone whom the orders name. */
export async function createParticipants(orders: readonly StandingOrder[]): Promise<Participants> {
  const accounts = [...new Set(orders.map(({ accountId }) => accountId))];
  const payees = [...new Set(orders.map(payeeName))];
  return {
    centralBank: await signerNamed("central-bank"),
    operators: new Map(await Promise.all(bankNames(orders).map(async (bank) => [bank, await signerNamed(`operator/${bank}`)] as const))),
    payers: new Map(await Promise.all(accounts.map(async (account) => [account, await signerNamed(`payer/${account}`)] as const))),
    payees: new Map(await Promise.all(payees.map(async (payee) => [payee, await signerNamed(`payee/${payee}`)] as const))),
  };
}

/** The home bank, then the others by their letters. */
export function bankNames(orders: readonly StandingOrder[]): string[] {
  return [HOME_BANK, ...new Set(orders.map(({ bankTo }) => bankTo).toSorted())];
}

/** `AB/1234567`. */
export function payeeName(order: Pick<StandingOrder, "bankTo" | "accountTo">): string {
  return `${order.bankTo}/${order.accountTo}`;
}

/** The wallet of a participant. In this data nobody has two accounts that can be told to be theirs, so that each account is a holder. */
export function walletHolder(owner: Address): WalletHolder {
  return { owner, commitment: blake2b256(new TextEncoder().encode(`berka-holder:${owner}`)) };
}

async function signerNamed(name: string): Promise<Signer> {
  return signerOf(await keyFromSeed(developmentSeed(`berka/${name}`)));
}
