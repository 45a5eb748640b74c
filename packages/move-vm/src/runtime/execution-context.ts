import type { GasSchedule } from "../gas/gas-schedule.ts";
import type { TransactionState } from "../state/transaction-state.ts";

/**
 * The one mutable object that compiled code, natives and the session share. Compiled code subtracts gas from it at
 * every basic block and counts call depth on it; a session resets it before each transaction.
 */
export interface ExecutionContext {
  /** What everything costs, for as long as the machine lives: compiled code has it built in. */
  readonly schedule: GasSchedule;
  /** Gas left; below zero means out of gas. */
  gas: number;
  /** Move calls on the stack. */
  depth: number;
  /** Sum of the frame sizes (locals and operands) on the stack. */
  slots: number;
  /** Bytes charged for values still allocated by this transaction. */
  memory: number;
  /** Storage, events and block facts of the running transaction; absent outside a session. */
  transaction: TransactionState | undefined;
  /** Hears of marks in instrumented sources; only unit tests set it. */
  onMark?: ((mark: number, depth: number) => void) | undefined;
}
