import type { FastifyInstance } from "fastify";
import { OfficeError } from "../office-error.ts";
import { appOf } from "./app-tokens.ts";
import type { OfficeServerOptions } from "./office-server.ts";
import { bodyReader } from "./read-json.ts";
import { ReconciliationRequest } from "./request-shapes.ts";

const MOST_DELIVERIES = 1_000;

interface ById {
  readonly Params: { readonly id: string };
}

/** Routes for those who run the institution: webhooks and reconciliations. */
export function installStaffRoutes(app: FastifyInstance, { office, apps }: OfficeServerOptions): void {
  const { store, webhooks } = office.books;
  app.delete<ById>("/v1/webhooks/:id", async (request, reply) => {
    appOf(apps, request.headers.authorization);
    await store.change(() => webhooks.remove(request.params.id));
    return reply.code(204).send();
  });
  app.get<ById>("/v1/webhooks/:id/deliveries", (request) => {
    appOf(apps, request.headers.authorization);
    return { deliveries: webhooks.told(request.params.id, MOST_DELIVERIES) };
  });
  app.post<ById>("/v1/deliveries/:id/again", async (request) => {
    appOf(apps, request.headers.authorization);
    const delivery = await store.change(() => webhooks.again(request.params.id));
    office.wake();
    return delivery;
  });

  const readReconciliation = bodyReader(ReconciliationRequest);
  app.post("/v1/reconciliations", async (request, reply) => {
    appOf(apps, request.headers.authorization);
    if (!(request.body instanceof Uint8Array)) throw new OfficeError("unsupported_media_type");
    const { depositsAtBanksMinor } = readReconciliation(request.body);
    const deposits = depositsAtBanksMinor === undefined ? [] : [BigInt(depositsAtBanksMinor)];
    return await reply.code(201).send(await office.reconcile(...deposits));
  });
  app.get<ById>("/v1/reconciliations/:id", (request) => {
    appOf(apps, request.headers.authorization);
    const found = store.reconciliations.get(request.params.id);
    if (found === undefined) throw new OfficeError("unknown_reconciliation");
    return found;
  });
}
