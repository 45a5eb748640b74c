import type { CheckedGroup } from "../signatures/transaction-group.ts";
import type { AnswerForm, GroupAnswer } from "../block-runner/executor-messages.ts";

/** Puts transactions into an order that becomes blocks. One process here; consensus between validators later. */
export interface Ordering {
  /** Transactions reserved and not answered yet. */
  readonly pending: number;
  /**
   * Room for that many transactions of that many bytes in all; `false` when the queue is full. Who reserved must
   * `submit` them or `release` them.
   */
  reserve(transactions: number, bytes: number): boolean;
  release(transactions: number, bytes: number): void;
  /** Orders what was reserved. `answered` is called once, when every transaction of the group is final and durable; the reservation ends then. */
  submit(group: CheckedGroup, form: AnswerForm, answered: (answer: GroupAnswer) => void): void;
  /** Whether a transaction of that id is in the queue. */
  holds(id: Uint8Array): boolean;
}
