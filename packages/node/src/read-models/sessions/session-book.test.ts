import { addressFromBytes, CodedError } from "@sycee/protocol";
import { expect, test } from "vitest";
import { SessionBook } from "./session-book.ts";

const alice = addressFromBytes(new Uint8Array(32).fill(1));
const bob = addressFromBytes(new Uint8Array(32).fill(2));
const START_MS = 1_000_000n;

/** The code with which something is refused, or that it was not. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  return "not refused";
}

test("a challenge opens one session, of its address, within a minute, at the node that gave it", () => {
  const book = new SessionBook();
  const { challenge, expiresMs } = book.challenge(alice, START_MS);
  expect(expiresMs).toBe(START_MS + 60_000n);
  expect(refusal(() => book.open(challenge, bob, START_MS))).toBe("challenge_refused");
  expect(refusal(() => new SessionBook().open(challenge, alice, START_MS))).toBe("challenge_refused");
  expect(refusal(() => book.open(challenge, alice, expiresMs + 1n))).toBe("challenge_refused");
  for (let bit = 0; bit < 8 * challenge.length; bit += 1) {
    const changed = Uint8Array.from(challenge);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(refusal(() => book.open(changed, alice, START_MS))).toBe("challenge_refused");
  }
  expect(refusal(() => book.open(challenge.slice(1), alice, START_MS))).toBe("challenge_refused");
  expect(refusal(() => book.open(challenge, alice, expiresMs))).toBe("not refused");
  expect(refusal(() => book.open(challenge, alice, START_MS))).toBe("challenge_refused");
});

test("a session is over after 15 minutes, or when it is ended, and others go on", () => {
  const book = new SessionBook();
  const open = () => book.open(book.challenge(alice, START_MS).challenge, alice, START_MS);
  const [first, second] = [open(), open()];
  expect(first.token).not.toBe(second.token);
  expect(first.expiresMs).toBe(START_MS + 15n * 60_000n);
  expect(book.addressOf(first.token, first.expiresMs)).toBe(alice);
  expect(refusal(() => book.addressOf(first.token, first.expiresMs + 1n))).toBe("session_required");
  book.end(first.token);
  expect(refusal(() => book.addressOf(first.token, START_MS))).toBe("session_required");
  expect(book.addressOf(second.token, START_MS)).toBe(alice);
  expect(refusal(() => book.addressOf(`${second.token}A`, START_MS))).toBe("session_required");
});

test("one address cannot take the sessions of others: its own oldest makes room", () => {
  const book = new SessionBook();
  const open = (address: typeof alice) => book.open(book.challenge(address, START_MS).challenge, address, START_MS).token;
  const bobs = open(bob);
  const tokens = Array.from({ length: 17 }, () => open(alice));
  expect(refusal(() => book.addressOf(tokens[0] ?? "", START_MS))).toBe("session_required");
  for (const token of tokens.slice(1)) expect(book.addressOf(token, START_MS)).toBe(alice);
  expect(book.addressOf(bobs, START_MS)).toBe(bob);
});
