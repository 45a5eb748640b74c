import { HASH_BYTES } from "./hash-range.ts";

/*
 * Memory that updates of the commitment work in, with anything in it. It is the same for one update after the other, of which none begins before
 * the last has run: pieces of its own would be dear for a small one.
 */

/** Changes for which there is room at hand: more are few and far between. */
const USUAL_CHANGES = 16_384;

/** Hashes of keys and of values, 32 bytes each, and whether the entry is there. */
export interface HashMemory {
  readonly keys: Buffer;
  readonly values: Buffer;
  readonly present: Uint8Array;
}

/** Numbers of changes, and room to bring them into another order. */
export interface OrderMemory {
  readonly order: Uint32Array;
  readonly spare: Uint32Array;
}

const usualHashes = newHashMemory(USUAL_CHANGES);
const usualOrder = newOrderMemory(USUAL_CHANGES);

/** For the hashes of at least so many changes. */
export function hashMemory(changes: number): HashMemory {
  return changes <= USUAL_CHANGES ? usualHashes : newHashMemory(changes);
}

/** For the order of at least so many changes. */
export function orderMemory(changes: number): OrderMemory {
  return changes <= USUAL_CHANGES ? usualOrder : newOrderMemory(changes);
}

function newHashMemory(changes: number): HashMemory {
  return {
    keys: Buffer.allocUnsafeSlow(changes * HASH_BYTES),
    values: Buffer.allocUnsafeSlow(changes * HASH_BYTES),
    present: new Uint8Array(changes),
  };
}

function newOrderMemory(changes: number): OrderMemory {
  return { order: new Uint32Array(changes), spare: new Uint32Array(changes) };
}
