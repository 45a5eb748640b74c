import { type FastifyError, type FastifyInstance, type FastifyReply, fastify } from "fastify";
import type { Office } from "../office.ts";
import { OFFICE_STATUS, OfficeError } from "../office-error.ts";
import type { App } from "./app-tokens.ts";
import { installDocumentRoutes } from "./document-routes.ts";
import { installOrderRoutes } from "./order-routes.ts";
import { installReadingRoutes } from "./reading-routes.ts";
import { installStaffRoutes } from "./staff-routes.ts";

const MAX_BODY_BYTES = 65_536;
/** A request that takes longer to arrive is given up, so that slow senders hold no connections. */
const REQUEST_WITHIN_MS = 30_000;
const PROBLEM_MEDIA_TYPE = "application/problem+json; charset=utf-8";

export interface OfficeServerOptions {
  readonly office: Office;
  /** Who may ask; names are distinct. */
  readonly apps: readonly App[];
  /** Told of faults of the office's own; nothing of them is answered. */
  readonly onFault?: (error: Error) => void;
}

/** The REST API of an office, not listening yet. */
export function createOfficeServer(options: OfficeServerOptions): FastifyInstance {
  const app: FastifyInstance = fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    routerOptions: { maxParamLength: 128 },
  });
  app.addHook("onSend", async (_request, reply) => {
    // Balances and statements lie in no cache, and nothing in them runs.
    void reply.headers({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: FastifyError | Error, _request, reply) => {
    const problem = problemOf(error);
    if (problem.code === "internal") options.onFault?.(error);
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new OfficeError("not_found")));
  installDocumentRoutes(app, options.office);
  installOrderRoutes(app, options);
  installReadingRoutes(app, options);
  installStaffRoutes(app, options);
  return app;
}

function sendProblem(reply: FastifyReply, { code, number, status, detail }: OfficeError): FastifyReply {
  if (code === "queue_full" || code === "stopping") void reply.header("retry-after", "1");
  const problem = { type: `/problems/${code}`, title: OFFICE_STATUS[code][2], status, detail, code, number };
  return reply.code(status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
}

function problemOf(error: FastifyError | Error): OfficeError {
  if (error instanceof OfficeError) return error;
  const code = "code" in error ? error.code : "";
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new OfficeError("unsupported_media_type");
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new OfficeError("body_too_large");
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  return new OfficeError(status >= 400 && status < 500 ? "invalid_request" : "internal");
}
