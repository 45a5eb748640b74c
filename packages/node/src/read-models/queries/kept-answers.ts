/** An answer that took long is kept the longer, so that whoever asks for it again and again takes no more than a small part of the time. */
const KEPT_FOR_TIMES = 20;
const LEAST_KEPT_MS = 2_000;
const MOST_KEPT = 64;

interface Kept<T> {
  readonly answer: Promise<T>;
  /** `undefined` while it is being made. */
  untilMs: number | undefined;
}

/** Answers to questions that cost much, kept for a while: each says itself at which block it is true. */
export class KeptAnswers<Key, T> {
  readonly #nowMs: () => number;
  readonly #kept = new Map<Key, Kept<T>>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The kept answer, or the one that `make` gives; those who ask while it is made get the same. One that fails is not kept. */
  async ask(key: Key, make: () => Promise<T>): Promise<T> {
    const found = this.#kept.get(key);
    if (found !== undefined && (found.untilMs === undefined || found.untilMs > this.#nowMs())) return await found.answer;
    const sinceMs = this.#nowMs();
    const kept: Kept<T> = { answer: make(), untilMs: undefined };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    try {
      return await kept.answer;
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    } finally {
      const nowMs = this.#nowMs();
      kept.untilMs = nowMs + Math.max(LEAST_KEPT_MS, KEPT_FOR_TIMES * (nowMs - sinceMs));
    }
  }
}
