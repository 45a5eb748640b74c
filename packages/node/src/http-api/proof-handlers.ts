import {
  addressFromJson,
  bytesFromJson,
  PROOF_MEDIA_TYPE,
  type ProofJson,
  type ProofQuestion,
  ROUTES,
  type Route,
  u64FromJson,
} from "@sycee/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

/** Routes that prove. */
export function installProofRoutes(app: FastifyInstance, { executor }: HttpPorts): void {
  const prove = (route: Route, questionOf: (request: FastifyRequest) => ProofQuestion) =>
    app.get(fastifyPath(route), { schema: routeSchema(route) }, async (request, reply) => {
      const answer = await executor.read({ kind: "proof", question: questionOf(request) });
      const wantsBytes = request.headers.accept?.includes(PROOF_MEDIA_TYPE) === true;
      return answer.status === 200 && wantsBytes ? sendBytes(reply, answer.body) : sendJson(reply, answer);
    });

  const resourcePath = shapeCheck(ROUTES.proveResource.params, "path");
  const resourceQuery = shapeCheck(ROUTES.proveResource.query, "query");
  prove(ROUTES.proveResource, ({ params, query }) => ({
    kind: "resource",
    address: addressFromJson(resourcePath(params).address),
    type: resourceQuery(known(ROUTES.proveResource.query.properties, query)).type,
  }));

  const tablePath = shapeCheck(ROUTES.proveTableEntry.params, "path");
  const tableQuery = shapeCheck(ROUTES.proveTableEntry.query, "query");
  prove(ROUTES.proveTableEntry, ({ params, query }) => {
    const { type, key } = tableQuery(known(ROUTES.proveTableEntry.query.properties, query));
    return { kind: "table-entry", handle: addressFromJson(tablePath(params).handle), type, key: bytesFromJson(key, "key") };
  });

  const elementPath = shapeCheck(ROUTES.proveElement.params, "path");
  const elementQuery = shapeCheck(ROUTES.proveElement.query, "query");
  prove(ROUTES.proveElement, ({ params, query }) => {
    const { handle, index } = elementPath(params);
    return {
      kind: "element",
      handle: addressFromJson(handle),
      type: elementQuery(known(ROUTES.proveElement.query.properties, query)).type,
      index: numberOf(index),
    };
  });

  const modulePath = shapeCheck(ROUTES.proveModule.params, "path");
  prove(ROUTES.proveModule, ({ params }) => {
    const { address, name } = modulePath(params);
    return { kind: "module", address: addressFromJson(address), name };
  });

  const customerPath = shapeCheck(ROUTES.proveCustomerAccount.params, "path");
  prove(ROUTES.proveCustomerAccount, ({ params }) => {
    const { institution, account } = customerPath(params);
    return { kind: "customer-account", institution: addressFromJson(institution), account: numberOf(account) };
  });

  installEntryProofs(prove);
}

type Prove = (route: Route, questionOf: (request: FastifyRequest) => ProofQuestion) => void;

function installEntryProofs(prove: Prove): void {
  for (const [route, kind] of [
    [ROUTES.proveTransaction, "transaction"],
    [ROUTES.proveReceipt, "receipt"],
  ] as const) {
    const path = shapeCheck(route.params, "path");
    prove(route, ({ params }) => ({ kind, id: bytesFromJson(path(params).id, "id", 32) }));
  }
  const eventPath = shapeCheck(ROUTES.proveEvent.params, "path");
  prove(ROUTES.proveEvent, ({ params }) => {
    const { id, event } = eventPath(params);
    return { kind: "event", id: bytesFromJson(id, "id", 32), event: numberOf(event) };
  });
  const blockPath = shapeCheck(ROUTES.proveBlock.params, "path");
  prove(ROUTES.proveBlock, ({ params }) => ({ kind: "block", height: u64FromJson(blockPath(params).height, "height") }));
}

function known(properties: Parameters<typeof readQuery>[0], query: unknown): Record<string, unknown> {
  return readQuery(properties, query);
}

// The pattern of the path bounds it.
function numberOf(text: string): number {
  return Number(text);
}

function sendBytes(reply: FastifyReply, body: string): FastifyReply {
  const { proof } = JSON.parse(body) as ProofJson;
  return reply.type(PROOF_MEDIA_TYPE).send(Buffer.from(proof.slice(2), "hex"));
}
