import type { Address } from "@sycee/protocol";
import { handOut, pay, type Signer } from "@sycee/sdk";
import type { StandingOrder } from "../orders/standing-order.ts";
import type { Step, StepOutcome } from "./step.ts";
import type { OrderEnd, Rule } from "./tally.ts";

/** Who takes part in one order. */
export interface OrderParties {
  readonly operator: Signer;
  readonly payer: Signer;
  readonly payee: Address;
  /** Number of the digital cash. */
  readonly instrument: number;
}

/** What to do next for an order: a step, or nothing more. */
export type NextMove = { readonly kind: "step"; readonly step: Step } | { readonly kind: "end"; readonly end: OrderEnd };

/** What a payer has left of orders that limits refused, in minor units: it pays for the next. */
export interface Purse {
  leftMinor: bigint;
}

/**
 * The course of one order: the operator hands the payer what is missing of the amount, and the payer pays the payee. What a limit
 * keeps from being paid stays in the wallet for the payer's next order, so that no wallet ever has more than one order's amount.
 * Each call takes the outcome of the step before (none at first).
 */
export function orderCourse(order: StandingOrder, parties: OrderParties, purse: Purse): (outcome?: StepOutcome) => NextMove {
  const { orderId, amountMinor } = order;
  let waitingFor: "nothing" | "handOut" | "pay" = "nothing";
  return (outcome) => {
    if (waitingFor === "nothing" && purse.leftMinor < amountMinor) {
      waitingFor = "handOut";
      return stepOf(order, 0n, parties.operator, handOut({ to: parties.payer.address, amountMinor: amountMinor - purse.leftMinor }));
    }
    if (waitingFor !== "nothing" && outcome === undefined) throw new Error(`order ${orderId} waits for ${waitingFor}`);
    if (waitingFor === "pay") {
      if (outcome?.kind === "aborted") return { kind: "end", end: ruleOf(order, outcome.error, PAYMENT_RULES) };
      purse.leftMinor -= amountMinor;
      return { kind: "end", end: "settled" };
    }
    if (waitingFor === "handOut") {
      if (outcome?.kind === "aborted") return { kind: "end", end: ruleOf(order, outcome.error, HAND_OUT_RULES) };
      purse.leftMinor = amountMinor;
    }
    waitingFor = "pay";
    const { payee, instrument } = parties;
    return stepOf(order, 1n, parties.payer, pay({ payee, instrument, amountMinor }));
  };
}

const HAND_OUT_RULES: Readonly<Record<string, Rule>> = { EBalanceLimit: "balance" };
const PAYMENT_RULES: Readonly<Record<string, Rule>> = { ESingleLimit: "single", EDailyLimit: "daily", EYearlyLimit: "yearly" };
const STEP_NAMES = ["hand-out", "pay"];

function stepOf(order: StandingOrder, position: bigint, signer: Signer, call: Step["call"]): NextMove {
  const name = `${order.orderId}/${STEP_NAMES[Number(position)] ?? ""}`;
  return { kind: "step", step: { name, signer, nonce: BigInt(order.orderId) * 4n + position, call } };
}

function ruleOf(order: StandingOrder, error: string, rules: Readonly<Record<string, Rule>>): Rule {
  const rule = rules[error];
  if (rule === undefined) throw new Error(`order ${order.orderId} was refused for another cause than a limit: ${error}`);
  return rule;
}
