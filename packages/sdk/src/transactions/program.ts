import { type Call, type CallArgument, MAX_CALLS } from "@sycee/protocol";

/** Calls of one transaction in the making. */
export interface Program {
  readonly calls: readonly Call[];
  /** Appends a call; the answer names its results for later calls. Throws `RangeError` beyond 64 calls. */
  add(call: Call): CallResults;
}

/** What a call will have returned. */
export interface CallResults {
  /** Its `index`th returned value, moved into the later call (or lent, where that takes a reference). */
  value(index: number): CallArgument;
}

/** A program to which calls are added, each able to take what an earlier one returned. */
export function createProgram(): Program {
  const calls: Call[] = [];
  return {
    calls,
    add(call) {
      if (calls.length === MAX_CALLS) throw new RangeError(`a transaction has at most ${MAX_CALLS} calls`);
      const position = calls.push(call) - 1;
      return { value: (index) => ({ kind: "result", call: position, value: index }) };
    },
  };
}
