import { BcsError, BcsReader } from "@sycee/bcs";
import { blake2b, verifyMessage } from "@sycee/ledger/admission";
import {
  addressFromJson,
  type Authenticator,
  authenticationKey,
  bytesFromJson,
  bytesToHex,
  CodedError,
  readAuthenticator,
  type ReadSessionJson,
  readSessionMessage,
} from "@sycee/protocol";
import type { Executor } from "../../block-runner/executor.ts";
import { accountState } from "./account-state.ts";
import type { SessionBook } from "./session-book.ts";

/** What asks for a session. */
export interface SessionRequest {
  readonly address: string;
  readonly challenge: string;
  /** Where who asks reached the node, as it was signed. */
  readonly origin: string;
  readonly authenticator: string;
}

/** What sessions are opened by. */
export interface SessionPorts {
  readonly executor: Executor;
  readonly book: SessionBook;
  /** Whether an origin is the node's own. */
  isOwn(origin: string): boolean;
}

/**
 * Opens a read session for whoever signed the challenge with the keys that the account has now. Throws `CodedError` `challenge_refused`,
 * `bad_signature`, `wrong_key`, `malformed_bcs` or `invalid_address`.
 */
export async function openSession(
  { executor, book, isOwn }: SessionPorts,
  request: SessionRequest,
  nowMs: bigint,
): Promise<ReadSessionJson> {
  const address = addressFromJson(request.address);
  const challenge = bytesFromJson(request.challenge, "challenge");
  const authenticator = authenticatorOf(bytesFromJson(request.authenticator, "authenticator"));
  const { origin } = request;
  if (!isOwn(origin)) {
    throw new CodedError(
      "challenge_refused",
      `This node does not know itself as ${origin}: whoever signed that reached another node, or this one's operator has to name it with --public-url.`,
    );
  }
  book.checkChallenge(challenge, address, nowMs);
  const message = readSessionMessage({ chainId: executor.chainId, challenge, address, origin });
  if (!verifyMessage(message, [authenticator]))
    throw new CodedError("bad_signature", "The signature does not fit the challenge and its key.");
  const account = await accountState(executor, address, nowMs);
  if (`0x${bytesToHex(authenticationKey(authenticator, blake2b))}` !== account.authenticationKey) {
    throw new CodedError("wrong_key", "The key is not the current key of the account.");
  }
  const { token, expiresMs } = book.open(
    challenge,
    { address, authenticationKey: account.authenticationKey, isKnown: account.isKnown },
    nowMs,
  );
  const roles: ReadSessionJson["roles"] = [];
  if (account.isSupervisor) roles.push("supervisor");
  if (account.isInvestigator) roles.push("investigator");
  return { token, address, expiresMs: `${expiresMs}`, roles };
}

function authenticatorOf(bytes: Uint8Array): Authenticator {
  try {
    const reader = new BcsReader(bytes);
    const authenticator = readAuthenticator(reader);
    reader.finish();
    return authenticator;
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    throw new CodedError("malformed_bcs", "The bytes are not the proof of an account's keys in canonical BCS.");
  }
}
