import type { Address } from "@sycee/protocol";
import { expect, test } from "vitest";
import { ReplayWindow } from "./replay-window.ts";

const alice: Address = `0x${"a".repeat(64)}`;
const bob: Address = `0x${"b".repeat(64)}`;
const used = (id: string, expiryMs: bigint) => ({ id, height: 3n, index: 1, expiryMs });

test("a nonce belongs to its signer until it expires", () => {
  const window = new ReplayWindow();
  window.remember(alice, 7n, used("one", 10_500n));
  expect(window.find(alice, 7n)?.id).toBe("one");
  expect(window.find(bob, 7n)).toBeUndefined();
  window.forgetBefore(10_999n);
  expect(window.find(alice, 7n)?.id).toBe("one");
  window.forgetBefore(11_000n);
  expect(window.find(alice, 7n)).toBeUndefined();
});

test("a nonce used again after its first user expired is forgotten with the second", () => {
  const window = new ReplayWindow();
  window.remember(alice, 7n, used("one", 10_000n));
  window.remember(alice, 7n, used("two", 20_000n));
  window.forgetBefore(15_000n);
  expect(window.find(alice, 7n)?.id).toBe("two");
  window.forgetBefore(21_000n);
  expect(window.find(alice, 7n)).toBeUndefined();
});
