/** One escrow and its parties' wallets, kept from the rules alone. Answers are those the ledger must give. */
export interface EscrowState {
  /** 0 ended, 1 paid, 2 shipped, 3 disputed, 4 decided. */
  readonly state: number;
  readonly amount: bigint;
  readonly forSeller: bigint;
  readonly isOverdue: boolean;
  /** A full wallet has room for `ROOM`. */
  readonly seller: "open" | "closed" | "full" | "moved";
  readonly isBuyerMoved: boolean;
  readonly buyerHas: bigint;
  readonly sellerHas: bigint;
  /** What lies in another wallet of the seller's holder. */
  readonly elsewhere: bigint;
}

export const ESCROW_ACTS = [
  "ship",
  "confirm",
  "refund",
  "refund a part",
  "agree",
  "dispute",
  "decide",
  "expire",
  "deliver",
  "deliver elsewhere",
  "wait",
  "close seller",
  "open seller",
  "fill seller",
  "drain seller",
  "recover seller",
  "recover buyer",
] as const;

export type EscrowAct = (typeof ESCROW_ACTS)[number];

export const PAID_IN = 100n;
export const PART = 10n;
export const ROOM = 15n;
export const AGREED = 30n;
export const DECIDED = 40n;
export const SILENT_BPS = 2_500n;

export const BEGINNING: EscrowState = {
  state: 1,
  amount: PAID_IN,
  forSeller: 0n,
  isOverdue: false,
  seller: "open",
  isBuyerMoved: false,
  buyerHas: 0n,
  sellerHas: 0n,
  elsewhere: 0n,
};

/** What comes after an act, and how it is answered; `undefined` where the act makes no sense or would have no end. */
export function escrowAfter(now: EscrowState, act: EscrowAct): { readonly answer: string; readonly next: EscrowState } | undefined {
  const refused = (answer: string) => ({ answer, next: now });
  const done = (change: Partial<EscrowState>) => ({ answer: "executed", next: { ...now, ...change } });
  switch (act) {
    case "wait":
      return now.isOverdue || now.state === 0 ? undefined : done({ isOverdue: true });
    case "close seller":
      return now.seller === "open" && now.sellerHas === 0n ? done({ seller: "closed" }) : undefined;
    case "open seller":
      return now.seller === "closed" ? done({ seller: "open" }) : undefined;
    case "fill seller":
      return now.seller === "open" && now.sellerHas === 0n ? done({ seller: "full" }) : undefined;
    case "drain seller":
      return now.seller === "full" ? done({ seller: "open" }) : undefined;
    case "recover seller":
      return now.seller === "open" ? done({ seller: "moved" }) : undefined;
    case "recover buyer":
      return now.isBuyerMoved ? undefined : done({ isBuyerMoved: true });
    default:
      break;
  }
  if (now.state === 0) return refused("ENoEscrow");
  const decided = (forSeller: bigint) => ({ answer: "executed", next: delivered({ ...now, state: 4, forSeller, isOverdue: false }) });
  switch (act) {
    case "ship":
      return now.state !== 1 ? refused("EWrongState") : now.isOverdue ? refused("ETooLate") : done({ state: 2 });
    case "dispute":
      return now.state !== 2 ? refused("EWrongState") : now.isOverdue ? refused("ETooLate") : done({ state: 3 });
    case "decide":
      return now.state !== 3 ? refused("EWrongState") : now.isOverdue ? refused("ETooLate") : decided(DECIDED);
    case "expire":
      if (!now.isOverdue) return refused("ENotDue");
      // Never the buyer's while the seller has a wallet, however little room there is in it.
      if (now.state === 4 && now.seller !== "closed") return refused("EDueToSeller");
      return decided(now.state === 2 ? now.amount : now.state === 3 ? (now.amount * SILENT_BPS) / 10_000n : 0n);
    case "deliver":
      return now.state === 4 ? { answer: "executed", next: delivered(now) } : refused("EWrongState");
    case "deliver elsewhere":
      if (now.state !== 4) return refused("EWrongState");
      // A wallet of the same holder that has room for everything; nobody signs for a seller without a wallet.
      return now.seller === "closed"
        ? refused("ENoWallet")
        : done({ state: 0, amount: 0n, forSeller: 0n, isOverdue: false, elsewhere: now.amount });
    default:
      break;
  }
  if (now.state === 4) return refused("EWrongState");
  switch (act) {
    case "confirm":
      return decided(now.amount);
    case "refund":
      return decided(0n);
    case "agree":
      return decided(AGREED);
    case "refund a part":
      // Once, so that there is an end of states.
      return now.amount < PAID_IN ? undefined : done({ amount: now.amount - PART, buyerHas: now.buyerHas + PART });
    default:
      return undefined;
  }
}

function delivered(now: EscrowState): EscrowState {
  const forBuyer = now.amount - now.forSeller;
  const room = now.seller === "closed" ? 0n : now.seller === "full" ? ROOM - now.sellerHas : now.forSeller;
  const given = room < now.forSeller ? room : now.forSeller;
  const left = now.forSeller - given;
  return {
    ...now,
    state: left === 0n ? 0 : 4,
    amount: left,
    forSeller: left,
    isOverdue: left !== 0n && now.isOverdue,
    buyerHas: now.buyerHas + forBuyer,
    sellerHas: now.sellerHas + given,
  };
}
