import { expect, it } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";

/** A clock that stands still, and a question that takes `tookMs` of it and counts how often it was asked. */
function world(tookMs: number) {
  const state = { nowMs: 0, made: 0 };
  const kept = new KeptAnswers<number, number>(() => state.nowMs);
  const ask = (key: number) =>
    kept.ask(key, async () => {
      await Promise.resolve();
      state.nowMs += tookMs;
      state.made += 1;
      return state.made;
    });
  return { state, ask };
}

it("an answer is made once for all who ask while it is made, and kept twenty times as long as it took", async () => {
  const { state, ask } = world(1_000);
  expect(await Promise.all([ask(1), ask(1), ask(1)])).toEqual([1, 1, 1]);
  state.nowMs = 20_999;
  expect(await ask(1)).toBe(1);
  state.nowMs = 21_000;
  expect(await ask(1)).toBe(2);
});

it("what took no time is kept for two seconds, and other questions are other answers", async () => {
  const { state, ask } = world(0);
  expect([await ask(1), await ask(2), await ask(1)]).toEqual([1, 2, 1]);
  state.nowMs = 2_000;
  expect(await ask(1)).toBe(3);
});

it("only so many are kept, the newest", async () => {
  const { state, ask } = world(0);
  for (let key = 0; key < 65; key += 1) await ask(key);
  expect(state.made).toBe(65);
  await ask(64);
  expect(state.made).toBe(65);
  await ask(0);
  expect(state.made).toBe(66);
});

it("what failed is asked again", async () => {
  const kept = new KeptAnswers<number, number>(() => 0);
  await expect(kept.ask(1, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept.ask(1, () => Promise.resolve(5))).toBe(5);
});
