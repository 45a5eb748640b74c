import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { StateSlot } from "./state-slot.ts";
import type { StateChange } from "./transaction-state.ts";

/** A change as laws see it; its key is made only when asked for. */
export class SlotChange implements StateChange {
  readonly type: RuntimeType;
  readonly before: MoveValue | undefined;
  readonly after: MoveValue | undefined;
  private readonly slot: StateSlot;

  /** The running transaction's change of `slot` in the session numbered `block`. */
  constructor(slot: StateSlot, block: number) {
    this.type = slot.type;
    this.before = slot.valueIn(block);
    this.after = slot.transactionValue;
    this.slot = slot;
  }

  get key(): Uint8Array {
    return this.slot.key;
  }
}
