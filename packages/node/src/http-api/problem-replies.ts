import { CodedError, ROUTES, problemOf, type Problem, type StatusCode } from "@sycee/protocol";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import type { Socket } from "node:net";
import { BODY_LIMITS } from "./body-limits.ts";

export const PROBLEM_MEDIA_TYPE = "application/problem+json; charset=utf-8";
/** What `Retry-After` asks for when the node is busy or stopping. */
export const RETRY_AFTER_SECONDS = "1";

const RETRY_LATER: ReadonlySet<StatusCode> = new Set(["overloaded", "stopping", "read_models_unavailable"]);

/** Every refusal leaves as a problem document: errors thrown by handlers, by Fastify, by the HTTP parser, and paths that are not there. */
export function installProblemReplies(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const problem = problemFrom(error);
    if (problem.code === "internal") request.log.error({ err: error }, "a request met a fault");
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    const allowed = methodsOf(path);
    if (allowed.length === 0)
      return sendProblem(reply, problemOf("not_found", `There is nothing at ${JSON.stringify(path.slice(0, 120))}.`));
    void reply.header("allow", allowed.join(", "));
    return sendProblem(
      reply,
      problemOf("method_not_allowed", `${request.method} is not a method of this path; it answers ${allowed.join(", ")}.`),
    );
  });
}

/** Sends a problem document. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (RETRY_LATER.has(problem.code)) void reply.header("retry-after", RETRY_AFTER_SECONDS);
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
}

/** The problem document that tells an error to the person who caused it. Nothing of an error of ours is told. */
export function problemFrom(error: FastifyError | Error): Problem {
  if (error instanceof CodedError) return problemOf(error.code, error.detail);
  const known = "code" in error ? FASTIFY_CODES[error.code] : undefined;
  if (known === "unsupported_media_type")
    return problemOf(known, `The content type of a body is ${Object.keys(BODY_LIMITS).join(" or ")}.`);
  if (known !== undefined) return problemOf(known);
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) return problemOf("invalid_request");
  return problemOf("internal");
}

const FASTIFY_CODES: Readonly<Record<string, StatusCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media_type",
  FST_ERR_CTP_INVALID_TYPE: "unsupported_media_type",
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "invalid_request",
  FST_ERR_BAD_URL: "not_found",
  FST_ERR_NOT_FOUND: "not_found",
  FST_ERR_REOPENED_CLOSE_SERVER: "stopping",
};

/** What is written to a connection whose bytes are not HTTP. */
export function answerBrokenHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf("invalid_request", "The request is not HTTP as this node reads it.");
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} Bad Request\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const PATHS = Object.values(ROUTES).map((route) => ({
  method: route.method,
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, "[^/]+")}/?$`),
}));
const PLAIN_PATHS = new Set(["/", "/healthz", "/metrics", "/openapi.json", "/docs"]);

function methodsOf(path: string): string[] {
  if (PLAIN_PATHS.has(path)) return ["GET"];
  return [...new Set(PATHS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}
