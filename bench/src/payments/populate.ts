import type { Call } from "@sycee/protocol";
import { beginCustomerAccounts, depositToCustomers, handOut, openCustomerAccounts, openWallets, toTill } from "@sycee/sdk";
import {
  benchAccount,
  benchGenesis,
  CASH_MINOR,
  commitmentOf,
  keylessAddress,
  keylessCommitment,
  WALLETS_A_CALL,
} from "./bench-economy.ts";
import { PopulationChain } from "./population-chain.ts";

/** What is to be on a ledger. */
export interface Population {
  /** Wallets in all. */
  readonly accounts: number;
  /** The first so many of them have a key and cash; the others are empty wallets at addresses that nobody has a key of. */
  readonly keyed: number;
  /** Accounts that the operator keeps for customers, each with cash on it. */
  readonly customers: number;
}

/** What every customer has at first. */
export const CUSTOMER_MINOR = 1_000_000n;

/** So that a transaction stays below 256 KiB and 4,096 events. */
const WALLET_CALLS_A_TRANSACTION = 7;
const HAND_OUTS_A_TRANSACTION = 64;
const DEPOSITS_A_TRANSACTION = 20_000;
/** The chain's first block; the ledger's own time passes by a minute a block, and has to be over before now. */
const BEGAN_BEFORE_MS = 24n * 3_600_000n;

/**
 * Begins a chain in an empty directory on which the operator opens wallets and customers' accounts, in signed transactions through the ledger,
 * as a node would have executed them. Tells how many of all accounts there are as it goes, and when it begins to commit to their state.
 */
export async function populate(
  directory: string,
  modules: readonly Uint8Array[],
  population: Population,
  tell: { opened(accounts: number): void; committing(): void },
): Promise<void> {
  const { accounts, keyed, customers } = population;
  const operatorMinor = BigInt(keyed) * CASH_MINOR + BigInt(customers) * CUSTOMER_MINOR + 1n;
  const chain = await PopulationChain.begin(
    directory,
    benchGenesis([], modules, { timeMs: BigInt(Date.now()) - BEGAN_BEFORE_MS, operatorMinor }),
  );
  try {
    chain.execute(walletPrograms(accounts, keyed, tell.opened));
    chain.execute(handOutPrograms(keyed));
    if (customers > 0) chain.execute(customerPrograms(customers, (opened) => tell.opened(accounts + opened)));
    tell.committing();
  } catch (error) {
    await chain.abandon();
    throw error;
  }
  await chain.finish();
}

function* walletPrograms(accounts: number, keyed: number, tell: (accounts: number) => void): Generator<Call[]> {
  const each = WALLETS_A_CALL * WALLET_CALLS_A_TRANSACTION;
  for (let start = 0; start < accounts; start += each) {
    const calls: Call[] = [];
    for (let from = start; from < Math.min(accounts, start + each); from += WALLETS_A_CALL) {
      const wallets = Array.from({ length: Math.min(WALLETS_A_CALL, accounts - from) }, (_, offset) => {
        if (from + offset < keyed) {
          const owner = benchAccount(from + offset).address;
          return { owner, commitment: commitmentOf(owner) };
        }
        const owner = keylessAddress(from + offset, accounts);
        return { owner, commitment: keylessCommitment(owner) };
      });
      calls.push(openWallets({ tier: 1, wallets }));
    }
    yield calls;
    tell(Math.min(accounts, start + each));
  }
}

function* handOutPrograms(keyed: number): Generator<Call[]> {
  for (let start = 0; start < keyed; start += HAND_OUTS_A_TRANSACTION) {
    const count = Math.min(HAND_OUTS_A_TRANSACTION, keyed - start);
    yield Array.from({ length: count }, (_, offset) => handOut({ to: benchAccount(start + offset).address, amountMinor: CASH_MINOR }));
  }
}

function* customerPrograms(customers: number, tell: (customers: number) => void): Generator<Call[]> {
  yield [beginCustomerAccounts(), toTill({ amountMinor: BigInt(customers) * CUSTOMER_MINOR })];
  for (let start = 0; start < customers; start += DEPOSITS_A_TRANSACTION) {
    const count = Math.min(DEPOSITS_A_TRANSACTION, customers - start);
    const accounts = Array.from({ length: count }, (_, offset) => start + offset);
    const amountsMinor = accounts.map(() => CUSTOMER_MINOR);
    yield [openCustomerAccounts({ count: BigInt(count) }), depositToCustomers({ accounts, amountsMinor })];
    tell(start + count);
  }
}
