import { bytesToHex } from "@sycee/protocol/core";
import type { Refusal } from "../block-runner/executor-messages.ts";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";

const MAX_REMEMBERED = 10_000;
const REMEMBERED_SECONDS = 300;

/**
 * Why transactions for whose answer nobody waited are on no block: the last 10,000 of them, for five minutes. It is an
 * answer to whoever asks by id, no record: a restart forgets it. A payload signed with a wrong key, which anybody can send, hides no
 * other reason.
 */
export class RefusalMemory {
  private readonly byId = new Map<string, Refusal & { readonly atSeconds: number }>();
  private readonly nowSeconds: () => number;

  constructor(nowSeconds: () => number = monotonicSeconds) {
    this.nowSeconds = nowSeconds;
  }

  /** How many are remembered. */
  get size(): number {
    return this.byId.size;
  }

  remember(refusals: readonly Refusal[]): void {
    const atSeconds = this.nowSeconds();
    for (const refusal of refusals) {
      const key = bytesToHex(refusal.id);
      if (refusal.code === "wrong_key" && this.find(refusal.id) !== undefined) continue;
      // The order of the map is that of time.
      this.byId.delete(key);
      this.byId.set(key, { ...refusal, atSeconds });
    }
    for (const [key, { atSeconds: then }] of this.byId) {
      if (this.byId.size <= MAX_REMEMBERED && then + REMEMBERED_SECONDS > atSeconds) break;
      this.byId.delete(key);
    }
  }

  find(id: Uint8Array): Refusal | undefined {
    const found = this.byId.get(bytesToHex(id));
    return found === undefined || found.atSeconds + REMEMBERED_SECONDS <= this.nowSeconds() ? undefined : found;
  }
}
