import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { type QuickHead, readQuickHead } from "./quick-request.ts";

/** A submission that came whole in one piece, and the way to answer it. */
export interface QuickSubmission {
  readonly head: QuickHead;
  readonly body: Buffer;
  readonly connection: QuickConnection;
}

/** What an answer is, beside its body. */
export interface AnswerKind {
  readonly status: number;
  readonly mediaType: string;
}

/** What quick connections work with. */
export interface QuickPorts {
  /** Whether a request would be taken now. What would not be is left to `general`, which refuses it. */
  hasRoom(): boolean;
  receive(submission: QuickSubmission): void;
  /** Reads HTTP in full: gets a connection, for good, with what has come on it and was not answered. */
  general(socket: Socket): void;
}

interface SmallAnswerHead {
  readonly kind: AnswerKind;
  readonly bodyBytes: number;
  readonly isLast: boolean;
  readonly bytes: Buffer;
}

const HEAD_END = Buffer.from("\r\n\r\n");
/** Longer heads are not for this way. */
const MAX_HEAD_BYTES = 1_024;
/** A connection on which nothing moves is let go, as `node:http` does with the others. */
const IDLE_TIMEOUT_MS = 60_000;
const SECOND_MS = 1_000;
/** Up to here one write of a copy takes less than two writes, which take the stream twice its work. */
const SMALL_BYTES = 2_048;

/**
 * New connections, while all that comes on them is the plainest of submissions: one request whole in one piece of data, and the next
 * one after its answer. `node:http` takes more of the processor for such a request than its signature does. At the first piece that is
 * anything else the connection goes to `node:http` and stays there; nothing is refused here.
 */
export class QuickConnections {
  readonly ports: QuickPorts;
  private readonly connections = new Set<QuickConnection>();
  private closing = false;
  /** The text of the date, until the second has passed. */
  private date: string | undefined;
  private lastHead: SmallAnswerHead | undefined;

  constructor(ports: QuickPorts) {
    this.ports = ports;
  }

  /** Takes a new connection. */
  accept(socket: Socket): void {
    if (this.closing) this.ports.general(socket);
    else this.connections.add(new QuickConnection(socket, this));
  }

  /** Ends every connection, after the answer that it waits for. */
  close(): void {
    this.closing = true;
    for (const connection of this.connections) connection.close();
  }

  /** A connection is gone or is not quick any more. */
  forget(connection: QuickConnection): void {
    this.connections.delete(connection);
  }

  /** A whole answer of a few bytes in one piece. Those that follow each other mostly have the same head. */
  smallAnswer(kind: AnswerKind, body: Uint8Array, isLast: boolean): Buffer {
    const { lastHead } = this;
    const isSame =
      lastHead !== undefined &&
      lastHead.bodyBytes === body.length &&
      lastHead.kind.status === kind.status &&
      lastHead.kind.mediaType === kind.mediaType &&
      lastHead.isLast === isLast;
    const head = isSame ? lastHead.bytes : Buffer.from(this.answerHead(kind, body.length, isLast, ""), "latin1");
    if (!isSame) this.lastHead = { kind, bodyBytes: body.length, isLast, bytes: head };
    const answer = Buffer.allocUnsafe(head.length + body.length);
    answer.set(head);
    answer.set(body, head.length);
    return answer;
  }

  /** The head of an answer, with an empty line after it. `more` are lines of headers, each with its end. */
  answerHead({ status, mediaType }: AnswerKind, bytes: number, isLast: boolean, more: string): string {
    const kept = isLast ? "close" : "keep-alive";
    return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\ncontent-type: ${mediaType}\r\ncontent-length: ${bytes}\r\n${more}Date: ${this.dateText()}\r\nConnection: ${kept}\r\n\r\n`;
  }

  private dateText(): string {
    if (this.date !== undefined) return this.date;
    const now = new Date();
    setTimeout(() => {
      this.date = undefined;
      this.lastHead = undefined;
    }, SECOND_MS - now.getMilliseconds()).unref();
    this.date = now.toUTCString();
    return this.date;
  }
}

/** A connection that may be answered quickly. */
export class QuickConnection {
  readonly socket: Socket;
  private readonly owner: QuickConnections;
  /** The last head that was read, and what it says: clients send the same one again and again. */
  private headBytes: Buffer | undefined;
  private head: QuickHead | undefined;
  /** Whether a request waits for its answer. */
  private open = false;
  private closing = false;
  /** What came while a request was open. */
  private readonly early: Buffer[] = [];

  constructor(socket: Socket, owner: QuickConnections) {
    this.socket = socket;
    this.owner = owner;
    socket.setTimeout(IDLE_TIMEOUT_MS);
    socket.on("data", this.onData);
    socket.on("end", this.onEnd);
    socket.on("timeout", this.onTimeout);
    socket.on("error", this.onError);
    socket.on("close", this.onClose);
  }

  /** Answers the open request. `more` are lines of headers, each with its end. */
  answer(kind: AnswerKind, body: string | Uint8Array, more = ""): void {
    if (typeof body === "string") {
      this.socket.write(this.owner.answerHead(kind, Buffer.byteLength(body), this.closing, more) + body);
    } else if (body.length <= SMALL_BYTES && more === "") {
      this.socket.write(this.owner.smallAnswer(kind, body, this.closing));
    } else {
      this.socket.cork();
      this.socket.write(this.owner.answerHead(kind, body.length, this.closing, more), "latin1");
      this.socket.write(body);
      this.socket.uncork();
    }
    this.open = false;
    if (this.closing) this.socket.end();
    else if (this.early.length > 0) this.handOver(this.early);
  }

  /** Ends the connection, after the answer that it waits for. */
  close(): void {
    this.closing = true;
    if (!this.open) this.socket.end();
  }

  private readonly onData = (chunk: Buffer): void => {
    if (this.open) {
      this.early.push(chunk);
      this.socket.pause();
      return;
    }
    const head = this.readHead(chunk);
    if (head === undefined || !this.owner.ports.hasRoom()) {
      this.handOver([chunk]);
      return;
    }
    this.open = true;
    const body = chunk.subarray(chunk.length - head.length);
    this.owner.ports.receive({ head, body, connection: this });
  };

  private readonly onEnd = (): void => {
    this.close();
  };

  private readonly onTimeout = (): void => {
    this.socket.destroy();
  };

  // Who cut the connection off needs no answer; `close` follows.
  private readonly onError = (): void => {};

  private readonly onClose = (): void => {
    this.owner.forget(this);
  };

  // What the head says, if the piece is one request and nothing else.
  private readHead(chunk: Buffer): QuickHead | undefined {
    const { headBytes: known } = this;
    if (known !== undefined && chunk.length > known.length && chunk.compare(known, 0, known.length, 0, known.length) === 0) {
      return chunk.length === known.length + (this.head?.length ?? 0) ? this.head : undefined;
    }
    const end = chunk.subarray(0, MAX_HEAD_BYTES).indexOf(HEAD_END);
    const head = end < 0 ? undefined : readQuickHead(chunk.toString("latin1", 0, end));
    if (head === undefined || chunk.length !== end + HEAD_END.length + head.length) return undefined;
    this.headBytes = Buffer.from(chunk.subarray(0, end + HEAD_END.length));
    this.head = head;
    return head;
  }

  private handOver(chunks: readonly Buffer[]): void {
    const { socket } = this;
    socket
      .off("data", this.onData)
      .off("end", this.onEnd)
      .off("timeout", this.onTimeout)
      .off("error", this.onError)
      .off("close", this.onClose);
    this.owner.forget(this);
    socket.pause();
    for (const chunk of chunks.toReversed()) socket.unshift(chunk);
    this.owner.ports.general(socket);
    socket.resume();
  }
}
