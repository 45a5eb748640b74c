import type { KeyMemo } from "../runtime/virtual-machine.ts";
import type { StateSlot } from "./state-slot.ts";

/** Entries whose keys are remembered: at least this many, at most twice as many. About 400 bytes each. */
const REMEMBERED = 32_768;

/** Nothing is worked out of the key yet. */
export function newKeyMemo(bytes: Uint8Array): KeyMemo {
  return { bytes, text: undefined, hash: undefined, keeper: undefined, keptAt: 0 };
}

/** Remembers the keys of entries that lately changed, and what those who took the writes worked out of them. */
export class KeyMemory {
  private young: StateSlot[] = [];
  private old: StateSlot[] = [];

  /** The key of a slot, always the same object while it is remembered. */
  of(slot: StateSlot): KeyMemo {
    const known = slot.keyMemo;
    if (known !== undefined) return known;
    const memo = newKeyMemo(slot.key);
    slot.keyMemo = memo;
    this.young.push(slot);
    if (this.young.length >= REMEMBERED) this.passGeneration();
    return memo;
  }

  private passGeneration(): void {
    for (const slot of this.old) slot.keyMemo = undefined;
    this.old = this.young;
    this.young = [];
  }
}
