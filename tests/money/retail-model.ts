/**
 * Wallets, escrows, red packets, standing orders and payment requests kept a second time, from the rules alone. It shares no code
 * with the modules or the ledger. Each act answers `executed` or the name of the rule that refuses it.
 */
interface Escrow {
  readonly buyer: string;
  readonly seller: string;
  amount: bigint;
  state: "paid" | "shipped" | "disputed";
  untilMs: number;
}

interface Packet {
  readonly giver: string;
  readonly shares: number;
  readonly expiresMs: number;
  readonly takers: Set<string>;
  amount: bigint;
}

interface Order {
  readonly payer: string;
  readonly payee: string;
  readonly amount: bigint;
  readonly everyDays: number;
  readonly firstDay: number;
  next: number;
  paid: number;
  missed: number;
}

interface Request {
  readonly payee: string;
  readonly amount: bigint;
  readonly expiresMs: number;
  paidBy: string | undefined;
}

export const DAY_MS = 86_400_000;
export const ESCROW_WINDOW_MS = 1_000_000;

export class RetailModel {
  readonly wallets = new Map<string, bigint>();
  readonly escrows = new Map<number, Escrow>();
  readonly packets = new Map<number, Packet>();
  readonly orders = new Map<number, Order>();
  readonly requests = new Map<number, Request>();
  private readonly usedCodes = new Set<number>();
  private readonly zoneMs: number;

  constructor(zoneMs: number) {
    this.zoneMs = zoneMs;
  }

  day(timeMs: number): number {
    return Math.floor((timeMs + this.zoneMs) / DAY_MS);
  }

  /** What lies in escrows and packets. */
  get kept(): bigint {
    return [...this.escrows.values(), ...this.packets.values()].reduce((sum, { amount }) => sum + amount, 0n);
  }

  pay(from: string, to: string, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (from === to) return "ESameWallet";
    if (this.has(from) < amount) return "EInsufficientMoney";
    this.add(from, -amount);
    this.add(to, amount);
    return "executed";
  }

  openEscrow(number: number, buyer: string, seller: string, amount: bigint, timeMs: number): string {
    if (buyer === seller) return "ESameParty";
    if (amount === 0n) return "EZeroAmount";
    if (this.has(buyer) < amount) return "EInsufficientMoney";
    this.add(buyer, -amount);
    this.escrows.set(number, { buyer, seller, amount, state: "paid", untilMs: timeMs + ESCROW_WINDOW_MS });
    return "executed";
  }

  escrowAct(number: number, act: "ship" | "confirm" | "refund" | "dispute" | "expire", by: string, timeMs: number): string {
    const escrow = this.escrows.get(number);
    if (escrow === undefined) return "ENoEscrow";
    const { buyer, seller } = escrow;
    if (act === "expire") {
      if (timeMs < escrow.untilMs) return "ENotDue";
      // A silent arbiter gives the seller a quarter.
      const share = escrow.state === "paid" ? 0n : escrow.state === "shipped" ? escrow.amount : escrow.amount / 4n;
      return this.endEscrow(number, escrow, share);
    }
    if ((act === "ship" || act === "refund") && by !== seller) return "ENotSeller";
    if ((act === "confirm" || act === "dispute") && by !== buyer) return "ENotBuyer";
    if (act === "confirm") return this.endEscrow(number, escrow, escrow.amount);
    if (act === "refund") return this.endEscrow(number, escrow, 0n);
    if (escrow.state !== (act === "ship" ? "paid" : "shipped")) return "EWrongState";
    if (timeMs >= escrow.untilMs) return "ETooLate";
    escrow.state = act === "ship" ? "shipped" : "disputed";
    escrow.untilMs = timeMs + ESCROW_WINDOW_MS;
    return "executed";
  }

  decide(number: number, share: bigint, timeMs: number): string {
    const escrow = this.escrows.get(number);
    if (escrow === undefined) return "ENoEscrow";
    if (escrow.state !== "disputed") return "EWrongState";
    if (timeMs >= escrow.untilMs) return "ETooLate";
    if (share > escrow.amount) return "EBadAmount";
    return this.endEscrow(number, escrow, share);
  }

  refundPart(number: number, by: string, amount: bigint): string {
    const escrow = this.escrows.get(number);
    if (escrow === undefined) return "ENoEscrow";
    if (by !== escrow.seller) return "ENotSeller";
    if (amount === 0n || amount >= escrow.amount) return "EBadAmount";
    escrow.amount -= amount;
    this.add(escrow.buyer, amount);
    return "executed";
  }

  agree(number: number, buyer: string, seller: string, share: bigint): string {
    const escrow = this.escrows.get(number);
    if (escrow === undefined) return "ENoEscrow";
    if (buyer !== escrow.buyer) return "ENotBuyer";
    if (seller !== escrow.seller) return "ENotSeller";
    if (share > escrow.amount) return "EBadAmount";
    return this.endEscrow(number, escrow, share);
  }

  /** On a code that its payer signed for at most `limit`, good for one payment until it expires. */
  collect(number: number, payer: string, payee: string, amount: bigint, limit: bigint, expiresMs: number, timeMs: number): string {
    if (amount > limit) return "EAboveCodeLimit";
    if (timeMs >= expiresMs) return "EExpired";
    if (this.usedCodes.has(number)) return "EUsedAlready";
    const answer = this.pay(payer, payee, amount);
    if (answer === "executed") this.usedCodes.add(number);
    return answer;
  }

  give(number: number, giver: string, amount: bigint, shares: number, expiresMs: number): string {
    if (shares === 0 || shares > 100 || BigInt(shares) > amount) return "EBadShares";
    if (this.has(giver) < amount) return "EInsufficientMoney";
    this.add(giver, -amount);
    this.packets.set(number, { giver, shares, expiresMs, amount, takers: new Set() });
    return "executed";
  }

  /** `drawn` is what a packet with drawn shares gave: the model holds it against the bounds. Equal shares are the model's own. */
  take(number: number, taker: string, timeMs: number, drawn: bigint | undefined): string {
    const packet = this.packets.get(number);
    if (packet === undefined) return "ENoPacket";
    if (taker === packet.giver) return "EOwnPacket";
    if (timeMs >= packet.expiresMs) return "EExpired";
    if (packet.takers.has(taker)) return "ETakenAlready";
    const left = BigInt(packet.shares - packet.takers.size);
    const share = left === 1n ? packet.amount : (drawn ?? packet.amount / left);
    const most = 2n * (packet.amount / left) - 1n;
    if (left > 1n && (share < 1n || (drawn !== undefined && share > most) || packet.amount - share < left - 1n))
      return `a share of ${share}`;
    packet.takers.add(taker);
    packet.amount -= share;
    this.add(taker, share);
    if (packet.takers.size === packet.shares) this.packets.delete(number);
    return "executed";
  }

  expirePacket(number: number, timeMs: number): string {
    const packet = this.packets.get(number);
    if (packet === undefined) return "ENoPacket";
    if (timeMs < packet.expiresMs) return "ENotExpired";
    this.add(packet.giver, packet.amount);
    this.packets.delete(number);
    return "executed";
  }

  order(number: number, payer: string, payee: string, amount: bigint, everyDays: number, timeMs: number): string {
    if (amount === 0n) return "EZeroAmount";
    if (payer === payee) return "ESameWallet";
    const order = { payer, payee, amount, everyDays, firstDay: this.day(timeMs), next: 0, paid: 0, missed: 0 };
    this.orders.set(number, order);
    return "executed";
  }

  trigger(number: number, timeMs: number): string {
    const order = this.orders.get(number);
    if (order === undefined) return "ENoOrder";
    const latest = Math.floor((this.day(timeMs) - order.firstDay) / order.everyDays);
    if (latest < order.next) return "ENotDue";
    order.missed += latest - order.next;
    order.next = latest;
    if (this.pay(order.payer, order.payee, order.amount) !== "executed") return "executed";
    order.next += 1;
    order.paid += 1;
    return "executed";
  }

  cancel(number: number, by: string): string {
    const order = this.orders.get(number);
    if (order === undefined) return "ENoOrder";
    if (order.payer !== by) return "ENotPayer";
    this.orders.delete(number);
    return "executed";
  }

  request(number: number, payee: string, amount: bigint, expiresMs: number): string {
    if (amount === 0n) return "EZeroAmount";
    this.requests.set(number, { payee, amount, expiresMs, paidBy: undefined });
    return "executed";
  }

  payRequest(number: number, payer: string, payee: string, amount: bigint, timeMs: number): string {
    const request = this.requests.get(number);
    if (request === undefined) return "ENoRequest";
    if (request.payee !== payee) return "EOtherPayee";
    if (request.amount !== amount) return "EOtherAmount";
    if (request.paidBy !== undefined) return "EPaidAlready";
    if (timeMs >= request.expiresMs) return "EExpired";
    const answer = this.pay(payer, payee, amount);
    if (answer === "executed") request.paidBy = payer;
    return answer;
  }

  private endEscrow(number: number, escrow: Escrow, forSeller: bigint): string {
    this.add(escrow.seller, forSeller);
    this.add(escrow.buyer, escrow.amount - forSeller);
    this.escrows.delete(number);
    return "executed";
  }

  private has(owner: string): bigint {
    return this.wallets.get(owner) ?? 0n;
  }

  private add(owner: string, amount: bigint): void {
    this.wallets.set(owner, this.has(owner) + amount);
  }
}
