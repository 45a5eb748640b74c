/** Where an answer goes. Exactly one of the two is called, once. */
export interface Reply<T> {
  /** `taken` is to be called when the client's connection has taken the answer, or is gone. */
  answer(value: T, taken: () => void): void;
  fail(error: Error): void;
}
