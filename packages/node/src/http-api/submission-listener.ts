import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { BATCH_MEDIA_TYPE, BATCH_RESULTS_MEDIA_TYPE, CodedError, ROUTES, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import { BODY_LIMITS } from "./body-limits.ts";
import { DelayedRefusals } from "./delayed-refusals.ts";
import type { HttpPorts } from "./http-ports.ts";
import type { LargeBodies } from "./large-bodies.ts";
import { PROBLEM_MEDIA_TYPE, problemFrom, RETRY_AFTER_SECONDS } from "./problem-replies.ts";
import { readBody } from "./read-body.ts";
import type { BatchAnswer } from "./submission-desk.ts";
import { JSON_MEDIA_TYPE } from "./transaction-handlers.ts";

const { path } = ROUTES.submitTransactions;
/** Whether the answer is waited for, by the spellings of the path that are answered here. */
const WAITS: ReadonlyMap<string | undefined, boolean> = new Map([
  [path, true],
  [`${path}?wait=true`, true],
  [`${path}?wait=false`, false],
]);

interface Submission {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly mediaType: typeof TRANSACTION_MEDIA_TYPE | typeof BATCH_MEDIA_TYPE;
  readonly length: number;
  readonly wait: boolean;
}

/**
 * Answers the requests that carry the load, transactions in BCS of a length that is told, on `node:http` itself: a framework's
 * way through hooks, schemas and serialisers costs as much as a signature. Everything else goes `otherwise`, also what is wrong about
 * such a request's frame; the answers are the same on both ways.
 */
export class SubmissionListener {
  private readonly ports: HttpPorts;
  private readonly largeBodies: LargeBodies;
  private readonly delayed = new DelayedRefusals();

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
    this.fail(response, refusal);
    return true;
  }

  private fail(response: ServerResponse, error: Error): void {
    if (error instanceof CodedError && error.code === "overloaded") {
      this.delayed.delay(() => void sendFailure(response, error));
      return;
    }
    const told = sendFailure(response, error);
    if (told === "internal") this.ports.log.error({ err: error }, "a request met a fault");
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

  /** Sends the refusals that are held back. */
  close(): void {
    this.delayed.flush();
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
    const { board, stageTook } = this.ports;
    const { request } = submission;
    const startedAt = monotonicSeconds();
    board.enter("decode", 1);
    let body: Buffer | undefined;
    let received = 0;
    let complete = false;
    request.on("data", (chunk: Buffer) => {
      if (chunk.length === submission.length) body = chunk;
      else chunk.copy((body ??= Buffer.allocUnsafe(submission.length)), received);
      received += chunk.length;
    });
    request.on("end", () => {
      complete = true;
      this.submit(submission, body ?? Buffer.alloc(0));
      board.leave("decode", 1);
      stageTook("decode", monotonicSeconds() - startedAt);
    });
    request.on("close", () => {
      if (!complete) board.leave("decode", 1);
    });
  }

  private submit({ request, response, mediaType, wait }: Submission, bytes: Buffer): void {
    const { desk, takenAnswers } = this.ports;
    const fail = (error: Error) => this.fail(response, error);
    try {
      const submitted = readBody(bytes, mediaType);
      if (submitted.kind === "one") {
        const answer = (document: JsonAnswer, taken: () => void) => {
          sendText(response, document.status, document.status < 400 ? JSON_MEDIA_TYPE : PROBLEM_MEDIA_TYPE, document.body);
          takenAnswers.whenTaken(request, response, taken);
        };
        desk.submitOne(submitted.bytes, wait, { answer, fail });
        return;
      }
      const compact = request.headers.accept?.includes(BATCH_RESULTS_MEDIA_TYPE) === true;
      const answer = (results: BatchAnswer, taken: () => void) => {
        const status = wait ? 200 : 202;
        if (results.form === "batch-json") sendText(response, status, JSON_MEDIA_TYPE, results.body);
        else sendBytes(response, status, results.body);
        takenAnswers.whenTaken(request, response, taken);
      };
      desk.submitBatch(submitted.transactions, compact ? "batch-bcs" : "batch-json", wait, { answer, fail });
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
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
  return length <= BODY_LIMITS[mediaType] ? { request, response, mediaType, length, wait } : undefined;
}

function sendText(response: ServerResponse, status: number, mediaType: string, body: string): void {
  response.writeHead(status, ["content-type", mediaType, "content-length", String(Buffer.byteLength(body))]).end(body);
}

function sendBytes(response: ServerResponse, status: number, body: Uint8Array): void {
  response.writeHead(status, ["content-type", BATCH_RESULTS_MEDIA_TYPE, "content-length", String(body.length)]).end(body);
}

// The code that it tells.
function sendFailure(response: ServerResponse, error: Error): string {
  const problem = problemFrom(error);
  const body = JSON.stringify(problem);
  const headers = ["content-type", PROBLEM_MEDIA_TYPE, "content-length", String(Buffer.byteLength(body))];
  if (problem.code === "overloaded" || problem.code === "stopping") headers.push("retry-after", RETRY_AFTER_SECONDS);
  if (problem.code === "stopping") headers.push("connection", "close");
  response.writeHead(problem.status, headers).end(body);
  return problem.code;
}
