import { type Address, blake2b256 } from "@sycee/protocol";
import { developmentSeed, type Signer, signerOf } from "@sycee/sdk";
import type { StandingOrder } from "../orders/standing-order.ts";
import { sodiumKey } from "./sodium-key.ts";

/** The name of the bank whose customers give the orders. */
export const HOME_BANK = "home";

/** A wallet to be opened. */
export interface WalletHolder {
  readonly owner: Address;
  /** 32 bytes that stand for the person or firm. */
  readonly commitment: Uint8Array;
}

/** The supervisor, the central bank and the operators. All keys are computed from names, so that a run can be repeated and resumed. */
export interface Institutions {
  readonly supervisor: Signer;
  readonly centralBank: Signer;
  /** By bank: {@link HOME_BANK} and the two letters of each other. */
  readonly operators: ReadonlyMap<string, Signer>;
}

/** Everyone in the economy. */
export interface Participants extends Institutions {
  /** By account id. */
  readonly payers: ReadonlyMap<number, Signer>;
  /** By bank and account, as {@link payeeName} joins them. */
  readonly payees: ReadonlyMap<string, Signer>;
}

/** The institutions that the orders name. */
export function createInstitutions(orders: readonly StandingOrder[]): Institutions {
  return {
    supervisor: signerNamed("supervisor"),
    centralBank: signerNamed("central-bank"),
    operators: new Map(bankNames(orders).map((bank) => [bank, signerNamed(`operator/${bank}`)])),
  };
}

/** Everyone whom the orders name. */
export function createParticipants(orders: readonly StandingOrder[]): Participants {
  return {
    ...createInstitutions(orders),
    payers: new Map(distinct(orders.map(({ accountId }) => accountId)).map((account) => [account, signerNamed(`payer/${account}`)])),
    payees: new Map(distinct(orders.map(payeeName)).map((payee) => [payee, signerNamed(`payee/${payee}`)])),
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

function signerNamed(name: string): Signer {
  return signerOf(sodiumKey(developmentSeed(`berka/${name}`)));
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
