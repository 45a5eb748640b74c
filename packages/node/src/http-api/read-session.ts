import { CodedError } from "@sycee/protocol/core";
import type { FastifyRequest } from "fastify";
import type { Reader, SessionBook } from "../read-models/sessions/session-book.ts";

/** The token that a request carries. Throws `CodedError` `session_required`. */
export function tokenOf(request: FastifyRequest): string {
  const token = /^Bearer ([\w-]{1,128})$/.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) throw new CodedError("session_required");
  return token;
}

/** Whose session a request is made in. Throws `CodedError` `session_required`. */
export function readerOf(request: FastifyRequest, sessions: SessionBook, nowMs: bigint): Reader {
  return sessions.readerOf(tokenOf(request), nowMs);
}
