import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic, { type SetHeadersResponse } from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * What the console's pages may do: load from this node alone, run the scripts that stand in the built page by their hashes, styles in place (the
 * component library sets sizes so), pictures that they made themselves. Code from text runs only in workers whose own answer allows it.
 */
const pagePolicy = (scripts: readonly string[]) =>
  [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${scripts.map((hash) => ` '${hash}'`).join("")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
/**
 * What the console's workers may do. One that runs the tests of Move packages holds our virtual machine, which makes functions from
 * text, and the compiler, which is WebAssembly: that is allowed to workers alone, who see neither a page nor its keys. A worker
 * that has an address has the policy of its own file's answer, not that of the page.
 */
const WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "base-uri 'none'",
].join("; ");
/** Files that are workers, by the name that their sources have: `contracts-worker.ts`. */
const WORKER_FILE = /[/\\]assets[/\\][a-z-]+-worker-[\w-]{8}\.js(?:\.br|\.gz)?$/;
/** Names of built files have a hash of their content in them. */
const YEAR_SECONDS = 31_536_000;
const FILE_PATH = /^\/(?:assets\/[\w.-]+|icon\.svg)$/;
/** Paths of the console have no dot and are none of the API's. */
const PAGE_PATH = /^\/(?!v1\/|docs(?:\/|$)|problems\/)[\w/%~@:+-]*$/;

/** Serves the console's built files at `/`, and its front page at every path that is one of its pages'. */
export async function installConsole(app: FastifyInstance, directory: string): Promise<void> {
  const setHeaders = headersFor(pagePolicy(scriptHashes(readFileSync(join(directory, "index.html"), "utf8"))));
  await app.register(fastifyStatic, { root: directory, serve: false, preCompressed: true, cacheControl: false, setHeaders });
  app.get("/*", { schema: { hide: true } }, (request, reply) => {
    // Not as a reference: `//` would begin a host, and one without a name is no URL.
    const path = new URL(`http://localhost${request.url}`).pathname;
    if (FILE_PATH.test(path)) return reply.sendFile(path.slice(1));
    if (PAGE_PATH.test(path)) return reply.sendFile("index.html");
    return reply.callNotFound();
  });
}

/** How a policy names the scripts that stand in a page. */
function scriptHashes(page: string): string[] {
  return [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = ""]) => `sha256-${createHash("sha256").update(code).digest("base64")}`,
  );
}

const headersFor =
  (policy: string) =>
  (response: Pick<SetHeadersResponse, "setHeader">, path: string): void => {
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    const isPage = /\.html(?:\.br|\.gz)?$/.test(path);
    response.setHeader("cache-control", /[/\\]assets[/\\]/.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache");
    if (WORKER_FILE.test(path)) response.setHeader("content-security-policy", WORKER_POLICY);
    if (isPage) {
      response.setHeader("content-security-policy", policy);
      // A page that opened this one must not change its address, and so what is signed, under the reader's hand.
      response.setHeader("cross-origin-opener-policy", "same-origin");
      response.setHeader("permissions-policy", "camera=(self), geolocation=(), microphone=()");
    }
  };
