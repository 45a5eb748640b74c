import type { BlockSummaryJson } from "@sycee/protocol";
import { useSyncExternalStore } from "react";
import { client } from "../app/client.ts";

/** The last block that was seen, and whether more arrive. */
export interface Head {
  readonly block: BlockSummaryJson | undefined;
  readonly connected: boolean;
  /** Transactions a second over the last ten seconds. */
  readonly perSecond: number;
}

/** Pages look again at most so often, however many blocks arrive. */
const LOOK_MS = 500;
const RATE_WINDOW_MS = 10_000;
/** A ledger at rest makes no blocks; a connection that is lost is seen by asking. */
const ASK_MS = 5_000;

/** Follows the ledger for as long as the page is open, and tells those who watch a few times a second. */
class HeadWatch {
  private head: Head = { block: undefined, connected: true, perSecond: 0 };
  private next: BlockSummaryJson | undefined;
  private readonly recent: { readonly atMs: number; readonly count: number }[] = [];
  private readonly listeners = new Set<() => void>();
  private started = false;

  readonly current = (): Head => this.head;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.start();
    return () => this.listeners.delete(listener);
  };

  private start(): void {
    if (this.started) return;
    this.started = true;
    void this.follow();
    setInterval(() => this.tell(), LOOK_MS);
    setInterval(() => void this.ask(), ASK_MS);
    void this.ask();
  }

  private async follow(): Promise<void> {
    for (;;) {
      try {
        for await (const block of client.followBlocks()) {
          this.next = block;
          this.recent.push({ atMs: performance.now(), count: block.transactionCount });
        }
      } catch {
        // Refused, by a node that is stopping or has too many followers: the mark says so, and it is tried again.
        this.setConnected(false);
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    }
  }

  private async ask(): Promise<void> {
    try {
      const { height } = await client.status();
      if (this.next === undefined || BigInt(this.next.height) < BigInt(height)) this.next = await client.block(BigInt(height));
      this.setConnected(true);
    } catch {
      // The mark at the top of the page says so; asked again in a moment.
      this.setConnected(false);
    }
  }

  private setConnected(connected: boolean): void {
    if (this.head.connected === connected) return;
    this.head = { ...this.head, connected };
    this.tellAll();
  }

  private tell(): void {
    const nowMs = performance.now();
    while (this.recent[0] !== undefined && this.recent[0].atMs < nowMs - RATE_WINDOW_MS) this.recent.shift();
    const count = this.recent.reduce((sum, block) => sum + block.count, 0);
    const perSecond = Math.round((count / RATE_WINDOW_MS) * 10_000) / 10;
    if (this.next === this.head.block && perSecond === this.head.perSecond) return;
    this.head = { ...this.head, block: this.next, perSecond };
    this.tellAll();
  }

  private tellAll(): void {
    for (const listener of this.listeners) listener();
  }
}

const watch = new HeadWatch();

/** The ledger's head, a few times a second at most. */
export function useHead(): Head {
  return useSyncExternalStore(watch.subscribe, watch.current);
}
