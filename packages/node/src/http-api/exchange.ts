import type { IncomingMessage, ServerResponse } from "node:http";
import type { Problem } from "@sycee/protocol/core";
import { PROBLEM_MEDIA_TYPE, RETRY_AFTER_SECONDS } from "./problem-replies.ts";
import type { AnswerKind, QuickConnection } from "./quick-connections.ts";
import type { TakenAnswers } from "./taken-answers.ts";

/** One request and the way to answer it. */
export interface Exchange {
  answer(kind: AnswerKind, body: string | Uint8Array): void;
  /** Answers with a problem document. */
  refuse(problem: Problem): void;
  /** Calls `taken` once when the client has taken the answer of so many `bytes`, or is gone. */
  whenTaken(takenAnswers: TakenAnswers, bytes: number, taken: () => void): void;
}

/** On `node:http`. */
export class HttpExchange implements Exchange {
  private readonly request: IncomingMessage;
  private readonly response: ServerResponse;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.request = request;
    this.response = response;
  }

  answer({ status, mediaType }: AnswerKind, body: string | Uint8Array): void {
    this.response.writeHead(status, ["content-type", mediaType, "content-length", String(Buffer.byteLength(body))]).end(body);
  }

  refuse(problem: Problem): void {
    const body = JSON.stringify(problem);
    const headers = ["content-type", PROBLEM_MEDIA_TYPE, "content-length", String(Buffer.byteLength(body))];
    if (asksToRetry(problem)) headers.push("retry-after", RETRY_AFTER_SECONDS);
    if (problem.code === "stopping") headers.push("connection", "close");
    this.response.writeHead(problem.status, headers).end(body);
  }

  whenTaken(takenAnswers: TakenAnswers, bytes: number, taken: () => void): void {
    takenAnswers.whenTaken(this.request, this.response, bytes, taken);
  }
}

/** On a quick connection. */
export class QuickExchange implements Exchange {
  private readonly connection: QuickConnection;

  constructor(connection: QuickConnection) {
    this.connection = connection;
  }

  answer(kind: AnswerKind, body: string | Uint8Array): void {
    this.connection.answer(kind, body);
  }

  refuse(problem: Problem): void {
    if (problem.code === "stopping") this.connection.close();
    const more = asksToRetry(problem) ? `retry-after: ${RETRY_AFTER_SECONDS}\r\n` : "";
    this.connection.answer({ status: problem.status, mediaType: PROBLEM_MEDIA_TYPE }, JSON.stringify(problem), more);
  }

  whenTaken(takenAnswers: TakenAnswers, bytes: number, taken: () => void): void {
    takenAnswers.whenWritten(this.connection.socket, bytes, taken);
  }
}

function asksToRetry({ code }: Problem): boolean {
  return code === "overloaded" || code === "stopping";
}
