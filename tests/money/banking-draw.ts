import type { Call } from "@sycee/protocol";
import { type Actor, actor } from "./actor.ts";
import type { BankingModel, BankModel, Policy } from "./banking-model.ts";
import type { CentralBankModel } from "./central-bank-model.ts";
import type { LendingModel } from "./lending-model.ts";
import type { OwnershipModel } from "./ownership-model.ts";
import { uniformBigInt, uniformInt, type xoroshiro128plus } from "./random.ts";
import type { WalletModel, WalletMoneyModel } from "./wallet-money-model.ts";

export const centralBank = actor("central bank");
export const government = actor("government");
export const insurer = actor("insurer");
export const custodian = actor("custodian");
export const banks = [actor("north"), actor("south"), actor("west")] as const;
/** Two owners of wallets for each bank, in the order of the banks. */
export const owners = ["anna", "bela", "cyril", "dana", "emil", "fanny"].map((name) => actor(name));
/** Customers' accounts of each bank. */
export const ACCOUNTS = 6;

/** The second bookkeeping of everything that happens. */
export interface BankingWorld {
  readonly model: BankingModel;
  readonly lending: LendingModel;
  readonly central: CentralBankModel;
  readonly ownership: OwnershipModel;
  readonly wallets: WalletMoneyModel;
  readonly policy: Policy;
}

export interface Act {
  readonly what: string;
  readonly signers: readonly Actor[];
  readonly call: Call;
  /** What the model says, asked in the order of execution. */
  expected(): string;
}

export type Random = ReturnType<typeof xoroshiro128plus>;

/** What one act is drawn from: a bank, another, an account and an amount, near those with which acts are allowed. */
export class Draw {
  readonly world: BankingWorld;
  readonly bank: Actor;
  readonly other: Actor;
  readonly state: BankModel;
  readonly account: number;
  readonly amount: bigint;
  readonly rate: bigint;
  private readonly random: Random;

  constructor(world: BankingWorld, random: Random) {
    this.world = world;
    this.random = random;
    this.bank = banks[this.upTo(2)] ?? banks[0];
    this.other = banks[this.upTo(2)] ?? banks[0];
    this.state = world.model.bank(this.bank.name);
    this.account = this.upTo(ACCOUNTS - 1);
    this.amount = this.big([200n, 4_000n, 30_000n][this.upTo(2)] ?? 200n);
    this.rate = BigInt(this.upTo(2_000));
  }

  upTo(maximum: number): number {
    return uniformInt(this.random, 0, maximum);
  }

  big(maximum: bigint): bigint {
    return uniformBigInt(this.random, 0n, maximum);
  }

  /** A number near the last of a list, or the next. */
  near(last: number): number {
    return uniformInt(this.random, Math.max(1, last - 4), last + 1);
  }

  /** A wallet and its owner, of the bank's customers or of all. */
  wallet(isOwn: boolean): { readonly wallet: WalletModel; readonly owner: Actor } {
    const index = isOwn ? 2 * banks.findIndex((each) => each === this.bank) + this.upTo(1) : this.upTo(owners.length - 1);
    const wallet = this.world.wallets.wallets[index];
    const owner = owners[index];
    if (wallet === undefined || owner === undefined) throw new Error(`there is no wallet ${index}`);
    return { wallet, owner };
  }

  by(what: string, call: Call, expected: () => string, signers: readonly Actor[] = [this.bank]): Act {
    return { what: `${this.bank.name} ${what}`, signers, call, expected };
  }
}

/** Acts that can be drawn, each made when it is. */
export type ActsOf = (draw: Draw) => readonly (() => Act)[];
