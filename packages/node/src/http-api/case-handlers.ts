import { type Address, addressFromJson, CodedError, ROUTES, u64FromJson, type WarrantsJson } from "@sycee/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Executor } from "../block-runner/executor.ts";
import type { CaseWarrant } from "../read-models/alerts/case.ts";
import { checkSupervises } from "../read-models/sessions/read-rights.ts";
import { type AlertPorts, alertPlaceOf } from "./alert-handlers.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import { parseJson } from "./parse-json.ts";
import { readerOf } from "./read-session.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

const DEFAULT_LIMIT = 50;

/** Routes of cases: in a supervisor's session alone. Rights come before shapes, so that others learn nothing of what there is. */
export function installCaseRoutes(app: FastifyInstance, { executor, clock, sessions, ask }: AlertPorts): void {
  const admit = async (request: FastifyRequest): Promise<{ readonly by: Address; readonly nowMs: bigint }> => {
    const nowMs = clock.nowMs();
    const reader = readerOf(request, sessions, nowMs);
    await checkSupervises(executor, reader, nowMs);
    return { by: reader.address, nowMs };
  };

  const listQuery = shapeCheck(ROUTES.listCases.query, "query");
  app.get(fastifyPath(ROUTES.listCases), { schema: routeSchema(ROUTES.listCases) }, async (request, reply) => {
    await admit(request);
    const { state, rule, before, limit = DEFAULT_LIMIT } = listQuery(readQuery(ROUTES.listCases.query.properties, request.query));
    return sendJson(reply, await ask({ kind: "cases", state, rule, before: alertPlaceOf(before), limit }));
  });

  const casePath = shapeCheck(ROUTES.getCase.params, "path");
  app.get(fastifyPath(ROUTES.getCase), { schema: routeSchema(ROUTES.getCase) }, async (request, reply) => {
    await admit(request);
    return sendJson(reply, await ask({ kind: "case", id: casePath(request.params).alert }));
  });

  const actBody = shapeCheck(ROUTES.actOnCase.bodies["application/json"], "body");
  app.post(fastifyPath(ROUTES.actOnCase), { schema: routeSchema(ROUTES.actOnCase) }, async (request, reply) => {
    const { by, nowMs } = await admit(request);
    const id = casePath(request.params).alert;
    if (!(request.body instanceof Uint8Array)) throw new CodedError("invalid_request", "A JSON object is expected as the body.");
    const { act, text, warrant: given } = actBody(parseJson(request.body));
    if ((act === "refer") !== (given !== undefined)) {
      throw new CodedError("invalid_request", "A case is referred with a warrant, and no other act takes one.");
    }
    const warrant =
      given === undefined ? undefined : { number: u64FromJson(given.number, "warrant.number"), party: addressFromJson(given.party) };
    if (warrant !== undefined) await checkStands(executor, warrant);
    return sendJson(reply, await ask({ kind: "case-act", id, act, by, timeMs: Number(nowMs), text, warrant }));
  });
}

/** Throws `CodedError` `unknown_warrant` unless the ledger has such a warrant that stands. */
async function checkStands(executor: Executor, { number, party }: CaseWarrant): Promise<void> {
  if (number < 1n) throw new CodedError("unknown_warrant");
  const address = addressFromJson(party);
  const answer = await executor.read({ kind: "economy", question: { about: "warrants", address, after: number - 1n, limit: 1 } });
  const warrants = answer.status === 200 ? (JSON.parse(answer.body) as WarrantsJson).warrants : [];
  if (!warrants.some((warrant) => warrant.number === `${number}` && warrant.state === "standing")) throw new CodedError("unknown_warrant");
}
