import {
  type Address,
  addressFromJson,
  bytesFromJson,
  type ClearingHouseJson,
  CodedError,
  type PaymentRequestJson,
  type Problem,
  type ReceiptJson,
  type SearchJson,
  type StatisticsJson,
} from "@sycee/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import { checkMayReadOneOf, checkReads, checkSupervises, readableOf } from "../read-models/sessions/read-rights.ts";
import type { SessionBook } from "../read-models/sessions/session-book.ts";
import type { HttpPorts } from "./http-ports.ts";
import type { PrivateReading } from "./private-reading.ts";
import { readerOf } from "./read-session.ts";
import { shareOf } from "./receipt-share.ts";
import { readingOf, checkDecided } from "./route-readings.ts";

interface BlockEntries {
  readonly transactions: readonly { readonly index: number; readonly status: string }[];
}

/** Who may read what over the routes of the ledger: everybody everything, or, on a private node, as `PRIVATE_READING` says. */
export class ReadingGate {
  readonly #ports: Pick<HttpPorts, "executor" | "clock" | "isPrivate">;
  readonly #sessions: SessionBook;

  constructor(ports: Pick<HttpPorts, "executor" | "clock" | "isPrivate">, sessions: SessionBook) {
    this.#ports = ports;
    this.#sessions = sessions;
  }

  /**
   * Stands before every route that reads. To be called before they are installed: a route of the API that reads and of which nobody has decided
   * throws as it is.
   */
  install(app: FastifyInstance): void {
    const { isPrivate } = this.#ports;
    app.addHook("onRoute", checkDecided);
    app.addHook("preHandler", async (request, reply) => {
      const reading = readingOf(request.routeOptions.url, request.method);
      if (reading === undefined || reading === "everybody") return;
      // What is answered to one reader is kept for no other.
      if (isPrivate || reading === "session") void reply.header("cache-control", "no-store");
      if (isPrivate) await this.#admit(reading, request);
    });
  }

  /** What became of a transaction, as far as it is the reader's business: see `shareOf`. What is on no block is nobody's secret. */
  async transaction(request: FastifyRequest, answer: JsonAnswer): Promise<JsonAnswer> {
    if (!this.#ports.isPrivate || answer.status !== 200) return answer;
    const receipt = receiptOf(answer);
    if (receipt === undefined) return answer;
    const share = await this.#shareOf(request, receipt);
    return share === receipt ? answer : answerOf({ ...(JSON.parse(answer.body) as object), receipt: share });
  }

  /** A block without the ids of what is in it, and without why it was refused, for all but supervisors. */
  async block(request: FastifyRequest, answer: JsonAnswer): Promise<JsonAnswer> {
    if (!this.#ports.isPrivate || answer.status !== 200 || (await this.#supervises(request))) return answer;
    const block = JSON.parse(answer.body) as BlockEntries;
    return answerOf({ ...block, transactions: block.transactions.map(({ index, status }) => ({ index, status })) });
  }

  /** A clearing house with those of its waiting payments that the reader's institution sends or gets; all for the house and supervisors. */
  async clearingHouse(request: FastifyRequest, answer: JsonAnswer): Promise<JsonAnswer> {
    if (!this.#ports.isPrivate || answer.status !== 200 || (await this.#supervises(request))) return answer;
    const house = JSON.parse(answer.body) as ClearingHouseJson;
    const reader = isAnonymous(request) ? undefined : (await this.#reader(request)).address;
    if (reader === house.address) return answer;
    const own = (queue: ClearingHouseJson["queues"]["net"]) => queue.filter(({ payer, payee }) => payer === reader || payee === reader);
    const { gross, net, closed } = house.queues;
    return answerOf({ ...house, queues: { gross: own(gross), net: own(net), closed: own(closed) } });
  }

  /**
   * Statistics without turnover and velocities for all but supervisors: what they grow by from one block to the next is what a lone payment in
   * it came to.
   */
  async statistics(request: FastifyRequest, answer: JsonAnswer): Promise<JsonAnswer> {
    if (answer.status !== 200 || (await this.seesLonePayments(request))) return answer;
    const statistics = JSON.parse(answer.body) as StatisticsJson;
    const units = statistics.units.map((unit) => ({ ...unit, turnover: null, realVelocity: null, financialVelocity: null }));
    return answerOf({ ...statistics, units });
  }

  /** Whether the reader may be told sums of so few payments that one of them can be told from them. */
  async seesLonePayments(request: FastifyRequest): Promise<boolean> {
    return !this.#ports.isPrivate || (await this.#supervises(request));
  }

  /** What was found, without transactions that the reader may not read. */
  async found(request: FastifyRequest, answer: JsonAnswer): Promise<JsonAnswer> {
    if (!this.#ports.isPrivate || answer.status !== 200) return answer;
    const { found, ...rest } = JSON.parse(answer.body) as SearchJson;
    const shown: SearchJson["found"] = [];
    for (const each of found) if (each.kind !== "transaction" || (await this.#finds(request, each.id))) shown.push(each);
    return answerOf({ ...rest, found: shown });
  }

  async #admit(reading: PrivateReading, request: FastifyRequest): Promise<void> {
    const params = request.params as Readonly<Record<string, string | undefined>>;
    switch (reading) {
      case "everybody":
      case "part":
      case "session":
        return;
      case "account": {
        const reader = this.#ofToken(request);
        const address = addressFromJson(params["address"] ?? params["institution"] ?? "");
        return await checkMayReadOneOf(this.#ports.executor, reader, [address], this.#nowMs());
      }
      case "transaction":
        return await this.#admitToTransaction(request, params["id"] ?? "");
      case "request":
        return await this.#admitToRequest(request, addressFromJson(params["address"] ?? ""));
      case "supervisor":
        return await checkSupervises(this.#ports.executor, this.#ofToken(request), this.#nowMs());
    }
  }

  // A proof is of the whole.
  async #admitToTransaction(request: FastifyRequest, id: string): Promise<void> {
    const answer = await this.#transaction(id);
    // Asked again it may be there: whose it is must be known before.
    if (answer.status !== 200) {
      const { code, detail } = JSON.parse(answer.body) as Problem;
      throw new CodedError(code, detail);
    }
    const receipt = receiptOf(answer);
    if (receipt !== undefined && (await this.#shareOf(request, receipt)) !== receipt) throw new CodedError("not_yours");
  }

  #transaction(id: string): Promise<JsonAnswer> {
    return this.#ports.executor.read({ kind: "transaction", id: bytesFromJson(id, "id", 32), expiryMs: undefined });
  }

  /** Throws `CodedError` `not_yours` where nothing of it is the reader's. */
  async #shareOf(request: FastifyRequest, receipt: ReceiptJson): Promise<ReceiptJson> {
    const { signers, movements } = receipt;
    const parties = [...signers, ...movements.flatMap(({ from, to }) => [from, to])].filter((party) => party !== null);
    const readable = await readableOf(this.#ports.executor, this.#ofToken(request), [...new Set(parties)] as Address[], this.#nowMs());
    const share = shareOf(receipt, readable);
    if (share === undefined) throw new CodedError("not_yours");
    return share;
  }

  async #admitToRequest(request: FastifyRequest, address: Address): Promise<void> {
    const reader = this.#ofToken(request);
    // Anybody can make keys, and open a session with them.
    if (!(await checkReads(this.#ports.executor, reader, this.#nowMs())).isKnown) throw new CodedError("not_yours");
    const answer = await this.#ports.executor.read({ kind: "economy", question: { about: "paymentRequest", address } });
    if (answer.status !== 200) return;
    const { payee, payment } = JSON.parse(answer.body) as PaymentRequestJson;
    if (payment === null) return;
    await checkMayReadOneOf(this.#ports.executor, reader, [payee, payment.payer] as Address[], this.#nowMs());
  }

  async #finds(request: FastifyRequest, id: string): Promise<boolean> {
    if (isAnonymous(request)) return false;
    const receipt = receiptOf(await this.#transaction(id));
    return receipt !== undefined && (await allowed(this.#shareOf(request, receipt)));
  }

  async #supervises(request: FastifyRequest): Promise<boolean> {
    if (isAnonymous(request)) return false;
    return await allowed(checkSupervises(this.#ports.executor, this.#ofToken(request), this.#nowMs()));
  }

  // Whose keys are still those by which the session was opened.
  async #reader(request: FastifyRequest) {
    const reader = this.#ofToken(request);
    await checkReads(this.#ports.executor, reader, this.#nowMs());
    return reader;
  }

  #ofToken(request: FastifyRequest) {
    return readerOf(request, this.#sessions, this.#nowMs());
  }

  #nowMs(): bigint {
    return this.#ports.clock.nowMs();
  }
}

function receiptOf({ status, body }: JsonAnswer): ReceiptJson | undefined {
  return status === 200 ? (JSON.parse(body) as { readonly receipt?: ReceiptJson }).receipt : undefined;
}

function isAnonymous({ headers }: FastifyRequest): boolean {
  return headers.authorization === undefined;
}

/** Whether a check of rights passes. A session that is over is told to whoever sent it. */
async function allowed(check: Promise<unknown>): Promise<boolean> {
  try {
    await check;
    return true;
  } catch (error) {
    if (error instanceof CodedError && error.code === "not_yours") return false;
    throw error;
  }
}

function answerOf(body: object): JsonAnswer {
  return { status: 200, body: JSON.stringify(body) };
}
