import { BATCH_RESULTS_MEDIA_TYPE, bytesFromJson, ROUTES, STATUS, u64FromJson } from "@sycee/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { JsonAnswer, Refusal } from "../block-runner/executor-messages.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { PROBLEM_MEDIA_TYPE } from "./problem-replies.ts";
import { readBody } from "./read-body.ts";
import type { ReadingGate } from "./reading-gate.ts";
import type { Reply } from "./reply.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import type { BatchAnswer, SingleAnswer } from "./submission-desk.ts";
import type { TakenAnswers } from "./taken-answers.ts";

export const JSON_MEDIA_TYPE = "application/json; charset=utf-8";

/** Routes that submit transactions and ask what became of them. Transactions in BCS mostly take the shorter way of `SubmissionListener`. */
export function installTransactionRoutes(app: FastifyInstance, ports: HttpPorts, gate: ReadingGate): void {
  const { desk, executor, ordering, refusals, openBodies, takenAnswers } = ports;
  const submit = ROUTES.submitTransactions;
  const checkSubmitQuery = shapeCheck(submit.query, "query");
  const enterDecode = async (request: FastifyRequest, reply: FastifyReply) => {
    const refusal = desk.refusalOfRequest();
    if (refusal !== undefined) throw refusal;
    const leave = openBodies.enter(request.raw.socket);
    leaveDecode.set(request, leave);
    reply.raw.once("close", leave);
  };
  const leaveDecode = new WeakMap<FastifyRequest, () => void>();
  app.post<{ Querystring: Record<string, unknown> }>(
    fastifyPath(submit),
    { schema: routeSchema(submit), onRequest: enterDecode },
    async (request, reply) => {
      const { wait = true } = checkSubmitQuery(readQuery(submit.query.properties, request.query));
      const submitted = readBody(request.body, request.headers["content-type"]);
      leaveDecode.get(request)?.();
      const compact = request.headers.accept?.includes(BATCH_RESULTS_MEDIA_TYPE) === true;
      if (submitted.kind === "one") {
        const one = await taken<SingleAnswer>(takenAnswers, request, reply, (give) =>
          desk.submitOne(submitted.bytes, compact ? "results" : "documents", wait, give),
        );
        return send(reply, one);
      }
      const form = compact ? "batch-bcs" : "batch-json";
      const answer = await taken<BatchAnswer>(takenAnswers, request, reply, (give) =>
        desk.submitBatch(submitted.transactions, form, wait, give),
      );
      const status = wait ? 200 : 202;
      return send(reply, { status, body: answer.body });
    },
  );

  const get = ROUTES.getTransaction;
  const checkGetQuery = shapeCheck(get.query, "query");
  const checkGetParams = shapeCheck(get.params, "path");
  app.get<{ Querystring: Record<string, unknown> }>(fastifyPath(get), { schema: routeSchema(get) }, async (request, reply) => {
    const id = bytesFromJson(checkGetParams(request.params).id, "id", 32);
    const { expiryMs } = checkGetQuery(readQuery(get.query.properties, request.query));
    // Looked up before the ledger is asked: what leaves the queue in between is found on the ledger.
    const held = ordering.holds(id);
    const answer = await executor.read({
      kind: "transaction",
      id,
      expiryMs: expiryMs === undefined ? undefined : u64FromJson(expiryMs, "expiryMs"),
    });
    if (answer.status !== 404) return sendJson(reply, await gate.transaction(request, answer));
    if (held) return sendJson(reply, { status: 200, body: JSON.stringify({ status: "pending" }) });
    const refusal = refusals.find(id);
    return sendJson(reply, refusal === undefined ? answer : { status: 200, body: JSON.stringify(describeRefusal(refusal)) });
  });
}

// What was refused for its expiry is on no block and never will be; what was refused for another reason can be sent again.
function describeRefusal({ code, detail }: Refusal) {
  if (code === "expired") return { status: "never" };
  const [number] = STATUS[code];
  return { status: "rejected", code, number, detail };
}

function taken<T extends { readonly body: string | Uint8Array }>(
  takenAnswers: TakenAnswers,
  request: FastifyRequest,
  reply: FastifyReply,
  submit: (give: Reply<T>) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    submit({
      answer(value, done) {
        takenAnswers.whenTaken(request.raw, reply.raw, value.body.length, done);
        resolve(value);
      },
      fail: reject,
    });
  });
}

/** The media type of an answer: JSON text, problem documents among it, or compact results. */
export function mediaTypeOf({ status, body }: SingleAnswer): string {
  if (typeof body !== "string") return BATCH_RESULTS_MEDIA_TYPE;
  return status < 400 ? JSON_MEDIA_TYPE : PROBLEM_MEDIA_TYPE;
}

/** Sends JSON text; refusals as problem documents. */
export function sendJson(reply: FastifyReply, answer: JsonAnswer): FastifyReply {
  return send(reply, answer);
}

function send(reply: FastifyReply, answer: SingleAnswer): FastifyReply {
  const { status, body } = answer;
  const content = typeof body === "string" ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return reply.code(status).type(mediaTypeOf(answer)).send(content);
}
