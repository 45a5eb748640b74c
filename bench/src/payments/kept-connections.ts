import { headOf, KeptConnection, type PostAnswer } from "./kept-connection.ts";

/** Up to `most` kept connections to one path; who finds none free waits for one. */
export class KeptConnections {
  private readonly url: URL;
  private readonly head: string;
  private readonly most: number;
  private readonly free: KeptConnection[] = [];
  private readonly waiting: ((connection: KeptConnection) => void)[] = [];
  private opened = 0;

  constructor(url: URL, headers: Readonly<Record<string, string>>, most: number) {
    this.url = url;
    this.head = headOf(url, headers);
    this.most = most;
  }

  /** One POST. The answer's body is valid until the caller's next `await`. */
  async post(body: Uint8Array): Promise<PostAnswer> {
    const connection = this.free.pop() ?? (await this.another());
    try {
      return await connection.send(this.head, body);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free.push(connection);
      else next(connection);
    }
  }

  private another(): KeptConnection | Promise<KeptConnection> {
    if (this.opened < this.most) {
      this.opened += 1;
      return new KeptConnection(this.url);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
