import { ROUTES } from "@sycee/protocol";
import { PRIVATE_READING, type PrivateReading } from "./private-reading.ts";
import { fastifyPath } from "./route-schema.ts";

const READINGS: ReadonlyMap<string, PrivateReading> = new Map(
  Object.entries(PRIVATE_READING).map(([operation, reading]) => [fastifyPath(ROUTES[operation as keyof typeof ROUTES]), reading]),
);
/** Where the API begins: what lies elsewhere is of the node, its documentation and the console's files. */
const API = "/v1/";

/** Who may read what a route answers to a method; `undefined` where it does not read, or is none of the API's. */
export function readingOf(url: string | undefined, method: string): PrivateReading | undefined {
  return url !== undefined && isReading(method) ? READINGS.get(url) : undefined;
}

/** Throws where a route of the API reads and nobody has decided for whom: a node with such a route does not start. */
export function checkDecided({ url, method }: { readonly url: string; readonly method: string | readonly string[] }): void {
  if (url.startsWith(API) && [method].flat().some((each) => isReading(each) && readingOf(url, each) === undefined))
    throw new Error(`${url} reads, and nobody has decided for whom`);
}

function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD";
}
