import { type Address, decodeTransaction, encodeTransaction } from "@sycee/protocol/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ReplayWindow } from "./replay-window.ts";

const alice: Address = `0x${"a".repeat(64)}`;
const bob: Address = `0x${"b".repeat(64)}`;
const one = new Uint8Array(32).fill(1);
const two = new Uint8Array(32).fill(2);

function transaction(signers: readonly Address[], nonce: bigint, expiryMs: bigint) {
  const authenticator = { kind: "ed25519", publicKey: new Uint8Array(32), signature: new Uint8Array(64) } as const;
  const call = { address: alice, module: "m", function: "f", typeArguments: [], arguments: [] };
  const payload = { chainId: new Uint8Array(32), signers, nonce, expiryMs, gasLimit: 1n, feePayer: undefined, calls: [call] };
  return decodeTransaction(encodeTransaction({ payload, authenticators: signers.map(() => authenticator) }));
}

test("a nonce belongs to its first signer until its transaction expires", () => {
  const window = new ReplayWindow();
  const used = transaction([alice, bob], 7n, 10_500n);
  window.use(used, one, 3n, 1);
  expect(window.find(used, 9_000n)).toEqual({ id: one, height: 3n, index: 1, expiryMs: 10_500n });
  window.commit(9_000n);
  expect(window.find(transaction([alice], 7n, 99_000n), 10_500n)).toEqual({ id: one, height: 3n, index: 1, expiryMs: 10_500n });
  expect(window.find(transaction([bob, alice], 7n, 10_500n), 9_000n)).toBeUndefined();
  expect(window.find(transaction([alice], 8n, 10_500n), 9_000n)).toBeUndefined();
  expect(window.find(used, 10_501n)).toBeUndefined();
});

test("a nonce used again after its first user expired belongs to the second, in the same period and in another", () => {
  for (const gapMs of [1_000n, 40_000n]) {
    const window = new ReplayWindow();
    window.use(transaction([alice], 7n, 10_000n), one, 1n, 0);
    window.commit(1_000n);
    window.use(transaction([alice], 7n, 60_000n + gapMs), two, 2n, 0);
    window.commit(10_000n + gapMs);
    expect(window.find(transaction([alice], 7n, 0n), 60_000n)?.id).toEqual(two);
  }
});

test("what a block used that was not committed is free", () => {
  const window = new ReplayWindow();
  const used = transaction([alice], 7n, 10_000n);
  window.use(used, one, 1n, 0);
  window.begin();
  expect(window.find(used, 1_000n)).toBeUndefined();
});

test("blocks over minutes agree with a plain list", () => {
  const step = fc.record({
    passMs: fc.nat(50_000),
    keep: fc.boolean(),
    uses: fc.array(fc.tuple(fc.nat(3), fc.nat(200), fc.nat(120_000)), { maxLength: 80 }),
  });
  const people = [alice, bob, `0x${"c".repeat(64)}`, `0x${"d".repeat(64)}`] as const;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const window = new ReplayWindow();
      const kept: { key: string; index: number; expiryMs: bigint }[] = [];
      let timeMs = 0n;
      for (const { passMs, keep, uses } of steps) {
        timeMs += BigInt(passMs) + 1n;
        window.begin();
        const block: typeof kept = [];
        for (const [index, [person, nonce, ahead]] of uses.entries()) {
          const expiryMs = timeMs + BigInt(ahead);
          const next = transaction([people[person] ?? alice], BigInt(nonce), expiryMs);
          const key = `${person} ${nonce}`;
          const expected = [...kept, ...block].findLast((use) => use.key === key && use.expiryMs >= timeMs);
          const found = window.find(next, timeMs);
          expect(found === undefined ? undefined : [found.index, found.expiryMs]).toEqual(
            expected === undefined ? undefined : [expected.index, expected.expiryMs],
          );
          if (found !== undefined) continue;
          window.use(next, one, timeMs, index);
          block.push({ key, index, expiryMs });
        }
        if (!keep) continue;
        window.commit(timeMs);
        kept.push(...block);
      }
    }),
    { numRuns: 200 },
  );
});
