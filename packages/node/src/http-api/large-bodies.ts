import { CodedError } from "@sycee/protocol";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_LIMITS } from "./body-limits.ts";

/** Bodies above this size are few at a time, so that their sum has a bound. */
const LARGE_BODY_BYTES = BODY_LIMITS["application/json"];
const LARGEST_BODY_BYTES = Math.max(...Object.values(BODY_LIMITS));
const MAX_LARGE_BODIES_BYTES = 8 * LARGEST_BODY_BYTES;

/** Bounds how many bytes of large bodies are being received or answered at a time. */
export class LargeBodies {
  private held = 0;

  /** Counts a request's body until its answer is gone. One too many is refused before it is read: throws `CodedError`. */
  admit({ headers }: IncomingMessage, response: ServerResponse): void {
    const { "content-length": length, "transfer-encoding": encoding } = headers;
    const announced = encoding === undefined ? Number(length ?? 0) : LARGEST_BODY_BYTES;
    // What announces more than any limit is refused for that.
    if (!(announced > LARGE_BODY_BYTES && announced <= LARGEST_BODY_BYTES)) return;
    if (this.held + announced > MAX_LARGE_BODIES_BYTES)
      throw new CodedError("overloaded", "The node is receiving as many large bodies as it can hold.");
    this.held += announced;
    response.once("close", () => {
      this.held -= announced;
    });
  }
}
