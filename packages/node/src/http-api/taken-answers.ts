import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";

/** A connection has this long to take its answers before it may have to make room. */
const UNREAD_SECONDS = 0.2;
/** Bytes of answers that may lie unread together. Beyond them nobody has time. */
const MAX_UNREAD_BYTES = 256 * 1024 * 1024;

interface OpenAnswer {
  readonly bytes: number;
  /** To be called when the answer is taken; many answers may share it. */
  readonly taken: () => void;
}

type OpenAnswers = Map<object, OpenAnswer>;

/** Which answers clients have not taken yet, by connection: told for each, or for all when the connection goes. */
export class TakenAnswers {
  private readonly waiting = new WeakMap<Socket, OpenAnswers>();
  /** Connections with answers that are not taken, and since when without a break; the longest first. */
  private readonly unread = new Map<Socket, number>();
  private readonly nowSeconds: () => number;
  private readonly maxBytes: number;
  private bytes = 0;

  constructor(nowSeconds: () => number = monotonicSeconds, maxBytes = MAX_UNREAD_BYTES) {
    this.nowSeconds = nowSeconds;
    this.maxBytes = maxBytes;
  }

  /** Calls `taken` once when the client's connection has taken the answer of so many `bytes`, or is gone. */
  whenTaken(request: IncomingMessage, response: ServerResponse, bytes: number, taken: () => void): void {
    const { socket } = request;
    // Mostly the kernel takes a small answer at once, and nothing has to be remembered.
    if (socket.destroyed || (response.writableEnded && response.socket === socket && socket.writableLength === 0)) {
      taken();
      return;
    }
    response.once("finish", this.remember(socket, response, { bytes, taken }));
    this.boundBytes();
  }

  /** The same for an answer that was just written to the connection itself. */
  whenWritten(socket: Socket, bytes: number, taken: () => void): void {
    if (socket.destroyed || socket.writableLength === 0) {
      taken();
      return;
    }
    // An empty write is done when all before it are.
    socket.write("", this.remember(socket, {}, { bytes, taken }));
    this.boundBytes();
  }

  /**
   * Ends the connections that have left answers unread for the longest, until there is `enough` room or only such are left as
   * had no time to read. What was answered is final: who is cut off can ask again.
   */
  letGoUnread(enough: () => boolean): void {
    this.letGo(this.nowSeconds() - UNREAD_SECONDS, enough);
  }

  private boundBytes(): void {
    if (this.bytes > this.maxBytes) this.letGo(Number.POSITIVE_INFINITY, () => this.bytes <= this.maxBytes);
  }

  private letGo(latest: number, enough: () => boolean): void {
    for (const [socket, sinceSeconds] of this.unread) {
      if (sinceSeconds > latest || enough()) return;
      this.release(socket);
      socket.destroy();
    }
  }

  // What to call when the answer is taken.
  private remember(socket: Socket, key: object, answer: OpenAnswer): () => void {
    const open = this.openOn(socket);
    if (open.size === 0) this.unread.set(socket, this.nowSeconds());
    open.set(key, answer);
    this.bytes += answer.bytes;
    return () => {
      if (!open.delete(key)) return;
      if (open.size === 0) this.unread.delete(socket);
      this.bytes -= answer.bytes;
      answer.taken();
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
    for (const { bytes, taken } of open.values()) {
      this.bytes -= bytes;
      taken();
    }
    open.clear();
  }
}
