import { connect, type Socket } from "node:net";

/** What was answered. */
export interface PostAnswer {
  readonly status: number;
  /** What `Retry-After` asks for; 0 without it. */
  readonly retryAfterMs: number;
  /** Valid until the next answer on the same connection. */
  readonly body: Uint8Array;
}

interface OpenPost {
  resolve(answer: PostAnswer): void;
  reject(error: Error): void;
}

const RECEIVED_BYTES = 64 * 1024;
/** Up to here one write of a copy is cheaper than two writes. */
const SMALL_BYTES = 4 * 1024;
const HEAD_END = Buffer.from("\r\n\r\n");
const LENGTH_HEADER = Buffer.from("\r\ncontent-length: ");
const RETRY_HEADER = Buffer.from("\r\nretry-after: ");
const CLOSE_HEADER = Buffer.from("\r\nconnection: close");

/**
 * One kept HTTP/1.1 connection on which one request is open at a time. It does what the measurement needs and no more:
 * the client shares the machine with what it measures, and a general one takes several times the processor time.
 * Answers must tell their length, as the node's do. Rejects whatever is not such an answer.
 */
export class KeptConnection {
  private readonly url: URL;
  private socket: Socket | undefined;
  private open: OpenPost | undefined;
  /** What has arrived of the answer that is open, and how much of it counts. */
  private received: Buffer = Buffer.allocUnsafe(RECEIVED_BYTES);
  private length = 0;

  constructor(url: URL) {
    this.url = url;
  }

  /** Sends a request, one at a time, and gives its answer. `head` is all of its head but the length: see `headOf`. */
  send(head: string, body: Uint8Array): Promise<PostAnswer> {
    if (this.open !== undefined) return Promise.reject(new Error("a request is open on this connection"));
    return new Promise((resolve, reject) => {
      this.open = { resolve, reject };
      this.socket ??= this.connect();
      this.socket.ref();
      const start = `${head}content-length: ${body.length}\r\n\r\n`;
      if (body.length > SMALL_BYTES) {
        this.socket.cork();
        this.socket.write(start, "latin1");
        this.socket.write(body);
        this.socket.uncork();
        return;
      }
      const request = Buffer.allocUnsafe(start.length + body.length);
      request.write(start, "latin1");
      request.set(body, start.length);
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket?.destroy();
  }

  private connect(): Socket {
    const socket = connect({
      host: this.url.hostname,
      port: Number(this.url.port),
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(RECEIVED_BYTES),
        callback: (size, buffer) => {
          this.receive(buffer.subarray(0, size));
          return true;
        },
      },
    });
    socket.on("error", (error: Error) => this.fail(error));
    socket.on("close", () => {
      this.socket = undefined;
      this.fail(new Error("the node closed the connection"));
    });
    return socket;
  }

  private receive(chunk: Uint8Array): void {
    if (this.length + chunk.length > this.received.length) {
      const larger = Buffer.allocUnsafe(2 * (this.length + chunk.length));
      this.received.copy(larger, 0, 0, this.length);
      this.received = larger;
    }
    this.received.set(chunk, this.length);
    this.length += chunk.length;
    this.finishAnswer();
  }

  private finishAnswer(): void {
    const received = this.received.subarray(0, this.length);
    const headEnd = received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = received.subarray(0, headEnd + 2);
    // `HTTP/1.1 200 `
    const status = Number(head.toString("latin1", 9, 12));
    const bodyLength = numberAfter(head, LENGTH_HEADER);
    if (!Number.isInteger(status) || !Number.isInteger(bodyLength)) {
      this.fail(new Error(`the node's answer is not understood: ${head.toString("latin1", 0, 200)}`));
      return;
    }
    const bodyStart = headEnd + HEAD_END.length;
    if (this.length < bodyStart + bodyLength) return;
    const { open } = this;
    this.open = undefined;
    this.length = 0;
    // A connection on which nothing is open keeps no process alive.
    this.socket?.unref();
    if (head.includes(CLOSE_HEADER)) this.close();
    const retryAfterMs = status === 200 ? 0 : 1000 * (numberAfter(head, RETRY_HEADER) || 0);
    open?.resolve({ status, retryAfterMs, body: received.subarray(bodyStart, bodyStart + bodyLength) });
  }

  private fail(error: Error): void {
    const { open } = this;
    this.open = undefined;
    this.length = 0;
    open?.reject(error);
  }
}

/** The number that a header of an answer has; NaN if the header is not there. */
function numberAfter(head: Buffer, header: Buffer): number {
  const at = head.indexOf(header);
  return at < 0 ? Number.NaN : Number.parseInt(head.toString("latin1", at + header.length), 10);
}

/** The head of a POST without the length of its body. */
export function headOf(url: URL, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: url.host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join("")}`;
}
