import { type ProblemJson, type Route, type RouteAnswerBody, type RouteParams, type RouteQuery, routeUrl } from "@sycee/protocol";
import { clientError, errorOfProblem, SyceeError } from "./sycee-error.ts";

/** How a client reaches its node. */
export interface Connection {
  /** e.g. `http://127.0.0.1:8420`, without a slash at the end. */
  readonly url: string;
  readonly fetch: typeof fetch;
  /** After this long without an answer a request is given up as `unreachable`. */
  readonly timeoutMs: number;
  /** As whom is read where a node asks for that; as nobody if absent. */
  readonly reader?: BearerSource;
}

/** Where tokens of read sessions come from. */
export interface BearerSource {
  /** That of the session that is open, `undefined` where none was needed yet. */
  current(): string | undefined;
  /** Another than the one that was refused; `undefined` where there is nobody to read as. */
  renew(refused: string | undefined): Promise<string | undefined>;
}

/** What one request carries. */
export interface RouteRequest<R extends Route> {
  readonly params?: RouteParams<R>;
  readonly query?: RouteQuery<R>;
  readonly body?: { readonly mediaType: string; readonly bytes: Uint8Array };
  /** Media type of the answer that is asked for. */
  readonly accept?: string;
  /** Token of a read session. */
  readonly bearer?: string;
  readonly signal?: AbortSignal;
}

/**
 * Sends one request and gives the answer of a 2xx. What reads is sent in the session of the connection's reader, opened when a node first asks for
 * one. Throws {@link SyceeError}; the signal's reason when `signal` aborts.
 */
export async function callRoute<R extends Route>(connection: Connection, route: R, request: RouteRequest<R> = {}): Promise<Response> {
  const { reader } = connection;
  if (reader === undefined || route.method !== "GET" || request.bearer !== undefined) return await sendOnce(connection, route, request);
  const bearer = reader.current();
  try {
    return await sendOnce(connection, route, withBearer(request, bearer));
  } catch (error) {
    if (!(error instanceof SyceeError) || error.code !== "session_required") throw error;
    const renewed = await reader.renew(bearer);
    if (renewed === undefined) throw error;
    return await sendOnce(connection, route, withBearer(request, renewed));
  }
}

function withBearer<R extends Route>(request: RouteRequest<R>, bearer: string | undefined): RouteRequest<R> {
  return bearer === undefined ? request : { ...request, bearer };
}

async function sendOnce<R extends Route>(connection: Connection, route: R, request: RouteRequest<R>): Promise<Response> {
  const timeout = AbortSignal.timeout(connection.timeoutMs);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]);
  const headers: Record<string, string> = { accept: request.accept ?? "application/json" };
  if (request.body !== undefined) headers["content-type"] = request.body.mediaType;
  if (request.bearer !== undefined) headers.authorization = `Bearer ${request.bearer}`;
  const init: RequestInit = { method: route.method, headers, signal };
  // A copy, because fetch takes only bytes that no other thread can change.
  if (request.body !== undefined) init.body = request.body.bytes.slice();
  let response: Response;
  try {
    response = await connection.fetch(`${connection.url}${routeUrl(route, request.params, request.query)}`, init);
  } catch (error) {
    request.signal?.throwIfAborted();
    throw unreachable(connection, error);
  }
  if (response.ok) return response;
  throw await problemOfResponse(connection, response);
}

/** Sends one request and reads its JSON answer. Throws {@link SyceeError}. */
export async function readRoute<R extends Route>(
  connection: Connection,
  route: R,
  request: RouteRequest<R> = {},
): Promise<RouteAnswerBody<R>> {
  const response = await callRoute(connection, route, request);
  // The route's definition is also what the node makes its answers by.
  return (await readJson(connection, response)) as RouteAnswerBody<R>;
}

/** The JSON of an answer. Throws {@link SyceeError}. */
export async function readJson(connection: Connection, response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError)
      throw clientError("unexpected_answer", `${connection.url} answered with text that is not JSON.`, error);
    throw unreachable(connection, error);
  }
}

/** The bytes of an answer. Throws {@link SyceeError}. */
export async function readBytes(connection: Connection, response: Response): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw unreachable(connection, error);
  }
}

function unreachable(connection: Connection, cause: unknown): SyceeError {
  return clientError("unreachable", `No node answers at ${connection.url}.`, cause);
}

/** The error that an answer other than 2xx tells. */
export async function problemOfResponse(connection: Connection, response: Response): Promise<SyceeError> {
  const body = await readJson(connection, response);
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  if (!isProblem(body)) throw clientError("unexpected_answer", `${connection.url} answered ${response.status} without saying why.`);
  return errorOfProblem(body, Number.isFinite(seconds) ? seconds * 1000 : undefined);
}

function isProblem(body: unknown): body is ProblemJson {
  if (typeof body !== "object" || body === null) return false;
  const fields: { code?: unknown; number?: unknown; detail?: unknown } = body;
  return typeof fields.code === "string" && typeof fields.number === "number" && typeof fields.detail === "string";
}
