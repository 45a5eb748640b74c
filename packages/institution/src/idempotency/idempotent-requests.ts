import { createHash } from "node:crypto";
import { OfficeError } from "../office-error.ts";
import type { OfficeStore } from "../store/office-store.ts";

/** What was answered to the first request with a key. */
export interface IdempotentAnswer {
  /** SHA-256 of route and body, hexadecimal. */
  readonly request: string;
  readonly status: number;
  readonly body: string;
  readonly answeredMs: number;
}

/** A request that changes something, as it came. */
export interface KeyedRequest {
  /** The app that sent it: keys of two apps never meet. */
  readonly app: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  /** The body as bytes: a client that repeats a request repeats it exactly. */
  readonly body: Uint8Array;
}

/** How long an answer is kept: two days, longer than any client goes on. */
export const ANSWER_KEPT_MS = 48 * 3_600_000;

const MAX_FORGOTTEN_AT_ONCE = 10_000;

/**
 * Answers each request of an app once: the effect and the answer go to disk in one transaction, and whoever sends the same
 * request again with the same key gets the same answer and causes nothing. Refusals are not kept, since they changed nothing.
 */
export class IdempotentRequests {
  private readonly store: OfficeStore;
  private readonly nowMs: () => number;

  constructor(store: OfficeStore, nowMs: () => number) {
    this.store = store;
    this.nowMs = nowMs;
  }

  /**
   * The answer of `act`, or the one given before. Throws `OfficeError` `idempotency_key_reused` when the key stood for another
   * request, and whatever `act` throws; `act` runs inside the transaction.
   */
  async answer(
    request: KeyedRequest,
    act: () => { readonly status: number; readonly body: string },
  ): Promise<{ readonly status: number; readonly body: string; readonly repeated: boolean }> {
    // No key has a space in it, so that no two apps and keys make one name.
    const id = `${request.key} ${request.app}`;
    const fingerprint = fingerprintOf(request);
    return await this.store.change(() => {
      const known = this.store.answers.get(id);
      if (known !== undefined && known.answeredMs + ANSWER_KEPT_MS > this.nowMs()) {
        if (known.request !== fingerprint) throw new OfficeError("idempotency_key_reused");
        return { status: known.status, body: known.body, repeated: true };
      }
      const { status, body } = act();
      const answeredMs = this.nowMs();
      if (known !== undefined) void this.store.answered.remove([known.answeredMs, id]);
      void this.store.answers.put(id, { request: fingerprint, status, body, answeredMs });
      void this.store.answered.put([answeredMs, id], true);
      return { status, body, repeated: false };
    });
  }

  /** Forgets answers older than {@link ANSWER_KEPT_MS}, so many at a time. Answers how many. */
  async forgetOld(): Promise<number> {
    const end = this.nowMs() - ANSWER_KEPT_MS + 1;
    return await this.store.change(() => {
      const old = [...this.store.answered.getKeys({ end: [end, ""], limit: MAX_FORGOTTEN_AT_ONCE })];
      for (const [atMs, id] of old) {
        void this.store.answered.remove([atMs, id]);
        void this.store.answers.remove(id);
      }
      return old.length;
    });
  }
}

function fingerprintOf({ method, path, body }: KeyedRequest): string {
  return createHash("sha256").update(`${method} ${path}\n`).update(body).digest("hex");
}
