import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";

/** A connection has this long to take its answers before it may have to make room. */
const UNREAD_SECONDS = 0.2;

/** What to call when an answer is taken, which many answers may share. */
type OpenAnswers = Map<object, () => void>;

/** Which answers clients have not taken yet, by connection: told for each, or for all when the connection goes. */
export class TakenAnswers {
  private readonly waiting = new WeakMap<Socket, OpenAnswers>();
  /** Connections with answers that are not taken, and since when without a break; the longest first. */
  private readonly unread = new Map<Socket, number>();
  private readonly nowSeconds: () => number;

  constructor(nowSeconds: () => number = monotonicSeconds) {
    this.nowSeconds = nowSeconds;
  }

  /** Calls `taken` once when the client's connection has taken the answer that was ended, or is gone. */
  whenTaken(request: IncomingMessage, response: ServerResponse, taken: () => void): void {
    const { socket } = request;
    // Mostly the kernel takes a small answer at once, and nothing has to be remembered.
    if (socket.destroyed || (response.writableEnded && response.socket === socket && socket.writableLength === 0)) {
      taken();
      return;
    }
    response.once("finish", this.remember(socket, response, taken));
  }

  /** The same for an answer that was just written to the connection itself. */
  whenWritten(socket: Socket, taken: () => void): void {
    if (socket.destroyed || socket.writableLength === 0) taken();
    // An empty write is done when all before it are.
    else socket.write("", this.remember(socket, {}, taken));
  }

  /**
   * Ends the connections that have left answers unread for the longest, until there is `enough` room or only such are left as
   * had no time to read. What was answered is final: who is cut off can ask again.
   */
  letGoUnread(enough: () => boolean): void {
    const latest = this.nowSeconds() - UNREAD_SECONDS;
    for (const [socket, sinceSeconds] of this.unread) {
      if (sinceSeconds > latest || enough()) return;
      this.release(socket);
      socket.destroy();
    }
  }

  // What to call when the answer is taken.
  private remember(socket: Socket, answer: object, taken: () => void): () => void {
    const open = this.openOn(socket);
    if (open.size === 0) this.unread.set(socket, this.nowSeconds());
    open.set(answer, taken);
    return () => {
      if (!open.delete(answer)) return;
      if (open.size === 0) this.unread.delete(socket);
      taken();
    };
  }

  private openOn(socket: Socket): OpenAnswers {
    const known = this.waiting.get(socket);
    if (known !== undefined) return known;
    const open: OpenAnswers = new Map();
    this.waiting.set(socket, open);
    socket.once("close", () => this.release(socket));
    return open;
  }

  private release(socket: Socket): void {
    this.unread.delete(socket);
    const open = this.waiting.get(socket);
    if (open === undefined) return;
    for (const taken of open.values()) taken();
    open.clear();
  }
}
