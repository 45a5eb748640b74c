import type { Socket } from "node:net";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import type { StageBoard } from "../pipeline/stage-board.ts";

/** A request has this long to arrive before it may have to make room. */
const SLOW_SECONDS = 2;

interface OpenBody {
  readonly socket: Socket;
  readonly sinceSeconds: number;
}

/** Requests whose bodies are arriving: what stands in `decode`. */
export class OpenBodies {
  private readonly board: StageBoard;
  private readonly nowSeconds: () => number;
  /** The longest open first. */
  private readonly open = new Set<OpenBody>();

  constructor(board: StageBoard, nowSeconds: () => number = monotonicSeconds) {
    this.board = board;
    this.nowSeconds = nowSeconds;
  }

  /** Counts a request until what is given back is called, once or more often. */
  enter(socket: Socket): () => void {
    const body: OpenBody = { socket, sinceSeconds: this.nowSeconds() };
    this.open.add(body);
    this.board.enter("decode", 1);
    return () => this.leave(body);
  }

  /**
   * Ends the connections whose requests have been arriving for the longest, until there is `enough` room or only such are left as had
   * no time to arrive. Nothing of them was accepted.
   */
  letGoSlow(enough: () => boolean): void {
    const latest = this.nowSeconds() - SLOW_SECONDS;
    for (const body of this.open) {
      if (body.sinceSeconds > latest || enough()) return;
      this.leave(body);
      body.socket.destroy();
    }
  }

  private leave(body: OpenBody): void {
    if (this.open.delete(body)) this.board.leave("decode", 1);
  }
}
