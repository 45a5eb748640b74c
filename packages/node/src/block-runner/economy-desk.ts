import type { Ledger } from "@sycee/ledger";
import { problemAnswer } from "../answers/entry-answer.ts";
import type { EconomyQuestion } from "./economy-question.ts";
import type { JsonAnswer } from "./executor-messages.ts";

/** What there is none of at an address, in words. */
const MISSING = {
  operators: "central bank",
  policy: "central bank",
  books: "institution that keeps books",
  walletLimits: "wallet",
  paymentRequest: "payment request",
  loans: "bank",
  timeDeposits: "bank",
  settledPayments: "participant of that clearing house",
} as const;

/** Answers questions about the payment economy, as of the ledger's head. */
export class EconomyDesk {
  private readonly ledger: Ledger;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  answer(question: EconomyQuestion): JsonAnswer {
    const { head } = this.ledger;
    if (head === undefined) throw new Error("the chain has no genesis");
    const found = this.look(question);
    if (found === undefined && "address" in question && question.about in MISSING) {
      const what = MISSING[question.about as keyof typeof MISSING];
      return problemAnswer("unknown_account", `There is no ${what} at ${question.address}.`);
    }
    return { status: 200, body: JSON.stringify({ height: head.height.toString(), ...found }) };
  }

  private look(question: EconomyQuestion): object | undefined {
    const { economy } = this.ledger;
    switch (question.about) {
      case "institutions":
        return economy.institutions(question);
      case "operators":
        return economy.operators(question.address, question);
      case "books":
        return economy.books(question.address);
      case "policy":
        return economy.policy(question.address);
      case "walletLimits":
        return economy.walletLimits(question.address);
      case "paymentRequest":
        return economy.paymentRequest(question.address);
      case "loans":
        return economy.loans(question.address, question);
      case "timeDeposits":
        return economy.timeDeposits(question.address, question);
      case "settledPayments":
        return economy.settledPayments(question.address, question);
      case "licences":
        return economy.licences(question);
      case "warrants":
        return economy.warrants(question.address, question);
      case "proposals":
        return economy.proposals(question);
      case "escrows":
        return economy.escrows(question.address, question);
      case "paymentRequests":
        return economy.paymentRequests(question.address, question);
      case "redPackets":
        return economy.redPackets(question.address, question);
      case "standingOrders":
        return economy.standingOrders(question.address, question);
    }
  }
}
