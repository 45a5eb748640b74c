import type { TellStep } from "./open-chain.ts";

const EVERY_MS = 1_000;

/** Passes a text on at most once a second, and none in the first second: what is done by then needs no words. */
export function tellNowAndThen(tell: TellStep): TellStep {
  let lastMs = performance.now();
  return (text) => {
    const nowMs = performance.now();
    if (nowMs < lastMs + EVERY_MS) return;
    lastMs = nowMs;
    tell(text);
  };
}
