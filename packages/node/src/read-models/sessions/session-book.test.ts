import { addressFromBytes, CodedError } from "@sycee/protocol/core";
import { expect, test } from "vitest";
import { SessionBook } from "./session-book.ts";

const alice = addressFromBytes(new Uint8Array(32).fill(1));
const bob = addressFromBytes(new Uint8Array(32).fill(2));
/** Somebody that the ledger knows, unless it is said not to. */
const as = (address: typeof alice, isKnown = true) => ({ address, authenticationKey: address, isKnown });
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
  expect(refusal(() => book.open(challenge, as(bob), START_MS))).toBe("challenge_refused");
  expect(refusal(() => new SessionBook().open(challenge, as(alice), START_MS))).toBe("challenge_refused");
  expect(refusal(() => book.open(challenge, as(alice), expiresMs + 1n))).toBe("challenge_refused");
  for (let bit = 0; bit < 8 * challenge.length; bit += 1) {
    const changed = Uint8Array.from(challenge);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(refusal(() => book.open(changed, as(alice), START_MS))).toBe("challenge_refused");
  }
  expect(refusal(() => book.open(challenge.slice(1), as(alice), START_MS))).toBe("challenge_refused");
  expect(refusal(() => book.open(challenge, as(alice), expiresMs))).toBe("not refused");
  expect(refusal(() => book.open(challenge, as(alice), START_MS))).toBe("challenge_refused");
});

test("a session is over after 15 minutes, or when it is ended, and others go on", () => {
  const book = new SessionBook();
  const open = () => book.open(book.challenge(alice, START_MS).challenge, as(alice), START_MS);
  const [first, second] = [open(), open()];
  expect(first.token).not.toBe(second.token);
  expect(first.expiresMs).toBe(START_MS + 15n * 60_000n);
  expect(book.readerOf(first.token, first.expiresMs).address).toBe(alice);
  expect(refusal(() => book.readerOf(first.token, first.expiresMs + 1n))).toBe("session_required");
  book.end(first.token);
  expect(refusal(() => book.readerOf(first.token, START_MS))).toBe("session_required");
  expect(book.readerOf(second.token, START_MS).address).toBe(alice);
  expect(refusal(() => book.readerOf(`${second.token}A`, START_MS))).toBe("session_required");
});

test("one address cannot take the sessions of others: its own oldest makes room", () => {
  const book = new SessionBook();
  const open = (address: typeof alice) => book.open(book.challenge(address, START_MS).challenge, as(address), START_MS).token;
  const bobs = open(bob);
  const tokens = Array.from({ length: 17 }, () => open(alice));
  expect(refusal(() => book.readerOf(tokens[0] ?? "", START_MS))).toBe("session_required");
  for (const token of tokens.slice(1)) expect(book.readerOf(token, START_MS).address).toBe(alice);
  expect(book.readerOf(bobs, START_MS).address).toBe(bob);
});

test("addresses that the ledger has never heard of leave room for those it knows", () => {
  const book = new SessionBook();
  const addressOf = (number: number) => {
    const bytes = new Uint8Array(32).fill(9);
    new DataView(bytes.buffer).setUint32(0, number);
    return addressFromBytes(bytes);
  };
  const open = (address: typeof alice, isKnown: boolean) =>
    book.open(book.challenge(address, START_MS).challenge, as(address, isKnown), START_MS);
  for (let number = 0; number < 2_000; number++) open(addressOf(number), false);
  expect(refusal(() => open(addressOf(2_000), false))).toBe("overloaded");
  expect(refusal(() => open(alice, true))).toBe("not refused");
});
