import { CodedError } from "@sycee/protocol/core";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_LIMITS } from "./body-limits.ts";

const LARGEST_BODY_BYTES = Math.max(...Object.values(BODY_LIMITS));
/** Bodies above a size, and how many bytes of them there are at a time: with the bound on requests, their sum has one. */
const CLASSES = [
  { aboveBytes: BODY_LIMITS["application/json"], togetherBytes: 8 * LARGEST_BODY_BYTES },
  { aboveBytes: 64 * 1024, togetherBytes: 256 * 1024 * 1024 },
] as const;

/** Bounds how many bytes of large bodies are being received or answered at a time. */
export class LargeBodies {
  private readonly held = new Map<(typeof CLASSES)[number], number>(CLASSES.map((bodies) => [bodies, 0]));

  /** Counts a request's body until its answer is gone. One too many is refused before it is read: throws `CodedError`. */
  admit({ headers }: IncomingMessage, response: ServerResponse): void {
    const { "content-length": length, "transfer-encoding": encoding } = headers;
    const announced = encoding === undefined ? Number(length ?? 0) : LARGEST_BODY_BYTES;
    // What announces more than any limit is refused for that.
    if (!(announced <= LARGEST_BODY_BYTES)) return;
    const bodies = CLASSES.find(({ aboveBytes }) => announced > aboveBytes);
    if (bodies === undefined) return;
    if (this.of(bodies) + announced > bodies.togetherBytes)
      throw new CodedError("overloaded", "The node is receiving as many large bodies as it can hold.");
    this.held.set(bodies, this.of(bodies) + announced);
    response.once("close", () => this.held.set(bodies, this.of(bodies) - announced));
  }

  private of(bodies: (typeof CLASSES)[number]): number {
    return this.held.get(bodies) ?? 0;
  }
}
