import { isIP } from "node:net";

/** Where a request arrived: the address and port of the node's own end of the connection. */
export interface LocalEnd {
  readonly address: string | undefined;
  readonly port: number | undefined;
}

/**
 * Whether an origin is the node's own: one that its operator named (`publicOrigins`), the address and port at which the request arrived, or a
 * loopback name at any port, since whoever signs that spoke to its own machine, from which ports may be led on. What a request says of its host
 * counts for nothing: another node would say it too.
 */
export function isOwnOrigin(origin: string, publicOrigins: ReadonlySet<string>, { address, port }: LocalEnd): boolean {
  if (publicOrigins.has(origin)) return true;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  // Only the one way of writing it that clients sign: without a path, a user or a default port.
  if (url === undefined || url.origin !== origin) return false;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isLoopback(host)) return true;
  if (url.protocol !== "http:" || isIP(host) === 0 || address === undefined) return false;
  return host === address.replace(/^::ffff:/, "") && Number(url.port === "" ? 80 : url.port) === port;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
