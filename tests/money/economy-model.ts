/**
 * The economy kept a second time, in plain TypeScript and from the rules alone: it shares no code with the modules or
 * the ledger. Each act answers `executed` or the name of the rule that refuses it.
 */

export interface TierLimits {
  readonly balance: bigint | undefined;
  readonly single: bigint | undefined;
  readonly daily: bigint | undefined;
  readonly yearly: bigint | undefined;
}

interface ModelAsset {
  value: bigint;
  readonly haircut: bigint;
  performing: boolean;
  readonly operator: string | undefined;
}

interface ModelWallet {
  balance: bigint;
  readonly tier: number;
  readonly operator: string;
  readonly holder: string;
}

interface ModelHolder {
  day: string;
  paidToday: bigint;
  year: string;
  paidThisYear: bigint;
}

export class EconomyModel {
  readonly assets = new Map<number, ModelAsset>();
  readonly settlement = new Map<string, bigint>();
  readonly tills = new Map<string, bigint>();
  readonly wallets = new Map<string, ModelWallet>();
  private readonly holders = new Map<string, ModelHolder>();
  private readonly tiers = new Map<number, TierLimits>();
  private readonly zoneOffsetMs: number;
  capital = 0n;
  /** Number of the last asset posted; assets are numbered from 1. */
  lastAsset = 0;

  constructor(zoneOffsetMs: number) {
    this.zoneOffsetMs = zoneOffsetMs;
  }

  get baseMoney(): bigint {
    return sum(this.settlement.values()) + this.cash;
  }

  get cash(): bigint {
    return sum(this.tills.values()) + sum([...this.wallets.values()].map((wallet) => wallet.balance));
  }

  get eligible(): bigint {
    return sum(
      [...this.assets.values()].filter((asset) => asset.performing).map((asset) => (asset.value * (10_000n - asset.haircut)) / 10_000n),
    );
  }

  get bookValue(): bigint {
    return sum([...this.assets.values()].map((asset) => asset.value));
  }

  admit(operator: string): void {
    this.settlement.set(operator, 0n);
    this.tills.set(operator, 0n);
  }

  setTier(tier: number, limits: TierLimits): string {
    this.tiers.set(tier, limits);
    return "executed";
  }

  openWallet(owner: string, holder: string, operator: string, tier: number): void {
    this.wallets.set(owner, { balance: 0n, tier, operator, holder });
    if (!this.holders.has(holder)) this.holders.set(holder, { day: "", paidToday: 0n, year: "", paidThisYear: 0n });
  }

  contribute(value: bigint, haircut: bigint): string {
    if (value === 0n) return "EZeroAmount";
    this.assets.set(++this.lastAsset, { value, haircut, performing: true, operator: undefined });
    this.capital += value;
    return "executed";
  }

  issue(operator: string, value: bigint, haircut: bigint): string {
    if (value === 0n) return "EZeroAmount";
    const eligible = this.eligible + (value * (10_000n - haircut)) / 10_000n;
    if (this.baseMoney + value > eligible) return "ENotCovered";
    this.assets.set(++this.lastAsset, { value, haircut, performing: true, operator });
    add(this.settlement, operator, value);
    return "executed";
  }

  redeem(operator: string, asset: number): string {
    const held = this.assets.get(asset);
    if (held === undefined) return "EUnknownAsset";
    if (held.operator !== operator) return "ENotCounterparty";
    if ((this.settlement.get(operator) ?? 0n) < held.value) return "EInsufficientSettlement";
    add(this.settlement, operator, -held.value);
    this.assets.delete(asset);
    return "executed";
  }

  redeemPart(operator: string, asset: number, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    const held = this.assets.get(asset);
    if (held === undefined) return "EUnknownAsset";
    if (held.operator !== operator) return "ENotCounterparty";
    if (amount > held.value) return "ERedeemsTooMuch";
    if ((this.settlement.get(operator) ?? 0n) < amount) return "EInsufficientSettlement";
    add(this.settlement, operator, -amount);
    if (amount === held.value) this.assets.delete(asset);
    else held.value -= amount;
    return "executed";
  }

  setPerforming(asset: number, performing: boolean): string {
    const held = this.assets.get(asset);
    if (held === undefined) return "EUnknownAsset";
    held.performing = performing;
    return "executed";
  }

  toTill(operator: string, amount: bigint): string {
    return this.exchange(operator, amount, this.settlement, this.tills, "EInsufficientSettlement");
  }

  fromTill(operator: string, amount: bigint): string {
    return this.exchange(operator, amount, this.tills, this.settlement, "EInsufficientTill");
  }

  handOut(operator: string, to: string, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    const wallet = this.wallets.get(to);
    if (wallet === undefined) return "ENoWallet";
    if (wallet.operator !== operator) return "ENotOperator";
    const limit = this.limitsOf(wallet).balance;
    if (limit !== undefined && wallet.balance + amount > limit) return "EBalanceLimit";
    if ((this.settlement.get(operator) ?? 0n) < amount) return "EInsufficientSettlement";
    add(this.settlement, operator, -amount);
    wallet.balance += amount;
    return "executed";
  }

  handBack(owner: string, amount: bigint, timeMs: number): string {
    if (amount === 0n) return "EZeroAmount";
    const wallet = this.wallets.get(owner);
    if (wallet === undefined) return "ENoWallet";
    const limits = this.limitsOf(wallet);
    const paid = this.paidBy(wallet.holder, timeMs);
    if (exceeds(limits.single, amount)) return "ESingleLimit";
    if (exceeds(limits.daily, paid.paidToday + amount)) return "EDailyLimit";
    if (exceeds(limits.yearly, paid.paidThisYear + amount)) return "EYearlyLimit";
    if (wallet.balance < amount) return "EInsufficientMoney";
    wallet.balance -= amount;
    add(this.settlement, wallet.operator, amount);
    this.count(wallet.holder, paid, amount);
    return "executed";
  }

  pay(from: string, to: string, amount: bigint, timeMs: number): string {
    if (amount === 0n) return "EZeroAmount";
    const payer = this.wallets.get(from);
    const payee = this.wallets.get(to);
    if (from === to) return "ESameWallet";
    if (payer === undefined || payee === undefined) return "ENoWallet";
    const payeeLimit = this.limitsOf(payee).balance;
    if (payeeLimit !== undefined && payee.balance + amount > payeeLimit) return "EBalanceLimit";
    const limits = this.limitsOf(payer);
    if (limits.single !== undefined && amount > limits.single) return "ESingleLimit";
    const paid = this.paidBy(payer.holder, timeMs);
    const counts = payer.holder !== payee.holder;
    if (counts && limits.daily !== undefined && paid.paidToday + amount > limits.daily) return "EDailyLimit";
    if (counts && limits.yearly !== undefined && paid.paidThisYear + amount > limits.yearly) return "EYearlyLimit";
    if (payer.balance < amount) return "EInsufficientMoney";
    payer.balance -= amount;
    payee.balance += amount;
    if (counts) this.count(payer.holder, paid, amount);
    return "executed";
  }

  private count(holder: string, paid: ModelHolder, amount: bigint): void {
    this.holders.set(holder, { ...paid, paidToday: paid.paidToday + amount, paidThisYear: paid.paidThisYear + amount });
  }

  private exchange(operator: string, amount: bigint, from: Map<string, bigint>, to: Map<string, bigint>, refusal: string): string {
    if (amount === 0n) return "EZeroAmount";
    if ((from.get(operator) ?? 0n) < amount) return refusal;
    add(from, operator, -amount);
    add(to, operator, amount);
    return "executed";
  }

  private limitsOf(wallet: ModelWallet): TierLimits {
    const limits = this.tiers.get(wallet.tier);
    if (limits === undefined) throw new Error(`the model has no tier ${wallet.tier}`);
    return limits;
  }

  private paidBy(holder: string, timeMs: number): ModelHolder {
    const kept = this.holders.get(holder) ?? { day: "", paidToday: 0n, year: "", paidThisYear: 0n };
    const day = new Date(timeMs + this.zoneOffsetMs).toISOString().slice(0, 10);
    const year = day.slice(0, 4);
    return {
      day,
      paidToday: kept.day === day ? kept.paidToday : 0n,
      year,
      paidThisYear: kept.year === year ? kept.paidThisYear : 0n,
    };
  }
}

function exceeds(limit: bigint | undefined, amount: bigint): boolean {
  return limit !== undefined && amount > limit;
}

function sum(values: Iterable<bigint>): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

function add(accounts: Map<string, bigint>, name: string, amount: bigint): void {
  accounts.set(name, (accounts.get(name) ?? 0n) + amount);
}
