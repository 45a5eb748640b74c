import type { ClearingMode } from "@sycee/sdk";

/** A payment in clearing. */
export interface ModelPayment {
  readonly number: number;
  readonly payer: number;
  readonly payee: number;
  readonly fromAccount: number;
  readonly toAccount: number;
  readonly amount: bigint;
  readonly mode: ClearingMode;
  priority: number;
  readonly enteredMs: number;
  /** The settled payment that this one gives back. */
  readonly returnOf?: number;
}

/** A payment that has settled. */
interface ModelSettled {
  readonly payment: ModelPayment;
  readonly atMs: number;
  isReturned: boolean;
}

export interface ModelParticipant {
  status: "active" | "failed";
  licensed: boolean;
  settlement: bigint;
  collateral: bigint;
  fundShare: bigint;
  cap: bigint;
  /** What it owes for having failed: the clearing house's capital, and each survivor by place. */
  owedCapital: bigint;
  readonly owedSurvivors: bigint[];
  /** What it has of its own beside its customers' reserve; a bank has it in its settlement account. */
  own: bigint | undefined;
  readonly accounts: bigint[];
}

interface ModelStart {
  /** `own` where it has own funds beside what settles. */
  readonly participants: readonly { readonly settlement: bigint; readonly accounts: readonly bigint[]; readonly own?: bigint }[];
  readonly collateral: bigint;
  readonly fundShare: bigint;
  readonly capital: bigint;
  readonly cap: bigint;
  readonly rules: { readonly mostWaiting: number; readonly longestWaitMs: number; readonly graceMs: number; readonly recallMs: number };
}

type Net = (payments: readonly ModelPayment[], place: number) => bigint;

const EXECUTED = "executed";
const ROUNDS = 4;

/**
 * A clearing house and its participants in plain TypeScript, written from the rules and in another way than the modules: each
 * step looks at everything again. Acts answer `executed` or the name of the rule that refuses them.
 */
export class ClearingModel {
  readonly participants: ModelParticipant[];
  readonly limits = new Map<string, bigint>();
  capital: bigint;
  waiting: ModelPayment[] = [];
  closed: { payments: ModelPayment[]; atMs: number } | undefined;
  value = { gross: 0n, net: 0n };
  liquidity = { gross: 0n, net: 0n };
  /** Settled payments, by number. */
  readonly settled = new Map<number, ModelSettled>();
  private last = 0;
  private readonly rules: ModelStart["rules"];

  constructor(start: ModelStart) {
    const { collateral, fundShare, cap } = start;
    this.participants = start.participants.map(({ settlement, accounts, own }, _, all) => ({
      status: "active",
      licensed: true,
      settlement,
      collateral,
      fundShare,
      cap,
      owedCapital: 0n,
      owedSurvivors: all.map(() => 0n),
      own,
      accounts: [...accounts],
    }));
    this.capital = start.capital;
    this.rules = start.rules;
  }

  submit(payment: Omit<ModelPayment, "number" | "enteredMs">, nowMs: number): string {
    const { payer, payee, amount, mode, priority } = payment;
    const from = this.participant(payer);
    const to = this.participant(payee);
    if (!from.licensed) return "ESuspended";
    if (payer === payee) return "ESameInstitution";
    if (from.status !== "active" || to.status !== "active") return "ENotActive";
    if (!to.licensed) return "EPayeeNotLicensed";
    if (payment.toAccount >= to.accounts.length) return "ENotReceivable";
    if (amount === 0n) return "EZeroAmount";
    const balance = from.accounts[payment.fromAccount];
    if (balance === undefined) return "EUnknownAccount";
    if (balance < amount) return "EInsufficientBalance";
    const ahead = this.waiting.some((each) => each.mode === "gross" && each.payer === payer && each.priority <= priority);
    const settlesNow = mode === "gross" && !ahead && amount <= from.settlement;
    const own = [...this.waiting, ...(this.closed?.payments ?? [])].filter((each) => each.payer === payer);
    if (!settlesNow && own.length >= this.rules.mostWaiting) return "ETooManyWaiting";
    from.accounts[payment.fromAccount] = balance - amount;
    this.last += 1;
    const entered = { ...payment, number: this.last, enteredMs: nowMs };
    if (settlesNow) this.settle([entered], "gross", new Map(), nowMs);
    else this.waiting.push(entered);
    return EXECUTED;
  }

  revoke(payer: number, number: number): string {
    const found = this.find(number);
    if (found === undefined) return "EUnknownPayment";
    if (found.payer !== payer) return "ENotSender";
    if (this.closed?.payments.includes(found)) return "EInClosedCycle";
    this.waiting = this.waiting.filter((each) => each !== found);
    this.giveBack(found);
    return EXECUTED;
  }

  returnUnsettleable(number: number, nowMs: number): string {
    const found = this.find(number);
    if (found === undefined) return "EUnknownPayment";
    if (this.closed?.payments.includes(found)) return "EInClosedCycle";
    if (!this.hasToGo(found, nowMs)) return "EStillWaits";
    this.waiting = this.waiting.filter((each) => each !== found);
    this.giveBack(found);
    return EXECUTED;
  }

  move(from: number, to: number, amount: bigint): string {
    if (this.participant(from).settlement < amount) return "EInsufficientSettlement";
    this.participant(from).settlement -= amount;
    this.participant(to).settlement += amount;
    return EXECUTED;
  }

  settleGross(nowMs: number): string {
    const queue = this.eligible("gross");
    const funds = this.participants.map(({ settlement }) => settlement);
    const settled = new Set<ModelPayment>();
    for (let round = 0; round < ROUNDS; round++) {
      const together = this.largest(
        queue.filter((each) => !settled.has(each)),
        funds,
      );
      this.spend(together, funds, settled);
      if (!this.offsetPairs(queue, funds, settled)) break;
    }
    if (settled.size === 0) return "ENothingSettles";
    this.waiting = this.waiting.filter((each) => !settled.has(each));
    this.settle([...settled], "gross", new Map(), nowMs);
    return EXECUTED;
  }

  closeCycle(nowMs: number): string {
    if (this.closed !== undefined) return "ECycleClosed";
    const fund = this.fund();
    const caps = this.participants.map(({ status, cap, collateral }) => {
      const reach = collateral + fund + this.capital;
      return status === "active" ? (cap < reach ? cap : reach) : 0n;
    });
    let within = this.eligible("net");
    for (let broken = this.brokenPair(within); broken !== undefined; broken = this.brokenPair(within)) {
      const [payer, payee] = broken;
      const last = within.findLast((each) => each.payer === payer && each.payee === payee);
      within = within.filter((each) => each !== last);
    }
    const admitted = this.largest(within, caps, true);
    if (admitted.length === 0) return "ENothingAdmitted";
    this.closed = { payments: admitted, atMs: nowMs };
    this.waiting = this.waiting.filter((each) => !admitted.includes(each));
    return EXECUTED;
  }

  settleCycle(nowMs: number): string {
    if (this.closed === undefined) return "ECycleOpen";
    const { payments, atMs } = this.closed;
    // Nothing enters who failed or lost its licence since the close.
    const receivable = payments.filter(({ payee }) => this.takesPart(payee));
    const lacks = this.participants.map(({ settlement }, place) => {
      const [announced, now] = [-net(payments, place) - settlement, -net(receivable, place) - settlement];
      return announced < now ? announced : now;
    });
    const short = lacks.map((lack) => lack > 0n);
    const hasTime = nowMs < atMs + this.rules.graceMs;
    if (this.participants.some((each, place) => short[place] && hasTime && each.status === "active" && each.licensed)) {
      return "EFundsMissing";
    }
    this.participants.forEach((_, place) => {
      if (short[place]) this.fail(place);
    });
    const chosen = this.chooseSupported(receivable, lacks);
    const support = new Map<number, bigint>();
    for (const [place, each] of this.participants.entries()) {
      const missing = -net(chosen, place) - each.settlement;
      if (missing <= 0n) continue;
      const layers = { capital: this.capital, survivors: this.participants.map((one) => (one.status === "active" ? one.fundShare : 0n)) };
      const borne = this.bear(place, missing, layers);
      if (borne.paid !== missing) throw new Error("the model pays less than it planned");
      each.collateral -= borne.collateral;
      each.fundShare -= borne.fundShare;
      each.owedCapital += this.capital - layers.capital;
      this.capital = layers.capital;
      for (const [survivor, one] of this.participants.entries())
        if (one.status === "active") {
          const left = layers.survivors[survivor] ?? 0n;
          each.owedSurvivors[survivor] = (each.owedSurvivors[survivor] ?? 0n) + one.fundShare - left;
          one.fundShare = left;
        }
      support.set(place, missing);
    }
    this.closed = undefined;
    this.settle(chosen, "net", support, nowMs);
    for (const left of payments.filter((each) => !chosen.includes(each))) {
      if (this.hasToGo(left, nowMs)) this.giveBack(left);
      else this.waiting.push(left);
    }
    return EXECUTED;
  }

  /** The most that is paid for each that fails, one after the other, and what settles with it; what one leaves of the common layers goes to the next. */
  private chooseSupported(receivable: readonly ModelPayment[], lacks: readonly bigint[]): ModelPayment[] {
    const common = this.participants.reduce((sum, each) => (each.status === "active" ? sum + each.fundShare : sum), this.capital);
    const failed = [...lacks.entries()]
      .filter(([, lack]) => lack > 0n)
      .map(([place, lack]) => ({ place, lack, own: this.own(place), has: 0n }));
    let left = common;
    let order = failed;
    const tried = new Map<number, bigint>();
    let chosen: ModelPayment[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      let isMore = round === 0;
      for (const each of order) {
        const reach = each.own > each.has ? each.own : each.has;
        const kept = each.lack < reach ? each.lack : reach;
        const more = each.lack - kept < left ? each.lack - kept : left;
        left -= more;
        each.has = kept + more;
      }
      // Whether anybody has more than when it was last tried.
      for (const each of failed) isMore ||= each.has > (tried.get(each.place) ?? 0n);
      if (!isMore) break;
      for (const each of failed) tried.set(each.place, each.has);
      const has = new Map(failed.map((each) => [each.place, each.has]));
      chosen = this.largest(
        receivable,
        this.participants.map(({ settlement }, place) => settlement + (has.get(place) ?? 0n)),
      );
      left = common;
      const [lasting, leaving]: [typeof failed, typeof failed] = [[], []];
      for (const each of failed) {
        const missing = -net(chosen, each.place) - this.participant(each.place).settlement;
        const used = missing > 0n ? missing : 0n;
        if (used > each.own) left -= used - each.own;
        (each.has > each.own && used < each.has ? leaving : lasting).push(each);
        each.has = used;
      }
      order = [...lasting, ...leaving];
    }
    return chosen;
  }

  private own(place: number): bigint {
    const { collateral, fundShare } = this.participant(place);
    return collateral + fundShare;
  }

  fail(place: number): void {
    this.participant(place).status = "failed";
    this.participant(place).cap = 0n;
  }

  /** Gives a settled payment back by a new one. */
  giveSettledBack(place: number, number: number, mode: ClearingMode, priority: number, nowMs: number): string {
    if (!this.participant(place).licensed) return "ESuspended";
    const found = this.settled.get(number);
    if (found === undefined) return "ENotSettled";
    const { payer, payee, fromAccount, toAccount, amount } = found.payment;
    if (payee !== place) return "ENotReceiver";
    if (found.isReturned) return "EAlreadyReturned";
    if (nowMs > found.atMs + this.rules.recallMs) return "ETooLate";
    const back = { payer: payee, payee: payer, fromAccount: toAccount, toAccount: fromAccount, amount, mode, priority, returnOf: number };
    const answer = this.submit(back, nowMs);
    if (answer === EXECUTED) found.isReturned = true;
    return answer;
  }

  prioritise(payer: number, number: number, priority: number): string {
    const found = this.find(number);
    if (found === undefined) return "EUnknownPayment";
    if (found.payer !== payer) return "ENotSender";
    if (this.closed?.payments.includes(found)) return "EInClosedCycle";
    found.priority = priority;
    return EXECUTED;
  }

  fund(): bigint {
    return this.participants.reduce((sum, { status, fundShare }) => (status === "active" ? sum + fundShare : sum), 0n);
  }

  /** Numbers of what waits in a mode, the most urgent first. */
  ranked(mode: ClearingMode): number[] {
    return rank(this.waiting.filter((each) => each.mode === mode)).map(({ number }) => number);
  }

  find(number: number): ModelPayment | undefined {
    return [...this.waiting, ...(this.closed?.payments ?? [])].find((each) => each.number === number);
  }

  /** The largest set, by taking the last payment of whoever cannot pay, until everybody can. */
  private largest(queue: readonly ModelPayment[], funds: readonly bigint[], withLimits = false): ModelPayment[] {
    let chosen = [...queue];
    for (;;) {
      const broken = withLimits ? this.brokenPair(chosen)?.[0] : undefined;
      const payer = broken ?? funds.findIndex((has, place) => -net(chosen, place) > has);
      if (payer === -1) return chosen;
      const last = chosen.findLast((each) => each.payer === payer);
      chosen = chosen.filter((each) => each !== last);
    }
  }

  private brokenPair(payments: readonly ModelPayment[]): [number, number] | undefined {
    for (const [pair, limit] of this.limits) {
      const [payer = 0, payee = 0] = pair.split(">").map(Number);
      const owed = total(payments.filter((each) => each.payer === payer && each.payee === payee));
      const owing = total(payments.filter((each) => each.payer === payee && each.payee === payer));
      if (owed - owing > limit) return [payer, payee];
    }
    return undefined;
  }

  private offsetPairs(queue: readonly ModelPayment[], funds: bigint[], settled: Set<ModelPayment>): boolean {
    const left = queue.filter((each) => !settled.has(each));
    const urgency = this.participants.map((_, place) =>
      Math.min(...left.filter(({ payer }) => payer === place).map(({ priority }) => priority)),
    );
    let any = false;
    for (let one = 0; one < funds.length; one++) {
      for (let other = 0; other < one; other++) {
        const pair = left.filter(
          ({ payer, payee, priority }) =>
            ((payer === one && payee === other) || (payer === other && payee === one)) && priority === urgency[payer],
        );
        if (new Set(pair.map(({ payer }) => payer)).size < 2) continue;
        const chosen = this.largest(pair, funds);
        this.spend(chosen, funds, settled);
        any ||= chosen.length > 0;
      }
    }
    return any;
  }

  private spend(payments: readonly ModelPayment[], funds: bigint[], settled: Set<ModelPayment>): void {
    for (const each of payments) {
      funds[each.payer] = (funds[each.payer] ?? 0n) - each.amount;
      funds[each.payee] = (funds[each.payee] ?? 0n) + each.amount;
      settled.add(each);
    }
  }

  private settle(payments: readonly ModelPayment[], mode: ClearingMode, support: ReadonlyMap<number, bigint>, atMs: number): void {
    for (const payment of payments) this.settled.set(payment.number, { payment, atMs, isReturned: false });
    for (const [place, each] of this.participants.entries()) {
      const position = net(payments, place);
      each.settlement += position + (support.get(place) ?? 0n);
      if (position < 0n) this.liquidity[mode] -= position;
    }
    for (const { payee, toAccount, amount } of payments) {
      const { accounts } = this.participant(payee);
      accounts[toAccount] = (accounts[toAccount] ?? 0n) + amount;
    }
    this.value[mode] += total(payments);
  }

  /** Who bears a shortfall; takes it off the common layers. */
  private bear(place: number, shortfall: bigint, common: { capital: bigint; survivors: bigint[] }) {
    const failed = this.participant(place);
    let open = shortfall;
    const take = (most: bigint): bigint => {
      const taken = open < most ? open : most;
      open -= taken;
      return taken;
    };
    const collateral = take(failed.collateral);
    const fundShare = take(failed.fundShare);
    common.capital -= take(common.capital);
    const sum = common.survivors.reduce((all, each) => all + each, 0n);
    const asked = take(sum);
    const shares = common.survivors.map((most) => (sum === 0n ? 0n : (asked * most) / sum));
    let odd = asked - shares.reduce((all, each) => all + each, 0n);
    common.survivors = common.survivors.map((most, survivor) => {
      const share = shares[survivor] ?? 0n;
      const more = odd > 0n && share < most ? 1n : 0n;
      odd -= more;
      return most - share - more;
    });
    return { paid: shortfall - open, collateral, fundShare };
  }

  private eligible(mode: ClearingMode): ModelPayment[] {
    return rank(this.waiting.filter((each) => each.mode === mode && this.takesPart(each.payer) && this.takesPart(each.payee)));
  }

  private takesPart(place: number): boolean {
    const { status, licensed } = this.participant(place);
    return status === "active" && licensed;
  }

  private hasToGo(payment: ModelPayment, nowMs: number): boolean {
    return !this.takesPart(payment.payer) || !this.takesPart(payment.payee) || nowMs > payment.enteredMs + this.rules.longestWaitMs;
  }

  private giveBack({ payer, fromAccount, amount, returnOf }: ModelPayment): void {
    const given = this.settled.get(returnOf ?? 0);
    if (given !== undefined) given.isReturned = false;
    const { accounts } = this.participant(payer);
    accounts[fromAccount] = (accounts[fromAccount] ?? 0n) + amount;
  }

  private participant(place: number): ModelParticipant {
    const found = this.participants[place];
    if (found === undefined) throw new Error(`there is no participant ${place}`);
    return found;
  }
}

function total(payments: readonly ModelPayment[]): bigint {
  return payments.reduce((sum, { amount }) => sum + amount, 0n);
}

/** What a participant gets less what it pays. */
const net: Net = (payments, place) =>
  total(payments.filter(({ payee }) => payee === place)) - total(payments.filter(({ payer }) => payer === place));

function rank(payments: readonly ModelPayment[]): ModelPayment[] {
  return [...payments].sort((left, right) => left.priority - right.priority || left.number - right.number);
}
