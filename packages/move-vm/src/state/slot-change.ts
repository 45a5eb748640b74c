import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { KeyMemory } from "./key-memory.ts";
import type { StateSlot } from "./state-slot.ts";
import type { StateChange } from "./transaction-state.ts";

/** A change as laws see it; its key is made only when asked for. */
export class SlotChange implements StateChange {
  readonly type: RuntimeType;
  readonly before: MoveValue | undefined;
  readonly after: MoveValue | undefined;
  private readonly slot: StateSlot;
  private readonly keys: KeyMemory;

  /** The running transaction's change of `slot` in the session numbered `block`. */
  constructor(slot: StateSlot, block: number, keys: KeyMemory) {
    this.type = slot.type;
    this.before = slot.valueIn(block);
    this.after = slot.transactionValue;
    this.slot = slot;
    this.keys = keys;
  }

  get key(): Uint8Array {
    return this.keys.of(this.slot).bytes;
  }
}
