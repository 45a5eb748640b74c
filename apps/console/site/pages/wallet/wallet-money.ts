import type { Address, InstrumentJson, WalletLimitsJson } from "@sycee/protocol";
import { banking, readResource } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useLive } from "../../live/use-live.ts";
import { ifTold } from "./if-told.ts";
import type { Balance } from "./wallet-page.tsx";

/** An instrument as a wallet uses it. */
export type WalletInstrument = Pick<InstrumentJson, "instrument" | "symbol" | "unit" | "decimals" | "issuer">;

/** Money of a wallet that is more than a balance: that of its bank, and a deposit that payments draw on. */
export interface WalletMoney {
  /** What the operator's wallets hold as its own deposits; `undefined` where it serves digital cash alone. */
  readonly bankMoney: WalletInstrument | undefined;
  /** Digital cash that the wallet may hold, whether or not it does. */
  readonly cash: WalletInstrument | undefined;
  /** The deposit that is linked to the wallet. */
  readonly link: LinkedDeposit | undefined;
}

/** A deposit that belongs to a wallet. */
export interface LinkedDeposit {
  readonly bank: Address;
  readonly account: number;
  readonly coversPayments: boolean;
  readonly takesOverflow: boolean;
}

/** It seldom changes, and a link is read by a proof. */
const REFRESH_MS = 5_000;
const NONE: WalletMoney = { bankMoney: undefined, cash: undefined, link: undefined };

/** Money of the wallet at an address, as of the last block; none while it is not known. */
export function useWalletMoney(address: Address): WalletMoney {
  return useLive(["wallet-money", address], () => walletMoney(address), REFRESH_MS).data ?? NONE;
}

async function walletMoney(address: Address): Promise<WalletMoney> {
  const limits = await ifKnown(client.economy.walletLimits(address), undefined);
  if (limits === undefined) return NONE;
  const [instruments, link] = await Promise.all([client.instruments(), linkOf(address)]);
  const usable = new Set(limits.instruments.map(({ instrument }) => instrument));
  const cash = instruments.find(({ instrument, kind }) => usable.has(instrument) && kind === "digital cash");
  return { bankMoney: moneyOfOperator(limits, instruments), cash, link };
}

/** What the bank that serves a wallet keeps there as its own deposits, if it does. */
export function moneyOfOperator(
  { operator, instruments: usable }: Pick<WalletLimitsJson, "operator" | "instruments">,
  instruments: readonly InstrumentJson[],
): WalletInstrument | undefined {
  const numbers = new Set(usable.map(({ instrument }) => instrument));
  return instruments.find(({ instrument, kind, issuer }) => numbers.has(instrument) && kind === "deposit" && issuer === operator);
}

/** The deposit that is linked to a wallet; `undefined` where there is none or the node does not tell this reader. */
export async function linkOf(address: Address): Promise<LinkedDeposit | undefined> {
  return await ifTold(readResource(client, address, banking.linkedDepositType));
}

/** What can be paid with: what a wallet holds, and digital cash too where payments draw on a deposit for it. */
export function payableOf(balances: readonly Balance[], { cash, link }: WalletMoney): readonly Balance[] {
  const drawsOnly =
    cash !== undefined && link?.coversPayments === true && !balances.some(({ instrument }) => instrument === cash.instrument);
  return drawsOnly ? [...balances, { ...cash, place: "wallet", amountMinor: "0" }] : balances;
}
