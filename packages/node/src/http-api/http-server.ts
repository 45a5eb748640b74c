import { createServer, type RequestListener, type Server } from "node:http";
import fastifySwagger from "@fastify/swagger";
import fastifySwaggerUi from "@fastify/swagger-ui";
import { CodedError, ROUTE_TAGS } from "@sycee/protocol";
import { type FastifyInstance, fastify, LogController } from "fastify";
import { installConsole } from "./console-files.ts";
import { installDevelopmentRoutes } from "./development-handlers.ts";
import { installEconomyRoutes } from "./economy-handlers.ts";
import type { HttpPorts } from "./http-ports.ts";
import { LargeBodies } from "./large-bodies.ts";
import { installLedgerRoutes } from "./ledger-handlers.ts";
import { SessionBook } from "../read-models/sessions/session-book.ts";
import { installPlainRoutes } from "./plain-handlers.ts";
import { answerBrokenHttp, installProblemReplies, sendProblem, problemFrom } from "./problem-replies.ts";
import { installProofRoutes } from "./proof-handlers.ts";
import { installReadModelRoutes } from "./read-model-handlers.ts";
import { installReadSessionRoutes } from "./read-session-handlers.ts";
import { ReadingGate } from "./reading-gate.ts";
import { installBodyParsers } from "./read-body.ts";
import { SubmissionListener } from "./submission-listener.ts";
import { installTransactionRoutes } from "./transaction-handlers.ts";

/** How long a request may take to arrive. */
const REQUEST_TIMEOUT_MS = 60_000;
/** A connection on which nothing moves, a client that takes nothing of its answer among them, is let go. */
const IDLE_TIMEOUT_MS = 60_000;

/** What stands at the top of the documentation, and leads to where people came from. */
const WAY_BACK =
  '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40" viewBox="0 0 160 40"><text x="4" y="27" font-family="sans-serif" font-size="20" font-weight="bold" fill="#ffffff">\u2190 Sycee</text></svg>';

/** What the pages of the documentation may do: load from this node alone; their library sets styles in place. */
const DOCUMENTATION_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The HTTP server of a node, not listening yet. */
export async function createHttpServer(ports: HttpPorts): Promise<FastifyInstance> {
  const largeBodies = new LargeBodies();
  const submissions = new SubmissionListener(ports, largeBodies);
  const app: FastifyInstance = fastify({
    serverFactory: (otherwise) => createSubmissionServer(submissions, otherwise),
    loggerInstance: ports.log,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
    forceCloseConnections: "idle",
    // Ours is a problem document: see the hook below.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, problemFrom(error)),
  });
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  installProblemReplies(app);
  installBodyParsers(app, largeBodies);
  app.addHook("preClose", async () => submissions.close());
  app.addHook("onRequest", async (request) => {
    const reason = ports.fault();
    if (reason !== undefined && request.url !== "/healthz") throw new CodedError("stopping", reason);
  });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Sycee node",
        version: ports.version,
        description: "A ledger of digital money. Amounts are strings of minor units; errors are problem documents with stable codes.",
      },
      tags: Object.entries(ROUTE_TAGS).map(([name, description]) => ({ name, description })),
    },
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: "/docs",
    logLevel: "warn",
    staticCSP: DOCUMENTATION_POLICY,
    logo: { type: "image/svg+xml", content: Buffer.from(WAY_BACK), href: "/", target: "_self" },
  });
  const sessions = new SessionBook();
  const gate = new ReadingGate(ports, sessions);
  gate.install(app);
  installTransactionRoutes(app, ports, gate);
  installLedgerRoutes(app, ports, gate);
  installEconomyRoutes(app, ports);
  installProofRoutes(app, ports);
  installReadModelRoutes(app, ports, gate);
  installReadSessionRoutes(app, ports, { sessions, gate });
  installPlainRoutes(app, ports);
  installDevelopmentRoutes(app, ports);
  if (ports.consoleDirectory !== undefined) await installConsole(app, ports.consoleDirectory);
  return app;
}

function createSubmissionServer(submissions: SubmissionListener, otherwise: RequestListener): Server {
  // A time of its own for kept connections would be set and cleared with every request; the one for all connections does as well.
  const server = createServer({ noDelay: true, requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: 0 }, submissions.listener(otherwise));
  server.on("checkContinue", submissions.askingListener(otherwise));
  server.setTimeout(IDLE_TIMEOUT_MS);
  submissions.quicken(server);
  return server;
}
