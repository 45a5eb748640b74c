import { BATCH_MEDIA_TYPE, ROUTES, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";
import { BODY_LIMITS } from "./body-limits.ts";

/** What a head says that is understood here. */
export interface QuickHead {
  readonly mediaType: typeof TRANSACTION_MEDIA_TYPE | typeof BATCH_MEDIA_TYPE;
  /** Bytes of the body. */
  readonly length: number;
  /** Whether the answer is waited for. */
  readonly wait: boolean;
  readonly accept: string;
}

const { path } = ROUTES.submitTransactions;
/** Whether the answer is waited for, by the spellings of the path that are answered without a framework. */
export const WAITS: ReadonlyMap<string | undefined, boolean> = new Map([
  [path, true],
  [`${path}?wait=true`, true],
  [`${path}?wait=false`, false],
]);

const REQUEST_LINE = /^POST (\S+) HTTP\/1\.1$/;
const HEADER_LINE = /^([A-Za-z-]+): ([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/;
const LENGTH = /^[1-9][0-9]{0,7}$/;
/** Headers that say nothing about how a request is framed or answered here. */
const WITHOUT_MEANING: ReadonlySet<string> = new Set(["host", "user-agent", "accept-encoding", "accept-language"]);

/**
 * Reads the head of a submission, up to and without the empty line, if it is one of the plainest: every header known, once, in one
 * spelling. `undefined` for everything else, which is no refusal: who reads HTTP in full decides on it.
 */
export function readQuickHead(text: string): QuickHead | undefined {
  const [requestLine, ...lines] = text.split("\r\n");
  const wait = WAITS.get(REQUEST_LINE.exec(requestLine ?? "")?.[1]);
  const headers = headersOf(lines);
  if (wait === undefined || headers === undefined) return undefined;
  const mediaType = headers.get("content-type");
  const length = headers.get("content-length") ?? "";
  if (mediaType !== TRANSACTION_MEDIA_TYPE && mediaType !== BATCH_MEDIA_TYPE) return undefined;
  if (!headers.has("host") || !LENGTH.test(length)) return undefined;
  if ((headers.get("connection") ?? "keep-alive").toLowerCase() !== "keep-alive") return undefined;
  if (Number(length) > BODY_LIMITS[mediaType]) return undefined;
  return { mediaType, length: Number(length), wait, accept: headers.get("accept") ?? "" };
}

const READ: ReadonlySet<string> = new Set(["content-type", "content-length", "connection", "accept"]);

// By their names in small letters; `undefined` when one of them is not known, stands twice, or is not plain.
function headersOf(lines: readonly string[]): ReadonlyMap<string, string> | undefined {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = HEADER_LINE.exec(line) ?? [];
    const key = name?.toLowerCase();
    if (key === undefined || value === undefined || headers.has(key)) return undefined;
    if (!READ.has(key) && !WITHOUT_MEANING.has(key)) return undefined;
    headers.set(key, value);
  }
  return headers;
}
