import { expect, test } from "vitest";
import { RefusalMemory } from "./refusal-memory.ts";

const idOf = (number: number) => Uint8Array.from([number & 0xff, (number >> 8) & 0xff, (number >> 16) & 0xff]);
const refusal = (number: number) => ({ id: idOf(number), code: "nonce_used" as const, detail: `Refusal ${number}.` });

test("a refusal is told for five minutes", () => {
  let now = 100;
  const memory = new RefusalMemory(() => now);
  memory.remember([refusal(1)]);
  now = 399;
  expect(memory.find(idOf(1))).toMatchObject({ code: "nonce_used", detail: "Refusal 1." });
  expect(memory.find(idOf(2))).toBeUndefined();
  now = 400;
  expect(memory.find(idOf(1))).toBeUndefined();
  memory.remember([refusal(2)]);
  expect(memory.size).toBe(1);
});

test("no more than ten thousand are kept, the oldest go first", () => {
  const memory = new RefusalMemory(() => 0);
  memory.remember(Array.from({ length: 10_000 }, (_, number) => refusal(number)));
  memory.remember([refusal(0), refusal(10_000)]);
  expect(memory.size).toBe(10_000);
  expect(memory.find(idOf(1))).toBeUndefined();
  expect(memory.find(idOf(0))).toBeDefined();
  expect(memory.find(idOf(10_000))).toBeDefined();
});

test("a wrong key, which anybody can sign with, hides no other reason", () => {
  const memory = new RefusalMemory(() => 0);
  const forged = { id: idOf(1), code: "wrong_key" as const, detail: "Another key." };
  memory.remember([forged]);
  expect(memory.find(idOf(1))).toMatchObject({ code: "wrong_key" });
  memory.remember([refusal(1)]);
  memory.remember([forged]);
  expect(memory.find(idOf(1))).toMatchObject({ code: "nonce_used" });
});
