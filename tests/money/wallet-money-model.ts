import { add, type BankingModel } from "./banking-model.ts";

/** A wallet, and what its holder paid out of it on the day it last paid. */
export interface WalletModel {
  readonly owner: string;
  /** The bank that serves it. */
  readonly bank: string;
  /** The account of that bank to which it is linked. */
  readonly linked: number | undefined;
  /** Whether the link takes what the wallet cannot hold, and pays what it lacks. */
  readonly flows: boolean;
  /** The bank's own money. */
  money: bigint;
  cash: bigint;
  paid: bigint;
  paidOn: bigint;
}

/** Limits of the wallets' tier, in minor units, the same in digital cash and in money of banks. */
export interface WalletLimits {
  readonly balance: bigint;
  readonly single: bigint;
  readonly daily: bigint;
}

/** Wallets with digital cash, and with money of the banks that went over to it, by the same rules; acts on a {@link BankingModel}. */
export class WalletMoneyModel {
  readonly wallets: readonly WalletModel[];
  private readonly model: BankingModel;
  private readonly limits: WalletLimits;
  private readonly adopted: ReadonlySet<string>;

  /** `adopted` are the banks whose wallets hold their own money. */
  constructor(model: BankingModel, wallets: readonly WalletModel[], limits: WalletLimits, adopted: ReadonlySet<string>) {
    this.model = model;
    this.wallets = wallets;
    this.limits = limits;
    this.adopted = adopted;
  }

  fund(name: string, account: number, to: WalletModel, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if ((bank.deposits[account] ?? 0n) < amount) return "EInsufficientBalance";
    const refusal = this.cannotIssue(name, to, amount);
    if (refusal !== undefined) return refusal;
    add(bank.deposits, account, -amount);
    this.issue(to, amount);
    return "executed";
  }

  defund(from: WalletModel, account: number, amount: bigint): string {
    if (!this.adopted.has(from.bank)) return "ENotAdopted";
    if (amount === 0n) return "EZeroAmount";
    const isLinked = from.linked === account;
    const refusal = (isLinked ? undefined : this.overLimits(from, amount)) ?? (from.money < amount ? "EInsufficientMoney" : undefined);
    if (refusal !== undefined) return refusal;
    if (!isLinked) this.count(from, amount);
    this.redeem(from, amount);
    add(this.model.bank(from.bank).deposits, account, amount);
    return "executed";
  }

  exchangeCash(from: WalletModel, amount: bigint): string {
    if (!this.adopted.has(from.bank)) return "ENotAdopted";
    if (amount === 0n) return "EZeroAmount";
    if (from.cash < amount) return "EInsufficientMoney";
    if (from.money + amount > this.limits.balance) return "EBalanceLimit";
    this.changeCash(from, -amount);
    this.model.bank(from.bank).settlement += amount;
    this.issue(from, amount);
    return "executed";
  }

  pay(from: WalletModel, to: WalletModel, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (!this.adopted.has(from.bank)) return "ENotAdopted";
    if (from === to) return "ESameWallet";
    const isInside = from.bank === to.bank;
    const held = this.adopted.has(to.bank) ? to.money : to.cash;
    const isOver = held + amount > this.limits.balance;
    if (isInside && isOver) return "EBalanceLimit";
    const refusal = this.overLimits(from, amount);
    if (refusal !== undefined) return refusal;
    if (from.money < amount) return "EInsufficientMoney";
    const bank = this.model.bank(from.bank);
    if (!isInside && bank.settlement < amount) return "EInsufficientSettlement";
    if (isOver) return "EBalanceLimit";
    this.count(from, amount);
    this.redeem(from, amount);
    if (!isInside) bank.settlement -= amount;
    if (!this.adopted.has(to.bank)) {
      this.changeCash(to, amount);
      return "executed";
    }
    if (!isInside) this.model.bank(to.bank).settlement += amount;
    this.issue(to, amount);
    return "executed";
  }

  /** Digital cash, with what flows over from and to the deposits that are linked. */
  payLinked(from: WalletModel, to: WalletModel, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    const payer = this.model.bank(from.bank);
    const payee = this.model.bank(to.bank);
    const lacking = from.cash < amount ? amount - from.cash : 0n;
    const draws = lacking > 0n && from.linked !== undefined && from.flows ? lacking : 0n;
    if (draws > 0n) {
      if ((payer.deposits[from.linked ?? 0] ?? 0n) < draws) return "EInsufficientBalance";
      if (payer.settlement < draws) return "EInsufficientSettlement";
      // What is drawn lies in the payer's wallet before it is paid.
      if (from.cash + draws > this.limits.balance) return "EBalanceLimit";
    }
    const room = this.limits.balance - (to.cash + (from === to ? draws : 0n));
    const over = amount > room ? amount - room : 0n;
    if (over > 0n && (to.linked === undefined || !to.flows)) return "EOverBalance";
    if (from === to) return "ESameWallet";
    const refusal = this.overLimits(from, amount);
    if (refusal !== undefined) return refusal;
    if (from.cash + draws < amount) return "EInsufficientMoney";
    this.count(from, amount);
    if (draws > 0n) {
      add(payer.deposits, from.linked ?? 0, -draws);
      payer.settlement -= draws;
    }
    this.changeCash(from, draws - amount);
    this.changeCash(to, amount - over);
    if (over > 0n) {
      payee.settlement += over;
      add(payee.deposits, to.linked ?? 0, over);
    }
    return "executed";
  }

  payInterest(name: string, to: readonly WalletModel[], amounts: readonly bigint[]): string {
    const before = to.map(({ money }) => money);
    for (const [index, wallet] of to.entries()) {
      const amount = amounts[index] ?? 0n;
      const refusal = this.cannotIssue(name, wallet, amount);
      if (refusal === undefined) {
        this.issue(wallet, amount);
        continue;
      }
      for (const [issued, each] of to.slice(0, index).entries()) this.redeem(each, each.money - (before[issued] ?? 0n));
      return refusal;
    }
    return to.length === 0 ? "EZeroAmount" : "executed";
  }

  toCash(name: string, account: number, to: WalletModel, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if ((bank.deposits[account] ?? 0n) < amount) return "EInsufficientBalance";
    if (bank.settlement < amount) return "EInsufficientSettlement";
    if (to.cash + amount > this.limits.balance) return "EBalanceLimit";
    add(bank.deposits, account, -amount);
    bank.settlement -= amount;
    this.changeCash(to, amount);
    return "executed";
  }

  toDeposit(from: WalletModel, name: string, account: number, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    const isLinked = from.bank === name && from.linked === account;
    const refusal = (isLinked ? undefined : this.overLimits(from, amount)) ?? (from.cash < amount ? "EInsufficientMoney" : undefined);
    if (refusal !== undefined) return refusal;
    if (!isLinked) this.count(from, amount);
    this.changeCash(from, -amount);
    const bank = this.model.bank(name);
    bank.settlement += amount;
    add(bank.deposits, account, amount);
    return "executed";
  }

  /** Why a bank cannot put money of its own into a wallet. */
  private cannotIssue(name: string, to: WalletModel, amount: bigint): string | undefined {
    if (!this.adopted.has(name)) return "ENotAdopted";
    if (amount === 0n) return "EZeroAmount";
    if (to.bank !== name) return "ENotOperator";
    return to.money + amount > this.limits.balance ? "EBalanceLimit" : undefined;
  }

  private overLimits(from: WalletModel, amount: bigint): string | undefined {
    if (amount > this.limits.single) return "ESingleLimit";
    const paidToday = from.paidOn === this.model.day ? from.paid : 0n;
    return paidToday + amount > this.limits.daily ? "EDailyLimit" : undefined;
  }

  private count(from: WalletModel, amount: bigint): void {
    from.paid = amount + (from.paidOn === this.model.day ? from.paid : 0n);
    from.paidOn = this.model.day;
  }

  private issue(to: WalletModel, amount: bigint): void {
    to.money += amount;
    this.model.bank(to.bank).inWallets += amount;
  }

  private redeem(from: WalletModel, amount: bigint): void {
    from.money -= amount;
    this.model.bank(from.bank).inWallets -= amount;
  }

  private changeCash(wallet: WalletModel, amount: bigint): void {
    wallet.cash += amount;
    this.model.cash += amount;
  }
}
