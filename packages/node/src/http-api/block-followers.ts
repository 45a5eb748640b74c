import type { ServerResponse } from "node:http";
import { CodedError } from "@sycee/protocol/core";
import type { Executor } from "../block-runner/executor.ts";
import type { BlockNotice } from "../block-runner/executor-messages.ts";

const MAX_FOLLOWERS = 1_000;
const MAX_RECENT = 256;
const PAGE = 100;
const HEARTBEAT_MS = 15_000;

/** Where blocks older than the recent ones come from. */
export type BlockSource = Pick<Executor, "head" | "read">;

/**
 * Streams blocks to server-sent-event clients. Each client is a cursor: it is sent what it has not seen, as fast as it
 * reads, so that a slow one lags and costs nothing, and one that reads nothing is let go.
 */
export class BlockFollowers {
  private readonly source: BlockSource;
  private readonly heartbeatMs: number;
  private readonly recent = new Map<bigint, string>();
  private readonly wakers = new Set<() => void>();
  private readonly responses = new Set<ServerResponse>();
  private closed = false;

  /** A client that reads nothing for `heartbeatMs` is let go; it can come again with the id of its last event. */
  constructor(source: BlockSource, heartbeatMs: number = HEARTBEAT_MS) {
    this.source = source;
    this.heartbeatMs = heartbeatMs;
  }

  /** Clients that follow now. */
  get following(): number {
    return this.responses.size;
  }

  /** A block became durable. */
  announce(notice: BlockNotice): void {
    this.recent.set(notice.height, notice.summary);
    this.recent.delete(notice.height - BigInt(MAX_RECENT));
    this.wakeAll();
  }

  /** Refuses one follower too many with `CodedError("overloaded")`. */
  admit(): void {
    if (this.closed) throw new CodedError("stopping");
    if (this.following >= MAX_FOLLOWERS) throw new CodedError("overloaded", `${MAX_FOLLOWERS} clients follow this node already.`);
  }

  /** Sends blocks from height `from` until the client or the node goes. */
  async follow(response: ServerResponse, from: bigint): Promise<void> {
    this.responses.add(response);
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" });
    response.write("retry: 1000\n\n");
    try {
      for (let next = from; !response.destroyed && !this.closed; ) {
        const summaries = await this.summaries(next);
        const text = summaries.map((summary, index) => `id: ${next + BigInt(index)}\nevent: block\ndata: ${summary}\n\n`).join("");
        next += BigInt(summaries.length);
        if (text !== "" && !response.write(text)) await this.drained(response);
        if (summaries.length === 0) await this.pause(response);
      }
    } finally {
      this.responses.delete(response);
      response.end();
    }
  }

  /** Ends every stream. */
  close(): void {
    this.closed = true;
    this.wakeAll();
    for (const response of this.responses) response.end();
  }

  private async summaries(from: bigint): Promise<string[]> {
    const { height } = this.source.head;
    if (from > height) return [];
    if (this.recent.has(from)) {
      const found: string[] = [];
      for (let at = from; found.length < PAGE; at += 1n) {
        const summary = this.recent.get(at);
        if (summary === undefined) break;
        found.push(summary);
      }
      return found;
    }
    const { body } = await this.source.read({ kind: "blocks", from, limit: PAGE });
    return blocksOf(JSON.parse(body)).map((block) => JSON.stringify(block));
  }

  // Each waker takes itself out of the set.
  private wakeAll(): void {
    for (const wake of this.wakers) wake();
  }

  // Until the next block, or the client's end, or a heartbeat's time.
  private async pause(response: ServerResponse): Promise<void> {
    const woken = await this.wait(response, (wake) => {
      this.wakers.add(wake);
      return () => this.wakers.delete(wake);
    });
    if (!woken && !response.write(": still here\n\n")) await this.drained(response);
  }

  // Until the client has read, or its end. What was written for it stays in memory until then, so that it must not take for ever.
  private async drained(response: ServerResponse): Promise<void> {
    const read = await this.wait(response, (wake) => {
      response.once("drain", wake);
      return () => response.off("drain", wake);
    });
    if (!read) response.destroy();
  }

  /** Whether what `listen` waits for, or the client's end, came within a heartbeat's time. */
  private wait(response: ServerResponse, listen: (wake: () => void) => () => void): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (woken: boolean) => {
        clearTimeout(timer);
        response.off("close", wake);
        silence();
        resolve(woken);
      };
      const wake = () => finish(true);
      const timer = setTimeout(() => finish(false), this.heartbeatMs);
      const silence = listen(wake);
      response.once("close", wake);
      if (this.closed || response.destroyed) wake();
    });
  }
}

function blocksOf(page: unknown): unknown[] {
  if (typeof page === "object" && page !== null && "blocks" in page && Array.isArray(page.blocks)) return page.blocks;
  throw new Error("a page of blocks has none");
}
