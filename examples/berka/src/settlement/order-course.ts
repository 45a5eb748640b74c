import type { Address } from "@sycee/protocol";
import { handBack, handOut, pay, type Signer } from "@sycee/sdk";
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

/**
 * The course of one order: the operator hands the payer the amount, the payer pays the payee, and what a limit keeps from being
 * paid goes back to the operator. Each call takes the outcome of the step before (none at first).
 */
export function orderCourse(order: StandingOrder, parties: OrderParties): (outcome?: StepOutcome) => NextMove {
  let waitingFor: "nothing" | "handOut" | "pay" | "handBack" = "nothing";
  let end: OrderEnd = "settled";
  return (outcome) => {
    if (waitingFor === "nothing") {
      waitingFor = "handOut";
      return stepOf(order, 0n, parties.operator, handOut({ to: parties.payer.address, amountMinor: order.amountMinor }));
    }
    if (outcome === undefined) throw new Error(`order ${order.orderId} waits for ${waitingFor}`);
    if (waitingFor === "handOut") {
      if (outcome.kind === "aborted") return { kind: "end", end: ruleOf(order, outcome.error, HAND_OUT_RULES) };
      waitingFor = "pay";
      const { payee, instrument } = parties;
      return stepOf(order, 1n, parties.payer, pay({ payee, instrument, amountMinor: order.amountMinor }));
    }
    if (waitingFor === "pay" && outcome.kind === "aborted") {
      waitingFor = "handBack";
      end = ruleOf(order, outcome.error, PAYMENT_RULES);
      return stepOf(order, 2n, parties.payer, handBack({ amountMinor: order.amountMinor }));
    }
    if (outcome.kind === "aborted") throw new Error(`handing back order ${order.orderId} was refused: ${outcome.error}`);
    return { kind: "end", end };
  };
}

const HAND_OUT_RULES: Readonly<Record<string, Rule>> = { EBalanceLimit: "balance" };
const PAYMENT_RULES: Readonly<Record<string, Rule>> = { ESingleLimit: "single", EDailyLimit: "daily", EYearlyLimit: "yearly" };
const STEP_NAMES = ["hand-out", "pay", "hand-back"];

function stepOf(order: StandingOrder, position: bigint, signer: Signer, call: Step["call"]): NextMove {
  const name = `${order.orderId}/${STEP_NAMES[Number(position)] ?? ""}`;
  return { kind: "step", step: { name, signer, nonce: BigInt(order.orderId) * 4n + position, call } };
}

function ruleOf(order: StandingOrder, error: string, rules: Readonly<Record<string, Rule>>): Rule {
  const rule = rules[error];
  if (rule === undefined) throw new Error(`order ${order.orderId} was refused for another cause than a limit: ${error}`);
  return rule;
}
