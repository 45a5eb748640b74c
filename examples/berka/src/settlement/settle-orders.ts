import type { Client } from "@sycee/sdk";
import { HOME_BANK, type Participants, payeeName } from "../economy/participants.ts";
import { groupBy } from "../orders/group-by.ts";
import type { StandingOrder } from "../orders/standing-order.ts";
import type { Journal } from "./journal.ts";
import { type NextMove, orderCourse, type OrderParties, type Purse } from "./order-course.ts";
import { runSteps } from "./run-steps.ts";
import type { Step, StepOutcome } from "./step.ts";
import { countOrder, createTally, type Tally } from "./tally.ts";

const MAX_STEPS_A_BATCH = 500;
const BATCHES_IN_FLIGHT = 4;

/** What a settlement works with. */
export interface SettlementOptions {
  readonly client: Client;
  readonly journal: Journal;
  readonly participants: Participants;
  readonly orders: readonly StandingOrder[];
  readonly instrument: number;
  /** Hears of each order that came to its end. */
  readonly settled: (tally: Tally) => void;
}

/**
 * Settles every order. The orders of one payer follow one another strictly in file order, step by step; different payers go side by
 * side, which changes nothing, because no limit of one payer depends on another and payees have none.
 */
export async function settleOrders(options: SettlementOptions): Promise<Tally> {
  const tally = createTally(options.orders);
  const ready = [...groupBy(options.orders, ({ accountId }) => accountId).values()].flatMap((orders) => {
    const payer = payerQueue(options, orders, tally);
    const step = payer.next();
    return step === undefined ? [] : [{ payer, step }];
  });
  const inFlight = new Set<Promise<void>>();
  while (ready.length > 0 || inFlight.size > 0) {
    while (ready.length > 0 && inFlight.size < BATCHES_IN_FLIGHT) {
      const batch = ready.splice(0, MAX_STEPS_A_BATCH);
      const flight = runBatch(options, batch).then((continued) => {
        ready.push(...continued);
        inFlight.delete(flight);
      });
      inFlight.add(flight);
    }
    await Promise.race(inFlight);
  }
  return tally;
}

interface PayerQueue {
  /** The payer's next step, given the outcome of the one before; `undefined` when all orders are done. */
  next(outcome?: StepOutcome): Step | undefined;
}

interface ReadyStep {
  readonly payer: PayerQueue;
  readonly step: Step;
}

async function runBatch(options: SettlementOptions, batch: readonly ReadyStep[]): Promise<ReadyStep[]> {
  const outcomes = await runSteps(
    options.client,
    options.journal,
    batch.map(({ step }) => step),
  );
  return batch.flatMap(({ payer }, index) => {
    const step = payer.next(outcomes[index]);
    return step === undefined ? [] : [{ payer, step }];
  });
}

function payerQueue(options: SettlementOptions, orders: readonly StandingOrder[], tally: Tally): PayerQueue {
  const rest = [...orders];
  const purse: Purse = { leftMinor: 0n };
  let current: { readonly order: StandingOrder; readonly move: (outcome?: StepOutcome) => NextMove } | undefined;
  return {
    next(outcome) {
      let last = outcome;
      for (;;) {
        if (current === undefined) {
          const order = rest.shift();
          if (order === undefined) return undefined;
          current = { order, move: orderCourse(order, partiesOf(options, order), purse) };
          last = undefined;
        }
        const move = current.move(last);
        if (move.kind === "step") return move.step;
        countOrder(tally, current.order, move.end);
        options.settled(tally);
        current = undefined;
        if (rest.length === 0) tally.leftMinor += purse.leftMinor;
      }
    },
  };
}

function partiesOf(options: SettlementOptions, order: StandingOrder): OrderParties {
  const { participants, instrument } = options;
  const operator = participants.operators.get(HOME_BANK);
  const payer = participants.payers.get(order.accountId);
  const payee = participants.payees.get(payeeName(order));
  if (operator === undefined || payer === undefined || payee === undefined)
    throw new Error(`order ${order.orderId} names somebody without a key`);
  return { operator, payer, payee: payee.address, instrument };
}
