import type { AnswerForm, GroupAnswer } from "../block-runner/executor-messages.ts";
import type { CheckedGroup } from "../signatures/transaction-group.ts";

/** Puts transactions into an order that becomes blocks. One process here; consensus between validators later. */
export interface Ordering {
  /** Orders a group. `answered` is called once, when every transaction of the group is final and durable. */
  submit(group: CheckedGroup, form: AnswerForm, answered: (answer: GroupAnswer) => void): void;
  /** Whether a transaction of that id is on its way. */
  holds(id: Uint8Array): boolean;
}
