import { expect, test } from "vitest";
import { DelayedRefusals } from "./delayed-refusals.ts";

test("a refusal is sent once, after a moment", async () => {
  const refusals = new DelayedRefusals();
  const began = performance.now();
  let sentAfterMs: number[] = [];
  refusals.delay(() => sentAfterMs.push(performance.now() - began));
  await expect.poll(() => sentAfterMs.length, { timeout: 5_000 }).toBe(1);
  expect(sentAfterMs[0]).toBeGreaterThan(150);
  refusals.flush();
  sentAfterMs = [];
  refusals.delay(() => sentAfterMs.push(0));
  await expect.poll(() => sentAfterMs.length, { timeout: 5_000 }).toBe(1);
});

test("one too many to hold is sent at once, and what is held when the node stops", () => {
  const refusals = new DelayedRefusals();
  let sent = 0;
  for (let count = 0; count < 1_024; count++) refusals.delay(() => (sent += 1));
  expect(sent).toBe(0);
  refusals.delay(() => (sent += 1));
  expect(sent).toBe(1);
  refusals.flush();
  expect(sent).toBe(1_025);
});
