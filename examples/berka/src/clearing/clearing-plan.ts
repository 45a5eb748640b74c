import { HOME_BANK } from "../economy/participants.ts";
import { groupBy } from "../orders/group-by.ts";
import type { StandingOrder } from "../orders/standing-order.ts";

/** A payment from a customer of one bank to a customer of another. Accounts are numbers in the banks' books. */
export interface BankPayment {
  readonly from: string;
  readonly fromAccount: number;
  readonly to: string;
  readonly toAccount: number;
  readonly amountMinor: bigint;
}

/** What is to be settled, in rounds: in each some orders, and what flows back meanwhile. */
export interface ClearingPlan {
  /** The home bank first, then the others in the order in which the file names them. */
  readonly banks: readonly string[];
  /** How many accounts each bank keeps; 0 is the bank's own, customers' follow. */
  readonly accounts: ReadonlyMap<string, number>;
  readonly rounds: readonly (readonly BankPayment[])[];
}

/** Orders of one round. A clearing house holds 512 payments in a queue, and what flows back comes on top. */
const ROUND = 240;
/** Of a hundred orders so many are answered by a payment back. */
const ANSWERED_OF_100 = 70;

/**
 * Makes a plan of the orders. In the data one bank pays and thirteen receive. With a seed a synthetic flow back is added, so that
 * there is something to set off: of a hundred orders seventy are answered by a payment from the order's payee to its payer, of
 * another order's amount.
 */
export function planClearing(orders: readonly StandingOrder[], reverseFlowSeed: number | undefined): ClearingPlan {
  const numbers = new Map<string, Map<string, number>>([[HOME_BANK, new Map()]]);
  const accountOf = (bank: string, name: string): number => {
    const known = numbers.get(bank) ?? new Map<string, number>();
    numbers.set(bank, known);
    const number = known.get(name) ?? known.size + 1;
    known.set(name, number);
    return number;
  };
  const draw = reverseFlowSeed === undefined ? undefined : createDraws(reverseFlowSeed);
  const rounds: BankPayment[][] = [];
  for (let first = 0; first < orders.length; first += ROUND) {
    const forward = orders.slice(first, first + ROUND).map(
      ({ accountId, bankTo, accountTo, amountMinor }): BankPayment => ({
        from: HOME_BANK,
        fromAccount: accountOf(HOME_BANK, `${accountId}`),
        to: bankTo,
        toAccount: accountOf(bankTo, accountTo),
        amountMinor,
      }),
    );
    rounds.push([...(draw === undefined ? [] : flowBack(forward, draw)), ...forward]);
  }
  return {
    banks: [...numbers.keys()],
    accounts: new Map([...numbers].map(([bank, known]) => [bank, known.size + 1])),
    rounds,
  };
}

/** Payments back, from payees to payers: at each bank their amounts are those of other orders of the round, so that no bank pays more back than it gets. */
function flowBack(forward: readonly BankPayment[], draw: (below: number) => number): BankPayment[] {
  const back: BankPayment[] = [];
  for (const [bank, payments] of groupBy(forward, ({ to }) => to)) {
    const amounts = payments.map(({ amountMinor }) => amountMinor);
    for (const { from, fromAccount, toAccount } of payments) {
      if (draw(100) >= ANSWERED_OF_100) continue;
      const [amountMinor] = amounts.splice(draw(amounts.length), 1);
      if (amountMinor === undefined) throw new Error(`bank ${bank} has more answers than orders`);
      back.push({ from: bank, fromAccount: toAccount, to: from, toAccount: fromAccount, amountMinor });
    }
  }
  return back;
}

/** Whole numbers below a bound, the same for the same seed: Marsaglia's xorshift of 32 bits (Journal of Statistical Software 8, 2003). */
function createDraws(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e37_79b9) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
