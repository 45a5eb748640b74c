import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { BATCH_MEDIA_TYPE, BATCH_RESULTS_MEDIA_TYPE, decodeBatchResults, encodeBatch, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Economy, startEconomy } from "./economy.ts";

let economy: Economy;
const sockets: Socket[] = [];
beforeAll(async () => {
  economy = await startEconomy();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  await economy.end();
});

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

class Connection {
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  readonly #ended: Promise<unknown>;
  readonly #answers: Answer[] = [];
  #told: (() => void) | undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    this.#ended = once(socket, "end");
    socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (let answer = this.#take(); answer !== undefined; answer = this.#take()) this.#answers.push(answer);
      this.#told?.();
    });
  }

  async answer(): Promise<Answer> {
    for (;;) {
      const answer = this.#answers.shift();
      if (answer !== undefined) return answer;
      await new Promise<void>((resolve) => {
        this.#told = resolve;
      });
    }
  }

  async ended(): Promise<void> {
    await this.#ended;
  }

  #take(): Answer | undefined {
    const end = this.#received.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const [statusLine = "", ...lines] = this.#received.toString("latin1", 0, end).split("\r\n");
    const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]));
    const bodyEnd = end + 4 + Number(headers.get("content-length"));
    if (this.#received.length < bodyEnd) return undefined;
    const body = this.#received.subarray(end + 4, bodyEnd);
    this.#received = this.#received.subarray(bodyEnd);
    return { status: Number(statusLine.split(" ")[1]), headers, body };
  }
}

async function open(): Promise<Connection> {
  const { hostname, port } = new URL(economy.node.url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  sockets.push(socket);
  await once(socket, "connect");
  return new Connection(socket);
}

let nonce = 0n;
const payment = async (amountMinor = 1n) => {
  nonce += 1n;
  return await economy.client.prepare({
    signers: [economy.alice],
    calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor })],
    nonce,
  });
};

type Headers = Readonly<Record<string, string>>;

function request(body: Uint8Array, headers: Headers = {}, query = ""): Buffer {
  const all = { host: "node", "content-type": TRANSACTION_MEDIA_TYPE, ...headers, "content-length": `${body.length}` };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`POST /v1/transactions${query} HTTP/1.1\r\n${lines.join("")}\r\n`), body]);
}

/** A header that only who reads HTTP in full understands. */
const IN_FULL: Headers = { "x-any": "1" };
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 30));

const shapeOf = ({ status, headers, body }: Answer) => ({
  status,
  headers: [...headers.keys()].toSorted(),
  type: headers.get("content-type"),
  connection: headers.get("connection"),
  body: JSON.parse(body.toString()) as Record<string, unknown>,
});

describe("a submission is answered the same", () => {
  it.each([
    ["when it is executed", async () => (await payment()).bytes],
    ["when a rule refuses it", async () => (await payment(10n ** 15n)).bytes],
    ["when its bytes are no transaction", async () => Uint8Array.of(1, 2, 3)],
    ["when it is too large", async () => new Uint8Array(60_000)],
  ])("on a quick connection and on one read in full, %s", async (_, bytes) => {
    const quick = await open();
    const full = await open();
    quick.socket.write(request(await bytes()));
    full.socket.write(request(await bytes(), IN_FULL));
    const [one, other] = [shapeOf(await quick.answer()), shapeOf(await full.answer())];
    expect({ ...one, body: Object.keys(one.body) }).toEqual({ ...other, body: Object.keys(other.body) });
    expect(one.body["status"]).toBe(other.body["status"]);
    expect(one.body["code"]).toBe(other.body["code"]);
  });

  it.each(["", "?wait=false"])("in compact form, as a batch of one (%j)", async (query) => {
    const results = [];
    for (const more of [{}, IN_FULL]) {
      const connection = await open();
      connection.socket.write(request((await payment()).bytes, { accept: BATCH_RESULTS_MEDIA_TYPE, ...more }, query));
      const { status, headers, body } = await connection.answer();
      expect(headers.get("content-type")).toBe(BATCH_RESULTS_MEDIA_TYPE);
      results.push({ status, kinds: decodeBatchResults(body).map(({ kind }) => kind) });
    }
    const expected = query === "" ? { status: 200, kinds: ["executed"] } : { status: 202, kinds: ["pending"] };
    expect(results).toEqual([expected, expected]);
  });

  it("in compact form when it is refused", async () => {
    const connection = await open();
    connection.socket.write(request(Uint8Array.of(1, 2, 3), { accept: BATCH_RESULTS_MEDIA_TYPE }));
    expect(decodeBatchResults((await connection.answer()).body)).toMatchObject([{ kind: "rejected", code: "malformed_bcs" }]);
  });
});

describe("compact answers one after another", () => {
  const compact = { accept: BATCH_RESULTS_MEDIA_TYPE };

  it("each have their own length, whatever came before", async () => {
    const [one, other] = [await open(), await open()];
    const kinds = [];
    for (const bytes of [(await payment()).bytes, Uint8Array.of(1, 2, 3), (await payment()).bytes, (await payment(10n ** 15n)).bytes]) {
      for (const connection of [one, other]) {
        connection.socket.write(request(bytes, compact));
        const { status, headers, body } = await connection.answer();
        expect([status, headers.get("content-type"), headers.get("connection")]).toEqual([200, BATCH_RESULTS_MEDIA_TYPE, "keep-alive"]);
        kinds.push(decodeBatchResults(body)[0]?.kind);
      }
    }
    expect(kinds).toEqual(["executed", "executed", "rejected", "rejected", "executed", "executed", "refused", "refused"]);
  });

  it("tell the time of each", async () => {
    const connection = await open();
    for (const waitMs of [0, 6_000]) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      connection.socket.write(request(Uint8Array.of(1, 2, 3), compact));
      const { headers } = await connection.answer();
      expect(Math.abs(Date.now() - Date.parse(headers.get("date") ?? ""))).toBeLessThan(5_000);
    }
  });

  it("may be long", async () => {
    const connection = await open();
    const batch = encodeBatch(await Promise.all(Array.from({ length: 100 }, async () => (await payment()).bytes)));
    for (let time = 0; time < 2; time++) {
      connection.socket.write(request(batch, { ...compact, "content-type": BATCH_MEDIA_TYPE }));
      const { status, body } = await connection.answer();
      expect(status).toBe(200);
      expect(decodeBatchResults(body)).toHaveLength(100);
    }
  });
});

describe("one connection", () => {
  it("carries request after request, also when it has to be read in full in between", async () => {
    const connection = await open();
    for (const headers of [{}, {}, { accept: "application/json" }, IN_FULL, {}, IN_FULL] satisfies Headers[]) {
      connection.socket.write(request((await payment()).bytes, headers));
      expect(shapeOf(await connection.answer())).toMatchObject({ status: 200, connection: "keep-alive", body: { status: "executed" } });
    }
    connection.socket.write("GET /healthz HTTP/1.1\r\nhost: node\r\n\r\n");
    expect((await connection.answer()).status).toBe(200);
  });

  it("may bring its first request byte by byte", async () => {
    const connection = await open();
    for (const byte of request((await payment()).bytes)) {
      connection.socket.write(Uint8Array.of(byte));
      if (byte === 10) await aMoment();
    }
    expect(shapeOf(await connection.answer()).body["status"]).toBe("executed");
  });

  it("is answered in order when requests come before the answers", async () => {
    const connection = await open();
    const sent = [await payment(), await payment(), await payment(), await payment()];
    const [first, second, ...rest] = sent.map(({ bytes }) => request(bytes));
    if (first === undefined || second === undefined) throw new Error("no requests");
    connection.socket.write(first);
    // Most likely while the first one is open; whole requests and parts of them.
    await new Promise((resolve) => setImmediate(resolve));
    connection.socket.write(second.subarray(0, 100));
    await aMoment();
    connection.socket.write(Buffer.concat([second.subarray(100), ...rest]));
    for (const { id } of sent) expect(shapeOf(await connection.answer()).body).toMatchObject({ status: "executed", id });
  });

  it("is answered when its client has said that it sends no more", async () => {
    const connection = await open();
    connection.socket.end(request((await payment()).bytes));
    expect((await connection.answer()).status).toBe(200);
    await connection.ended();
  });

  it("that is cut off harms nobody, and its transaction is final", async () => {
    const connection = await open();
    const cut = await payment();
    connection.socket.write(request(cut.bytes), () => connection.socket.destroy());
    await expect.poll(() => economy.client.transaction(cut.id).catch(() => undefined)).toMatchObject({ status: "final" });
    expect((await economy.client.status()).height).toBeDefined();
  });

  it("smuggles nothing: what comes after a body is read as HTTP or refused", async () => {
    const connection = await open();
    connection.socket.write(Buffer.concat([request((await payment()).bytes), Buffer.from("GET /healthz HTTP/1.1\r\nhost: node\r\n\r\n")]));
    expect(shapeOf(await connection.answer()).body["status"]).toBe("executed");
    expect((await connection.answer()).status).toBe(200);
    const other = await open();
    other.socket.write(Buffer.concat([request((await payment()).bytes), Buffer.from("\0\0\0\0rubbish\r\n\r\n")]));
    // `node:http` tells of broken bytes at once, whether or not the request before them is answered.
    const { status } = await other.answer();
    expect(status === 200 ? (await other.answer()).status : status).toBe(400);
  });
});

describe("a node that stops", () => {
  it("lets quick connections go that wait for nothing", async () => {
    const stopping = await startEconomy();
    const { hostname, port } = new URL(stopping.node.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    const ended = once(socket.resume(), "end");
    const asked = performance.now();
    await stopping.end();
    await ended;
    expect(performance.now() - asked).toBeLessThan(5_000);
    socket.destroy();
  });
});
