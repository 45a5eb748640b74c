import { BATCH_RESULTS_MEDIA_TYPE, bytesFromJson, ROUTES, u64FromJson } from "@sycee/protocol";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { PROBLEM_MEDIA_TYPE } from "./problem-replies.ts";
import { readBody } from "./read-body.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";

const JSON_MEDIA_TYPE = "application/json; charset=utf-8";

/** Routes that submit transactions and ask what became of them. */
export function installTransactionRoutes(app: FastifyInstance, { desk, executor, ordering }: HttpPorts): void {
  const submit = ROUTES.submitTransactions;
  const checkSubmitQuery = shapeCheck(submit.query, "query");
  app.post<{ Querystring: Record<string, unknown> }>(fastifyPath(submit), { schema: routeSchema(submit) }, async (request, reply) => {
    const { wait = true } = checkSubmitQuery(readQuery(submit.query.properties, request.query));
    const submitted = readBody(request.body, request.headers["content-type"]);
    if (submitted.kind === "one") return sendJson(reply, await desk.submitOne(submitted.bytes, wait));
    const compact = request.headers.accept?.includes(BATCH_RESULTS_MEDIA_TYPE) === true;
    const answer = await desk.submitBatch(submitted.transactions, compact ? "batch-bcs" : "batch-json", wait);
    const status = wait ? 200 : 202;
    if (answer.form === "batch-json") return sendJson(reply, { status, body: answer.body });
    return reply
      .code(status)
      .type(BATCH_RESULTS_MEDIA_TYPE)
      .send(Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength));
  });

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
    if (held && answer.status === 404) return sendJson(reply, { status: 200, body: JSON.stringify({ status: "pending" }) });
    return sendJson(reply, answer);
  });
}

/** Sends JSON text; refusals as problem documents. */
export function sendJson(reply: FastifyReply, answer: JsonAnswer): FastifyReply {
  return reply
    .code(answer.status)
    .type(answer.status < 400 ? JSON_MEDIA_TYPE : PROBLEM_MEDIA_TYPE)
    .send(answer.body);
}
