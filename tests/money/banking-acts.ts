import type { Call } from "@sycee/protocol";
import { banking } from "@sycee/sdk";
import { type Actor, actor } from "./actor.ts";
import type { BankingModel, BankModel, Policy } from "./banking-model.ts";
import type { CentralBankModel } from "./central-bank-model.ts";
import type { LendingModel } from "./lending-model.ts";
import { uniformBigInt, uniformInt, type xoroshiro128plus } from "./random.ts";
import type { WalletModel, WalletMoneyModel } from "./wallet-money-model.ts";

export const centralBank = actor("central bank");
export const government = actor("government");
export const insurer = actor("insurer");
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

type Random = ReturnType<typeof xoroshiro128plus>;

/** What one act is drawn from: a bank, another, an account and an amount, near those with which acts are allowed. */
class Draw {
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

type ActsOf = (draw: Draw) => readonly (() => Act)[];

const lendingActs: ActsOf = (draw) => {
  const { world, bank, state, account, amount, rate } = draw;
  const { model, lending } = world;
  const loan = draw.near(state.loans.last);
  const deposit = draw.near(state.timeDeposits.last);
  const lend = (isAnnuity: boolean) => {
    const [instalments, periodDays] = [BigInt(1 + draw.upTo(11)), BigInt(1 + draw.upTo(40))];
    const values = { account, principal: amount, rateBps: rate, instalments, periodDays };
    const call = isAnnuity ? banking.lending.grantAnnuity(values) : banking.lending.grant(values);
    const what = `lends ${amount} in ${instalments} ${isAnnuity ? "equal instalments" : "parts"}`;
    const modelled = { account, principal: amount, rate, parts: instalments, days: periodDays, isAnnuity };
    return draw.by(what, call, () => lending.grant(bank.name, modelled));
  };
  return [
    () => lend(false),
    () => lend(true),
    () =>
      draw.by(`is repaid ${amount} of loan ${loan}`, banking.lending.repay({ loan: BigInt(loan), amount }), () =>
        lending.repay(bank.name, loan, amount),
      ),
    () =>
      draw.by(`collects what is due of loan ${loan}`, banking.lending.collect({ loan: BigInt(loan) }), () =>
        lending.collect(bank.name, loan),
      ),
    () => draw.by(`reckons loan ${loan}`, banking.lending.accrue({ loan: BigInt(loan) }), () => lending.reckon(bank.name, loan)),
    () =>
      draw.by(`provides ${amount} against loan ${loan}`, banking.lending.provide({ loan: BigInt(loan), provision: amount }), () =>
        lending.provide(bank.name, loan, amount),
      ),
    () =>
      draw.by(`says loan ${loan} fails`, banking.lending.setPerforming({ loan: BigInt(loan), performing: false }), () =>
        lending.reckon(bank.name, loan, false),
      ),
    () => draw.by(`writes loan ${loan} off`, banking.lending.writeOff({ loan: BigInt(loan) }), () => lending.writeOff(bank.name, loan)),
    () => {
      const days = BigInt(1 + draw.upTo(60));
      const earlyRateBps = BigInt(draw.upTo(1_500));
      const call = banking.timeDeposits.place({ account, amount, rateBps: rate, earlyRateBps, days });
      return draw.by(`places ${amount}`, call, () => model.place(bank.name, account, amount, rate, earlyRateBps, days));
    },
    () =>
      draw.by(`releases ${deposit}`, banking.timeDeposits.release({ deposit: BigInt(deposit) }), () => model.release(bank.name, deposit)),
  ];
};

const marketActs: ActsOf = (draw) => {
  const { world, bank, other, state, amount, rate } = draw;
  const { model, central, policy } = world;
  const both = [centralBank, bank];
  const claim = draw.near(model.bank(other.name).claims.last);
  return [
    () => {
      const days = BigInt(1 + draw.upTo(9));
      const call = banking.interbank.lend({ lender: 0, borrower: bank === other ? 0 : 1, amount, rateBps: rate, days });
      const signers = bank === other ? [bank] : [bank, other];
      return draw.by(`lends ${amount} to ${other.name}`, call, () => model.lend(bank.name, other.name, amount, rate, days), signers);
    },
    () => {
      const call = banking.interbank.repay({ lender: other.address, claim: BigInt(claim) });
      return draw.by(`repays ${other.name} claim ${claim}`, call, () => model.repayBank(bank.name, other.name, claim));
    },
    () => {
      const call = banking.interbank.collect({ borrower: bank.address, claim: BigInt(claim) });
      const what = `has claim ${claim} collected by ${other.name}`;
      return draw.by(what, call, () => model.collectFromBank(bank.name, other.name, claim), [other]);
    },
    () => {
      const holding = draw.upTo(1) === 0 ? 1 : draw.near(state.securities.last);
      const call = banking.openMarket.buy({ centralBank: 0, bank: 1, holding: BigInt(holding), amount, haircutBps: 300n });
      return draw.by(`sells ${amount} of holding ${holding}`, call, () => central.buy(bank.name, holding, amount, 300n), both);
    },
    () => {
      const own = [...model.assets].filter((entry) => entry[1].bank === bank.name);
      const [id, asset] = own[draw.upTo(Math.max(0, own.length - 1))] ?? [draw.near(model.assets.last), undefined];
      const price = draw.upTo(3) === 0 ? amount : draw.big((asset?.book ?? amount) + 1n);
      const call = banking.openMarket.sell({ centralBank: 0, bank: 1, asset: BigInt(id), amount: price });
      return draw.by(`buys ${price} of asset ${id} back`, call, () => central.sell(bank.name, id, price), both);
    },
    () => {
      const call = banking.openMarket.repo({ centralBank: 0, bank: 1, holding: 1n, amount, rateBps: rate, days: 7n });
      return draw.by(`repoes ${amount}`, call, () => central.repo(bank.name, 1, amount, rate), both);
    },
    () =>
      draw.by(`borrows ${amount} overnight`, banking.standingFacilities.borrow({ holding: 1n, amount }), () =>
        central.repo(bank.name, 1, amount, policy.lendingRate),
      ),
    () => {
      const credit = draw.near(state.credits.last);
      const call = banking.centralBankCredit.repay({ credit: BigInt(credit) });
      return draw.by(`repays credit ${credit}`, call, () => central.repay(bank.name, credit));
    },
    () =>
      draw.by(`leaves ${amount} at the facility`, banking.standingFacilities.deposit({ amount }), () =>
        central.facilityDeposit(bank.name, amount),
      ),
    () => draw.by("takes it back", banking.standingFacilities.withdraw({}), () => central.facilityWithdraw(bank.name)),
    () => draw.by("is assessed", banking.reserves.assess({ bank: bank.address }), () => central.assess(bank.name), [draw.other]),
    () => {
      const call = banking.depositInsurance.collectPremium({ bank: bank.address });
      return draw.by("pays its premium", call, () => central.collectPremium(bank.name), [insurer]);
    },
  ];
};

const centralBankActs: ActsOf = (draw) => {
  const { world, bank, state, account, amount } = draw;
  const { model, central } = world;
  return [
    () => draw.by(`orders ${amount} of notes`, banking.notes.order({ amount }), () => central.orderNotes(bank.name, amount)),
    () =>
      draw.by(`hands out ${amount} of notes`, banking.notes.withdraw({ account, amount }), () =>
        central.withdrawNotes(bank.name, account, amount),
      ),
    () => {
      const call = banking.notes.giveBack({ centralBank: 0, bank: 1, amount });
      return draw.by(`gives ${amount} of notes back`, call, () => central.giveNotesBack(bank.name, amount), [centralBank, bank]);
    },
    () => {
      const missing = draw.upTo(1) === 0 ? 0n : draw.big(state.uncounted + 1n);
      const call = banking.notes.count({ bank: bank.address, missing });
      return draw.by(`has its notes counted: ${missing} are missing`, call, () => central.countNotes(bank.name, missing), [centralBank]);
    },
    () => {
      // Gold, the first, performs: without it nothing would be covered any more.
      const asset = Math.max(2, draw.near(model.assets.last));
      const performing = draw.upTo(2) > 0;
      const call = banking.centralBank.setPerforming({ asset: BigInt(asset), performing });
      const what = `sees asset ${asset} ${performing ? "perform" : "fail"}`;
      return draw.by(what, call, () => central.setPerforming(asset, performing), [centralBank]);
    },
    () => {
      const failed = [...model.assets].find(([, { fails }]) => fails)?.[0] ?? draw.near(model.assets.last);
      const call = banking.centralBank.writeOff({ asset: BigInt(failed), amount });
      return draw.by(`sees ${amount} of asset ${failed} written off`, call, () => central.writeOff(failed, amount), [centralBank]);
    },
    () =>
      draw.by(`takes ${amount} of notes`, banking.notes.deposit({ account, amount }), () =>
        central.depositNotes(bank.name, account, amount),
      ),
    () =>
      draw.by(`pays tax of ${amount}`, banking.treasury.payTax({ government: government.address, account, amount }), () =>
        central.payTax(bank.name, account, amount),
      ),
    () => {
      const call = banking.treasury.spend({ bank: bank.address, account, amount });
      return draw.by(`is paid ${amount} by the state`, call, () => central.spend(bank.name, account, amount), [government]);
    },
  ];
};

const walletActs: ActsOf = (draw) => {
  const { bank, account } = draw;
  const { wallets } = draw.world;
  const { wallet, owner } = draw.wallet(draw.upTo(3) > 0);
  const payee = draw.wallet(draw.upTo(1) === 0);
  const amount = draw.big([300n, 3_000n, 6_000n][draw.upTo(2)] ?? 300n);
  const part = (held: bigint) => (draw.upTo(3) === 0 ? amount : draw.big(held));
  const [money, cash] = [part(wallet.money), part(wallet.cash)];
  return [
    () => {
      const call = banking.walletDeposits.fund({ account, owner: owner.address, amount });
      return draw.by(`funds ${owner.name}'s wallet with ${amount}`, call, () => wallets.fund(bank.name, account, wallet, amount));
    },
    () => {
      const call = banking.walletDeposits.defund({ account, amount: money });
      return draw.by(`sees ${owner.name} put ${money} back`, call, () => wallets.defund(wallet, account, money), [owner]);
    },
    () => {
      const call = banking.walletDeposits.exchangeCash({ amount: cash });
      return draw.by(`sees ${owner.name} exchange ${cash} of cash`, call, () => wallets.exchangeCash(wallet, cash), [owner]);
    },
    () => {
      const call = banking.walletDeposits.pay({ payee: payee.owner.address, amount: money });
      const what = `sees ${owner.name} pay ${payee.owner.name} ${money}`;
      return draw.by(what, call, () => wallets.pay(wallet, payee.wallet, money), [owner]);
    },
    () => {
      const amounts = [draw.big(90n), draw.big(90n)];
      const call = banking.walletDeposits.payInterest({ owners: [owner.address, payee.owner.address], amounts });
      const what = `pays ${owner.name} and ${payee.owner.name} interest of ${amounts.join(" and ")}`;
      return draw.by(what, call, () => wallets.payInterest(bank.name, [wallet, payee.wallet], amounts));
    },
    () => {
      const call = banking.cashExchange.toCash({ account, owner: owner.address, amount });
      return draw.by(`gives ${owner.name} ${amount} of cash`, call, () => wallets.toCash(bank.name, account, wallet, amount));
    },
    () => {
      const call = banking.cashExchange.toDeposit({ bank: bank.address, account, amount: cash });
      return draw.by(`sees ${owner.name} deposit ${cash}`, call, () => wallets.toDeposit(wallet, bank.name, account, cash), [owner]);
    },
  ];
};

/** Draws an act; each that is likely to be allowed has arguments near those that are. */
export function drawAct(world: BankingWorld, random: Random): Act {
  const draw = new Draw(world, random);
  const acts = [lendingActs, marketActs, centralBankActs, walletActs].flatMap((actsOf) => actsOf(draw));
  const drawn = acts[draw.upTo(acts.length - 1)];
  if (drawn === undefined) throw new Error("no act was drawn");
  return drawn();
}
