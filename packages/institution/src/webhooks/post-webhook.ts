import { lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-addresses.ts";

/** A receiver that takes longer has not received. */
const ANSWER_WITHIN_MS = 10_000;

/** Why nothing was sent. */
const NOT_PUBLIC = "the address is not on the public Internet";

export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether addresses of this machine and of networks of one's own may be reached. */
  readonly privateAddresses: boolean;
}

/**
 * Posts a body and gives the HTTP status, or why there was none. Follows no redirect: what was signed for one address is not to be
 * carried to another. The address is judged as the connection is made, so that a name cannot mean another one by then.
 */
export async function postWebhook({ url, headers, body, privateAddresses }: WebhookPost): Promise<number | string> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[(.*)\]$/, "$1");
  if (!privateAddresses && isIP(host) !== 0 && isPrivateAddress(host)) return NOT_PUBLIC;
  const send = target.protocol === "https:" ? requestHttps : requestHttp;
  return await new Promise((resolve) => {
    const outgoing = send(
      target,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        // A connection that was made under other rules is not used again.
        agent: false,
        ...(privateAddresses ? {} : { lookup: lookupPublic }),
      },
      (response) => {
        resolve(response.statusCode ?? "no status");
        response.destroy();
      },
    );
    // After the answer this says no more than that the rest of it was not read.
    outgoing.on("error", (error) => resolve(error.message));
    outgoing.end(body);
  });
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) callback(error ?? new Error(`${hostname} has no address`), "");
    else if (addresses.some(({ address }) => isPrivateAddress(address))) callback(new Error(NOT_PUBLIC), "");
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
