import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { BATCH_MEDIA_TYPE, BATCH_RESULTS_MEDIA_TYPE, CodedError, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import { BODY_LIMITS } from "./body-limits.ts";
import { DelayedRefusals } from "./delayed-refusals.ts";
import type { HttpPorts } from "./http-ports.ts";
import type { LargeBodies } from "./large-bodies.ts";
import { type Exchange, HttpExchange, QuickExchange } from "./exchange.ts";
import { problemFrom } from "./problem-replies.ts";
import { QuickConnections, type QuickSubmission } from "./quick-connections.ts";
import { type QuickHead, WAITS } from "./quick-request.ts";
import { readBody } from "./read-body.ts";
import type { Reply } from "./reply.ts";
import type { BatchAnswer, SingleAnswer } from "./submission-desk.ts";
import type { TakenAnswers } from "./taken-answers.ts";
import { JSON_MEDIA_TYPE, mediaTypeOf } from "./transaction-handlers.ts";

interface Submission {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly head: QuickHead;
}

/**
 * Answers the requests that carry the load, transactions in BCS of a length that is told, on quick connections and on `node:http`
 * itself: a framework's way through hooks, schemas and serialisers costs as much as a signature. Everything else goes `otherwise`, also
 * what is wrong about such a request's frame; the answers are the same on all ways.
 */
export class SubmissionListener {
  private readonly ports: HttpPorts;
  private readonly largeBodies: LargeBodies;
  private readonly delayed = new DelayedRefusals();
  private readonly refuse = (exchange: Exchange, error: Error): void => this.fail(exchange, error);
  private quick: QuickConnections | undefined;

  constructor(ports: HttpPorts, largeBodies: LargeBodies) {
    this.ports = ports;
    this.largeBodies = largeBodies;
  }

  listener(otherwise: RequestListener): RequestListener {
    return (request, response) => {
      const submission = submissionOf(request, response);
      if (submission === undefined) otherwise(request, response);
      else if (!this.refusedUnread(submission)) this.receive(submission);
    };
  }

  /** Whether the request is refused before its body is read; then it is answered. */
  private refusedUnread({ request, response }: Pick<Submission, "request" | "response">): boolean {
    const refusal = this.ports.desk.refusalOfRequest() ?? this.refusalOfLargeBody(request, response);
    if (refusal === undefined) return false;
    this.fail(new HttpExchange(request, response), refusal);
    return true;
  }

  private fail(exchange: Exchange, error: Error): void {
    if (error instanceof CodedError && error.code === "overloaded") {
      this.delayed.delay(() => exchange.refuse(problemFrom(error)));
      return;
    }
    const problem = problemFrom(error);
    exchange.refuse(problem);
    if (problem.code === "internal") this.ports.log.error({ err: error }, "a request met a fault");
  }

  /** The listener of requests that ask before they send their body: what would be refused is not sent for. */
  askingListener(otherwise: RequestListener): RequestListener {
    return (request, response) => {
      const submission = submissionOf(request, response);
      if (submission !== undefined && this.refusedUnread(submission)) return;
      response.writeContinue();
      if (submission === undefined) otherwise(request, response);
      else this.receive(submission);
    };
  }

  /** Lets new connections begin as quick ones, before the server listens. */
  quicken(server: Server): void {
    const general = server.listeners("connection");
    server.removeAllListeners("connection");
    this.quick = new QuickConnections({
      hasRoom: () => this.ports.desk.hasRoom,
      receive: (submission) => this.receiveQuick(submission),
      // Connections may be given to an HTTP server in this way: https://nodejs.org/api/http.html#event-connection
      general: (socket) => {
        for (const listener of general) Reflect.apply(listener, server, [socket]);
      },
    });
    server.on("connection", (socket) => this.quick?.accept(socket));
  }

  private receiveQuick({ head, body, connection }: QuickSubmission): void {
    const startedAt = monotonicSeconds();
    this.submit(new QuickExchange(connection), head, body);
    this.ports.stageTook("decode", monotonicSeconds() - startedAt);
  }

  /** Sends the refusals that are held back, and lets go of quick connections. */
  close(): void {
    this.delayed.flush();
    this.quick?.close();
  }

  private refusalOfLargeBody(request: IncomingMessage, response: ServerResponse): CodedError | undefined {
    try {
      this.largeBodies.admit(request, response);
      return undefined;
    } catch (error) {
      if (error instanceof CodedError) return error;
      throw error;
    }
  }

  private receive(submission: Submission): void {
    const { openBodies, stageTook } = this.ports;
    const { request, response, head } = submission;
    const startedAt = monotonicSeconds();
    const leave = openBodies.enter(request.socket);
    let body: Buffer | undefined;
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      if (chunk.length === head.length) body = chunk;
      else chunk.copy((body ??= Buffer.allocUnsafe(head.length)), received);
      received += chunk.length;
    });
    request.on("end", () => {
      this.submit(new HttpExchange(request, response), head, body ?? Buffer.alloc(0));
      leave();
      stageTook("decode", monotonicSeconds() - startedAt);
    });
    request.on("close", leave);
  }

  private submit(exchange: Exchange, { mediaType, wait, accept }: QuickHead, bytes: Buffer): void {
    const { desk, takenAnswers } = this.ports;
    try {
      const submitted = readBody(bytes, mediaType);
      const compact = accept.includes(BATCH_RESULTS_MEDIA_TYPE);
      if (submitted.kind === "one") {
        desk.submitOne(submitted.bytes, compact ? "results" : "documents", wait, new SingleReply(exchange, takenAnswers, this.refuse));
        return;
      }
      const fail = (error: Error) => this.fail(exchange, error);
      const answer = ({ form, body }: BatchAnswer, taken: () => void) => {
        exchange.answer({ status: wait ? 200 : 202, mediaType: form === "batch-json" ? JSON_MEDIA_TYPE : BATCH_RESULTS_MEDIA_TYPE }, body);
        exchange.whenTaken(takenAnswers, body.length, taken);
      };
      desk.submitBatch(submitted.transactions, compact ? "batch-bcs" : "batch-json", wait, { answer, fail });
    } catch (error) {
      this.fail(exchange, error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** The way back for the answer to one transaction: one object a request, of which there are thousands a second. */
class SingleReply implements Reply<SingleAnswer> {
  private readonly exchange: Exchange;
  private readonly takenAnswers: TakenAnswers;
  private readonly refuse: (exchange: Exchange, error: Error) => void;

  constructor(exchange: Exchange, takenAnswers: TakenAnswers, refuse: (exchange: Exchange, error: Error) => void) {
    this.exchange = exchange;
    this.takenAnswers = takenAnswers;
    this.refuse = refuse;
  }

  answer(answer: SingleAnswer, taken: () => void): void {
    const { status, body } = answer;
    this.exchange.answer({ status, mediaType: mediaTypeOf(answer) }, body);
    this.exchange.whenTaken(this.takenAnswers, body.length, taken);
  }

  fail(error: Error): void {
    this.refuse(this.exchange, error);
  }
}

function submissionOf(request: IncomingMessage, response: ServerResponse): Submission | undefined {
  if (request.method !== "POST") return undefined;
  const wait = WAITS.get(request.url);
  if (wait === undefined) return undefined;
  const { "content-type": mediaType, "content-length": announced } = request.headers;
  if (mediaType !== TRANSACTION_MEDIA_TYPE && mediaType !== BATCH_MEDIA_TYPE) return undefined;
  const length = Number(announced ?? Number.NaN);
  // Without a length, or with one that is too large, it is not for this way.
  if (!(length <= BODY_LIMITS[mediaType])) return undefined;
  return { request, response, head: { mediaType, length, wait, accept: request.headers.accept ?? "" } };
}
