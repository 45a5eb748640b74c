import { createHmac, timingSafeEqual } from "node:crypto";

/** The header that carries the signature of a webhook's body. */
export const SIGNATURE_HEADER = "sycee-signature";

/** How old a signature may be: five minutes, so that what was recorded cannot be sent again later. */
export const MAX_SIGNATURE_AGE_MS = 300_000;

/** `t=<milliseconds>,v1=<hexadecimal>`: HMAC-SHA-256 over the time, a full stop and the body. `secret` is hexadecimal. */
export function signWebhook(secret: string, body: string, timeMs: number): string {
  return `t=${timeMs},v1=${digestOf(secret, body, `${timeMs}`).toString("hex")}`;
}

/** Whether a body came from who has the secret, not longer ago than {@link MAX_SIGNATURE_AGE_MS}. What the receiver of a webhook calls. */
export function verifyWebhook(secret: string, body: string, header: string, nowMs: number): boolean {
  const match = /^t=(\d{1,15}),v1=([0-9a-f]{64})$/.exec(header);
  const [, time, digest] = match ?? [];
  if (time === undefined || digest === undefined) return false;
  if (Math.abs(nowMs - Number(time)) > MAX_SIGNATURE_AGE_MS) return false;
  return timingSafeEqual(digestOf(secret, body, time), Buffer.from(digest, "hex"));
}

function digestOf(secret: string, body: string, time: string): Buffer {
  return createHmac("sha256", Buffer.from(secret, "hex")).update(`${time}.${body}`).digest();
}
