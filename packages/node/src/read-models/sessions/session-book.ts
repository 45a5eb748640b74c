import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type Address, addressToBytes, CHALLENGE_BYTES, CodedError } from "@sycee/protocol/core";

/** How long a challenge can be answered. */
const CHALLENGE_MS = 60_000n;
/** How long a session lasts. */
const SESSION_MS = 15n * 60_000n;
const MAX_SESSIONS = 20_000;
const MAX_SESSIONS_OF_ADDRESS = 16;
/** Anybody can make addresses that the ledger has never heard of: together they have only so many. */
const MAX_UNKNOWN_SESSIONS = 2_000;
const EXPIRY_BYTES = 8;
const PUBLIC_BYTES = 24;

/** Who reads in a session: an account, and the keys by which it was opened. */
export interface Reader {
  readonly address: Address;
  /** As the ledger knows them, `0x` and hexadecimal digits: a session ends when the account has others. */
  readonly authenticationKey: string;
  /** Whether the ledger has anything of the account. */
  readonly isKnown: boolean;
}

interface Session extends Reader {
  readonly expiresMs: bigint;
}

/** Challenges and sessions of a node, in its memory alone: they end with it. Times are of its clock, milliseconds since 1970. */
export class SessionBook {
  readonly #secret = randomBytes(32);
  /** By the hash of its token: who reads memory by mistake learns no token. The oldest first. */
  readonly #sessions = new Map<string, Session>();
  /** Challenges that opened a session, until they expire. */
  readonly #used = new Map<string, bigint>();

  /**
   * A challenge for an address, whether or not anybody has it. Nothing is kept of it: expiry (8 bytes), chance (16 bytes), and what this node's
   * secret makes of them and the address (16 bytes).
   */
  challenge(address: Address, nowMs: bigint): { readonly challenge: Uint8Array; readonly expiresMs: bigint } {
    const expiresMs = nowMs + CHALLENGE_MS;
    const challenge = Buffer.alloc(CHALLENGE_BYTES);
    challenge.writeBigUInt64BE(expiresMs);
    randomBytes(PUBLIC_BYTES - EXPIRY_BYTES).copy(challenge, EXPIRY_BYTES);
    this.#seal(challenge.subarray(0, PUBLIC_BYTES), address).copy(challenge, PUBLIC_BYTES);
    return { challenge, expiresMs };
  }

  /** Throws `CodedError` `challenge_refused` unless the challenge is this node's for that address, unused and in time. */
  checkChallenge(challenge: Uint8Array, address: Address, nowMs: bigint): void {
    const bytes = Buffer.from(challenge);
    const isOurs =
      bytes.length === CHALLENGE_BYTES &&
      timingSafeEqual(this.#seal(bytes.subarray(0, PUBLIC_BYTES), address), bytes.subarray(PUBLIC_BYTES));
    if (!isOurs || bytes.readBigUInt64BE() < nowMs || this.#used.has(bytes.toString("hex"))) throw new CodedError("challenge_refused");
  }

  /** Opens a session by a challenge, which opens no other. Throws `CodedError` `challenge_refused` or `overloaded`. */
  open(challenge: Uint8Array, reader: Reader, nowMs: bigint): { readonly token: string; readonly expiresMs: bigint } {
    const { address, isKnown } = reader;
    // Checked again: two requests may have come with one challenge while the ledger was asked for the keys.
    this.checkChallenge(challenge, address, nowMs);
    this.#forget(nowMs);
    const own = [...this.#sessions].filter(([, session]) => session.address === address);
    const [oldest] = own;
    if (own.length >= MAX_SESSIONS_OF_ADDRESS && oldest !== undefined) this.#sessions.delete(oldest[0]);
    const isFull = !isKnown && [...this.#sessions.values()].filter((session) => !session.isKnown).length >= MAX_UNKNOWN_SESSIONS;
    if (isFull || this.#sessions.size >= MAX_SESSIONS)
      throw new CodedError("overloaded", "The node has as many read sessions as it can keep.");
    this.#used.set(Buffer.from(challenge).toString("hex"), nowMs + CHALLENGE_MS);
    const token = randomBytes(32).toString("base64url");
    const expiresMs = nowMs + SESSION_MS;
    this.#sessions.set(hashOf(token), { ...reader, expiresMs });
    return { token, expiresMs };
  }

  /** Whose session a token is. Throws `CodedError` `session_required`. */
  readerOf(token: string, nowMs: bigint): Reader {
    const session = this.#sessions.get(hashOf(token));
    if (session === undefined || session.expiresMs < nowMs) throw new CodedError("session_required");
    return session;
  }

  end(token: string): void {
    this.#sessions.delete(hashOf(token));
  }

  #seal(visible: Uint8Array, address: Address): Buffer {
    const seal = createHmac("sha256", this.#secret).update(visible).update(addressToBytes(address)).digest();
    return seal.subarray(0, CHALLENGE_BYTES - PUBLIC_BYTES);
  }

  // Both are in the order of their ends.
  #forget(nowMs: bigint): void {
    for (const [challenge, expiresMs] of this.#used) {
      if (expiresMs >= nowMs) break;
      this.#used.delete(challenge);
    }
    for (const [token, { expiresMs }] of this.#sessions) {
      if (expiresMs >= nowMs) break;
      this.#sessions.delete(token);
    }
  }
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
