import type { SqlConnection } from "../../database/sql-database.ts";
import { ALERT_DEFAULTS, type AlertParameters } from "../alert-parameters.ts";

/** Customers' payments are let through in parts of so much block time. */
export const WATCH_PART_MS = 10_000n;

/** How many of each kind a part lets through: those of a considerable amount, and those below it. */
export const PAYMENTS_OF_PART = 5_000;

/** What lets customers' payments through to the rules. */
export interface WatchRoom {
  /** The smallest amount that is watched, in minor units; `undefined`: the unit is not watched. */
  floorMinor(unit: string): bigint | undefined;
  /** Which of the amounts, all of the floor at least, are let through, by place and in their order. */
  take(unit: string, amountsMinor: readonly bigint[]): readonly number[];
}

/**
 * Lets as many of customers' payments through to the rules as the read models can keep, however many an institution's batches have. What
 * is let through is a function of the chain: in each part of {@link WATCH_PART_MS} the first {@link PAYMENTS_OF_PART} from a considerable
 * amount on, and as many below it down to the floor of the rules; of a batch with more than there is room for, the largest.
 */
export class PaymentWatch implements WatchRoom {
  readonly #parameters: AlertParameters;
  readonly #paymentsOfPart: number;
  #part = -1n;
  #large = 0;
  #small = 0;
  /** By the beginning of the part. */
  readonly #passedOver = new Map<bigint, bigint>();

  /** Goes on where the tables stand. */
  static async open(connection: SqlConnection): Promise<PaymentWatch> {
    const watch = new PaymentWatch();
    const [position] = await connection.query<{ time_ms: bigint }>("SELECT time_ms FROM chain_position");
    if (position === undefined) return watch;
    watch.beginBlock(position.time_ms);
    const counts = await connection.query<{ is_considerable: boolean; taken: bigint }>(
      `SELECT is_considerable, count(*) AS taken FROM customer_payments
       WHERE height >= (SELECT min(height) FROM blocks WHERE time_ms >= $1::bigint) GROUP BY is_considerable`,
      [watch.#part.toString()],
    );
    for (const { is_considerable, taken } of counts) {
      if (is_considerable) watch.#large = Number(taken);
      else watch.#small = Number(taken);
    }
    return watch;
  }

  constructor(parameters: AlertParameters = ALERT_DEFAULTS, paymentsOfPart: number = PAYMENTS_OF_PART) {
    this.#parameters = parameters;
    this.#paymentsOfPart = paymentsOfPart;
  }

  /** To be called before the payments of each block, with its time in milliseconds since 1970. */
  beginBlock(timeMs: bigint): void {
    const part = timeMs - (timeMs % WATCH_PART_MS);
    if (part === this.#part) return;
    this.#part = part;
    this.#large = 0;
    this.#small = 0;
  }

  floorMinor(unit: string): bigint | undefined {
    const considerableMinor = this.#considerableMinor(unit);
    if (considerableMinor === undefined) return undefined;
    const { fanIn, fanOut, rapidPassThrough, circularFlow, structuring } = this.#parameters;
    const permille = Math.min(
      ...[fanIn, fanOut, rapidPassThrough, circularFlow].map(({ minimumPaymentPermille }) => minimumPaymentPermille),
    );
    // Rounded up: a payment below the floor is below it as the rules count it, too.
    const ofShares = (considerableMinor * BigInt(permille) + 999n) / 1_000n;
    const limits = structuring.limitsMinor[unit] ?? [];
    const bands = limits.map((limitMinor) => limitMinor - (limitMinor * BigInt(structuring.bandPermille)) / 1_000n);
    return [ofShares, ...bands].reduce((least, each) => (each < least ? each : least));
  }

  /** Whether an amount is a considerable one. */
  isConsiderable(unit: string, amountMinor: bigint): boolean {
    const considerableMinor = this.#considerableMinor(unit);
    return considerableMinor !== undefined && amountMinor >= considerableMinor;
  }

  take(unit: string, amountsMinor: readonly bigint[]): readonly number[] {
    const large: number[] = [];
    const small: number[] = [];
    for (const [place, amountMinor] of amountsMinor.entries()) (this.isConsiderable(unit, amountMinor) ? large : small).push(place);
    const takenLarge = largest(large, amountsMinor, this.#paymentsOfPart - this.#large);
    const takenSmall = largest(small, amountsMinor, this.#paymentsOfPart - this.#small);
    this.#large += takenLarge.length;
    this.#small += takenSmall.length;
    const passedOver = amountsMinor.length - takenLarge.length - takenSmall.length;
    if (passedOver > 0) this.#passedOver.set(this.#part, (this.#passedOver.get(this.#part) ?? 0n) + BigInt(passedOver));
    return [...takenLarge, ...takenSmall].sort((one, other) => one - other);
  }

  /** How many there was no room for since the last call, by the beginning of their part in milliseconds since 1970. */
  takePassedOver(): { readonly part_ms: bigint; readonly payments: bigint }[] {
    const rows = [...this.#passedOver].map(([part_ms, payments]) => ({ part_ms, payments }));
    this.#passedOver.clear();
    return rows;
  }

  #considerableMinor(unit: string): bigint | undefined {
    const { considerableMinor } = this.#parameters;
    return Object.hasOwn(considerableMinor, unit) ? considerableMinor[unit] : undefined;
  }
}

/** Of the places at most `room`, those of the largest amounts, the first of equal ones. */
function largest(places: readonly number[], amountsMinor: readonly bigint[], room: number): readonly number[] {
  if (places.length <= room) return places;
  if (room <= 0) return [];
  const amountAt = (place: number): bigint => amountsMinor[place] ?? 0n;
  const order = (one: number, other: number): number => {
    const [left, right] = [amountAt(one), amountAt(other)];
    return left === right ? one - other : left > right ? -1 : 1;
  };
  return places.toSorted(order).slice(0, room);
}
