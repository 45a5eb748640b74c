import { type BankingModel, type BankModel, ceil } from "./banking-model.ts";

/** What a central bank and the state do with banks, by the same rules; acts on a {@link BankingModel}. */
export class CentralBankModel {
  private readonly model: BankingModel;

  constructor(model: BankingModel) {
    this.model = model;
  }

  buy(name: string, holding: number, amount: bigint, haircut: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    const security = bank.securities.get(holding);
    if (security === undefined) return "EUnknownHolding";
    if (amount > security.book - security.pledged) return "EPledged";
    const cover = this.model.cover + (amount * (10_000n - haircut)) / 10_000n;
    if (this.model.base + amount > cover) return "ENotCovered";
    this.takeSecurity(bank, holding, amount);
    this.model.assets.push({ book: amount, haircut, bank: name });
    bank.settlement += amount;
    return "executed";
  }

  sell(name: string, id: number, amount: bigint): string {
    const bank = this.model.bank(name);
    const asset = this.model.assets.get(id);
    if (asset === undefined) return "EUnknownAsset";
    if (amount === 0n) return "EZeroAmount";
    if (bank.settlement < amount) return "EInsufficientSettlement";
    if (asset.bank !== name) return "ENotCounterparty";
    if (amount > asset.book) return "ERedeemsTooMuch";
    if (asset.isClaim) return "EBadKind";
    bank.settlement -= amount;
    asset.book -= amount;
    if (asset.book === 0n) this.model.assets.delete(id);
    bank.securities.push({ book: amount, pledged: 0n });
    return "executed";
  }

  repo(name: string, holding: number, principal: bigint, rate: bigint, days: bigint): string {
    const bank = this.model.bank(name);
    if (principal === 0n) return "EZeroAmount";
    const pledged = ceil(principal * 10_000n, 10_000n - this.model.policy.haircut);
    const security = bank.securities.get(holding);
    if (security === undefined) return "EUnknownHolding";
    if (pledged > security.book - security.pledged) return "EPledged";
    if (this.model.base > this.model.cover) return "ENotCovered";
    security.pledged += pledged;
    const asset = this.model.assets.push({ book: principal, haircut: 0n, bank: name, isClaim: true });
    bank.settlement += principal;
    const term = { through: this.model.day, maturesOn: this.model.day + days };
    bank.credits.push({ principal, rate, ...term, carried: 0n, asset, holding, pledged });
    return "executed";
  }

  repay(name: string, id: number): string {
    const bank = this.model.bank(name);
    const credit = bank.credits.get(id);
    if (credit === undefined) return "EUnknownCredit";
    const owed = credit.principal + this.model.accrue({ ...credit });
    if (bank.settlement < owed) return "EInsufficientSettlement";
    bank.settlement -= owed;
    bank.credits.delete(id);
    this.model.assets.delete(credit.asset);
    const security = bank.securities.get(credit.holding);
    if (security !== undefined) security.pledged -= credit.pledged;
    return "executed";
  }

  takePledge(name: string, id: number): string {
    const bank = this.model.bank(name);
    const credit = bank.credits.get(id);
    if (credit === undefined) return "EUnknownCredit";
    if (this.model.day <= credit.maturesOn) return "ENotDue";
    const interest = this.model.accrue({ ...credit });
    const most = credit.pledged - credit.principal;
    const taken = credit.principal + (interest < most ? interest : most);
    bank.credits.delete(id);
    this.model.assets.delete(credit.asset);
    const security = bank.securities.get(credit.holding);
    if (security !== undefined) security.pledged -= credit.pledged;
    this.takeSecurity(bank, credit.holding, taken);
    this.model.assets.push({ book: taken, haircut: 0n, bank: undefined });
    return "executed";
  }

  /** What was earned before the running period and not yet remitted goes to the government. */
  remit(amount: bigint): string {
    const { model } = this;
    if (amount === 0n) return "EZeroAmount";
    if (model.remitted + amount > model.retained) return "ENotRetained";
    if (!model.canSpend(amount)) return "ECapitalSpent";
    model.government += amount;
    model.remitted += amount;
    return "executed";
  }

  closePeriod(): string {
    const { model } = this;
    model.retained = model.assetsTotal - model.base - model.capital;
    model.remitted = 0n;
    return "executed";
  }

  /** The government pays what the central bank earns on its bonds. */
  payInterest(amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (this.model.government < amount) return "EInsufficientSettlement";
    this.model.government -= amount;
    return "executed";
  }

  facilityDeposit(name: string, principal: bigint): string {
    const bank = this.model.bank(name);
    if (principal === 0n) return "EZeroAmount";
    if (bank.facility !== undefined) return "EAlreadyDeposited";
    if (bank.settlement < principal) return "EInsufficientSettlement";
    bank.settlement -= principal;
    bank.facility = { principal, rate: this.model.policy.depositRate, through: this.model.day, carried: 0n };
    return "executed";
  }

  facilityWithdraw(name: string): string {
    const bank = this.model.bank(name);
    if (bank.facility === undefined) return "ENoDeposit";
    const interest = this.model.accrue(bank.facility);
    const paid = this.model.canSpend(interest) ? interest : 0n;
    bank.settlement += bank.facility.principal + paid;
    bank.facility = undefined;
    return "executed";
  }

  assess(name: string): string {
    const { model } = this;
    const { policy } = model;
    const bank = model.bank(name);
    if (model.day <= bank.assessedOn) return "EAssessedToday";
    const days = model.day - bank.assessedOn;
    const counted = bank.settlement < bank.assessedBalance ? bank.settlement : bank.assessedBalance;
    const required = model.required(bank);
    const onRequired = counted < required ? counted : required;
    const for_ = (principal: bigint, rate: bigint) => (principal * rate * days) / 3_650_000n;
    const interest = for_(onRequired, policy.requiredRate) + for_(counted - onRequired, policy.excessRate);
    if (model.canSpend(interest)) bank.settlement += interest;
    const charge = for_(required - onRequired, policy.shortfallRate);
    bank.settlement -= charge < bank.settlement ? charge : bank.settlement;
    bank.assessedOn = model.day;
    bank.assessedBalance = bank.settlement;
    return "executed";
  }

  collectPremium(name: string): string {
    const bank = this.model.bank(name);
    const { day, policy } = this.model;
    if (bank.premium === undefined) {
      bank.premium = { principal: 0n, rate: policy.insurancePremium, through: day, carried: 0n };
      return "executed";
    }
    const reckoned = { ...bank.premium, principal: bank.owedToCustomers };
    const amount = this.model.accrue(reckoned);
    if (amount === 0n) return "ENothingDue";
    if (bank.settlement < amount) return "EInsufficientSettlement";
    bank.settlement -= amount;
    this.model.insurer += amount;
    bank.premium = reckoned;
    return "executed";
  }

  orderNotes(name: string, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if (bank.settlement < amount) return "EInsufficientSettlement";
    bank.settlement -= amount;
    bank.vault += amount;
    return "executed";
  }

  withdrawNotes(name: string, account: number, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if (bank.vault < amount) return "EInsufficientVault";
    if ((bank.deposits[account] ?? 0n) < amount) return "EInsufficientBalance";
    takeNotes(bank, amount);
    bank.deposits[account] = (bank.deposits[account] ?? 0n) - amount;
    this.model.circulation += amount;
    return "executed";
  }

  giveNotesBack(name: string, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if (bank.vault < amount) return "EInsufficientVault";
    takeNotes(bank, amount);
    bank.settlement += amount;
    return "executed";
  }

  countNotes(name: string, missing: bigint): string {
    const bank = this.model.bank(name);
    if (missing > bank.uncounted) return "EMissingTooMuch";
    return this.countNotesTogether(name, missing);
  }

  countNotesTogether(name: string, missing: bigint): string {
    const bank = this.model.bank(name);
    if (missing > bank.vault) return "EInsufficientVault";
    bank.uncounted = 0n;
    bank.vault -= missing;
    this.model.circulation += missing;
    return "executed";
  }

  setPerforming(id: number, performing: boolean): string {
    const asset = this.model.assets.get(id);
    if (asset === undefined) return "EUnknownAsset";
    asset.fails = !performing;
    return "executed";
  }

  writeOff(id: number, amount: bigint): string {
    const asset = this.model.assets.get(id);
    if (amount === 0n) return "EZeroAmount";
    if (asset === undefined) return "EUnknownAsset";
    if (!asset.fails) return "EPerforming";
    if (asset.isClaim) return "EInUse";
    if (amount > asset.book) return "ERedeemsTooMuch";
    if (amount > this.model.assetsTotal - this.model.base) return "ELossAboveCapital";
    asset.book -= amount;
    if (asset.book === 0n) this.model.assets.delete(id);
    return "executed";
  }

  depositNotes(name: string, account: number, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if (this.model.circulation < amount) return "EMoreThanCirculates";
    if (bank.uncounted + amount > this.model.policy.notesLimit) return "EOverLimit";
    this.model.circulation -= amount;
    bank.vault += amount;
    bank.uncounted += amount;
    bank.deposits[account] = (bank.deposits[account] ?? 0n) + amount;
    return "executed";
  }

  payTax(name: string, account: number, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if ((bank.deposits[account] ?? 0n) < amount) return "EInsufficientBalance";
    if (bank.settlement < amount) return "EInsufficientSettlement";
    bank.deposits[account] = (bank.deposits[account] ?? 0n) - amount;
    bank.settlement -= amount;
    this.model.government += amount;
    return "executed";
  }

  spend(name: string, account: number, amount: bigint): string {
    const bank = this.model.bank(name);
    if (amount === 0n) return "EZeroAmount";
    if (this.model.government < amount) return "EInsufficientSettlement";
    this.model.government -= amount;
    bank.settlement += amount;
    bank.deposits[account] = (bank.deposits[account] ?? 0n) + amount;
    return "executed";
  }

  private takeSecurity(bank: BankModel, holding: number, amount: bigint): void {
    const security = bank.securities.get(holding);
    if (security === undefined) throw new Error("the security is not there");
    security.book -= amount;
    if (security.book === 0n) bank.securities.delete(holding);
  }
}

/** Takes notes out of a vault; no more of them can be uncounted than are left. */
function takeNotes(bank: BankModel, amount: bigint): void {
  bank.vault -= amount;
  if (bank.uncounted > bank.vault) bank.uncounted = bank.vault;
}
