import { ed25519 } from "@noble/curves/ed25519.js";
import { BcsError, BcsReader, BcsWriter } from "@sycee/bcs";
import {
  type Address,
  type Authenticator,
  bytesToHex,
  compareBytes,
  decodePayload,
  encodePayload,
  encodeTransaction,
  type KeySet,
  MAX_EXPIRY_AHEAD_MS,
  MAX_KEYS,
  MAX_SIGNERS,
  signingMessage,
  transactionId,
  type TransactionPayload,
} from "@sycee/protocol";
import type { Key } from "../keys/key.ts";
import type { PreparedTransaction } from "./sign-transaction.ts";

/**
 * A transaction that several sign, each on a machine of their own: it goes from hand to hand as bytes (see {@link encodeDraft}), and
 * whoever has all signatures can send it. A ledger takes a transaction only in the last two minutes before its expiry
 * ({@link MAX_EXPIRY_AHEAD_MS}), so that the expiry of a draft is the hour at which it is to be done: see {@link sendingWindow}.
 */
export interface SharedDraft {
  readonly payload: TransactionPayload;
  /** Who signs, in the payload's order, with the keys that stand behind each as far as they are known. */
  readonly parties: readonly DraftParty[];
}

/** One signer of a draft. */
export interface DraftParty {
  readonly address: Address;
  /** `undefined` until the first of this party's keys has signed. */
  readonly keys: KeySet | undefined;
  /** By key; every one has been verified. */
  readonly signatures: readonly { readonly publicKey: Uint8Array; readonly signature: Uint8Array }[];
}

/** Why a draft cannot be used. */
export class DraftError extends Error {
  override readonly name = "DraftError";
  readonly code: "not_a_draft" | "bad_signature" | "other_transaction" | "other_keys" | "not_a_party" | "too_few_signatures";

  constructor(code: DraftError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** A draft that nobody has signed. */
export function createDraft(payload: TransactionPayload): SharedDraft {
  return { payload, parties: payload.signers.map((address) => ({ address, keys: undefined, signatures: [] })) };
}

/** Adds what `keys` sign for the party at an address. Throws `DraftError` `not_a_party`. */
export async function signDraft(draft: SharedDraft, address: Address, set: KeySet, keys: readonly Key[]): Promise<SharedDraft> {
  const party = draft.parties.find((candidate) => candidate.address === address);
  if (party === undefined) throw new DraftError("not_a_party", `${address} is none of those who sign this.`);
  const members = publicKeysOf(set);
  const message = signingMessage(encodePayload(draft.payload));
  const signing = keys.filter(({ publicKey }) => members.some((member) => compareBytes(member, publicKey) === 0));
  if (signing.length === 0) throw new DraftError("not_a_party", `None of these keys stands behind ${address}.`);
  const added = await Promise.all(signing.map(async (key) => ({ publicKey: key.publicKey, signature: await key.sign(message) })));
  // What others said of these keys does not count, nor what was signed by keys that are not among them.
  const kept = party.signatures.filter(({ publicKey }) => members.some((member) => compareBytes(member, publicKey) === 0));
  return withParty(draft, { address, keys: set, signatures: union(kept, added) });
}

/**
 * Everything that either copy of a draft has. Throws `DraftError` `other_transaction`, and `other_keys` where the copies name different keys for a
 * party: which are the account's only the ledger knows, and signatures by the others count for nothing.
 */
export function mergeDrafts(left: SharedDraft, right: SharedDraft): SharedDraft {
  if (compareBytes(encodePayload(left.payload), encodePayload(right.payload)) !== 0) {
    throw new DraftError("other_transaction", "These are drafts of two different transactions.");
  }
  const parties = left.parties.map((party, place) => {
    const other = right.parties[place];
    if (party.keys !== undefined && other?.keys !== undefined && !isSameSet(party.keys, other.keys)) {
      throw new DraftError("other_keys", `The two copies name different keys for ${party.address}.`);
    }
    return { ...party, keys: party.keys ?? other?.keys, signatures: union(party.signatures, other?.signatures ?? []) };
  });
  return { payload: left.payload, parties };
}

/** How many more keys of a party must sign; at least one while its keys are not known. */
export function missingSignatures({ keys, signatures }: DraftParty): number {
  if (keys === undefined) return 1;
  return Math.max(0, (keys.kind === "k-of-n" ? keys.threshold : 1) - signatures.length);
}

/** Block times between which a ledger takes the transaction, in milliseconds. */
export function sendingWindow({ payload }: SharedDraft): { readonly fromMs: bigint; readonly untilMs: bigint } {
  return { fromMs: payload.expiryMs - MAX_EXPIRY_AHEAD_MS, untilMs: payload.expiryMs };
}

/** The transaction, ready to be sent. Throws `DraftError` `too_few_signatures`. */
export function completeDraft(draft: SharedDraft): PreparedTransaction {
  const payloadBytes = encodePayload(draft.payload);
  const authenticators = draft.parties.map(authenticatorOf);
  return {
    id: `0x${bytesToHex(transactionId(payloadBytes))}`,
    bytes: encodeTransaction({ payload: draft.payload, authenticators }),
    expiryMs: draft.payload.expiryMs,
  };
}

/** A draft as bytes. */
export function encodeDraft(draft: SharedDraft): Uint8Array {
  const writer = new BcsWriter(512).u8(1).byteVector(encodePayload(draft.payload));
  writer.vector(draft.parties, (inner, { keys, signatures }) => {
    inner.option(keys, writeKeys);
    inner.vector(signatures, (part, { publicKey, signature }) => part.fixedBytes(publicKey).fixedBytes(signature));
  });
  return writer.toBytes();
}

/** Reads a draft and verifies every signature in it. Throws `DraftError` `not_a_draft`, `bad_signature`. */
export function decodeDraft(bytes: Uint8Array): SharedDraft {
  const draft = readDraft(bytes);
  const message = signingMessage(encodePayload(draft.payload));
  for (const { address, keys, signatures } of draft.parties) {
    const members = keys === undefined ? [] : publicKeysOf(keys);
    if (new Set(signatures.map(({ publicKey }) => bytesToHex(publicKey))).size < signatures.length) {
      throw new DraftError("not_a_draft", `A key signs more than once for ${address}.`);
    }
    for (const { publicKey, signature } of signatures) {
      const isMember = members.some((member) => compareBytes(member, publicKey) === 0);
      if (!isMember || !isSignature(signature, message, publicKey)) {
        throw new DraftError("bad_signature", `A signature for ${address} is not of this transaction: somebody changed it on its way.`);
      }
    }
  }
  return draft;
}

function readDraft(bytes: Uint8Array): SharedDraft {
  try {
    const reader = new BcsReader(bytes);
    if (reader.u8() !== 1) throw new BcsError("bad_variant", 0);
    const payload = decodePayload(reader.byteVector());
    const read = reader.vector(readParty, 2, MAX_SIGNERS);
    reader.finish();
    if (read.length !== payload.signers.length) throw new BcsError("not_canonical", 0);
    return {
      payload,
      parties: payload.signers.map((address, place) => ({ address, ...(read[place] ?? { keys: undefined, signatures: [] }) })),
    };
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    throw new DraftError("not_a_draft", "This is no draft of a transaction, or only a part of one.");
  }
}

const readParty = (reader: BcsReader): Omit<DraftParty, "address"> => ({
  keys: reader.option(readKeys),
  signatures: reader.vector((inner) => ({ publicKey: inner.fixedBytes(32), signature: inner.fixedBytes(64) }), 96, MAX_KEYS),
});

function writeKeys(writer: BcsWriter, keys: KeySet): void {
  if (keys.kind === "ed25519") writer.u8(0).fixedBytes(keys.publicKey);
  else
    writer
      .u8(1)
      .u8(keys.threshold)
      .vector(keys.publicKeys, (inner, key) => inner.fixedBytes(key));
}

function readKeys(reader: BcsReader): KeySet {
  if (reader.variant(2) === 0) return { kind: "ed25519", publicKey: reader.fixedBytes(32) };
  const threshold = reader.u8();
  const publicKeys = reader.vector((inner) => inner.fixedBytes(32), 32, MAX_KEYS);
  if (threshold < 1 || threshold > publicKeys.length) throw new BcsError("not_canonical", reader.offset);
  return { kind: "k-of-n", threshold, publicKeys };
}

function authenticatorOf(party: DraftParty): Authenticator {
  const { address, keys, signatures } = party;
  const missing = missingSignatures(party);
  if (keys === undefined || missing > 0) throw new DraftError("too_few_signatures", `${missing} more must sign for ${address}.`);
  const [first] = signatures;
  if (keys.kind === "ed25519") return { kind: "ed25519", publicKey: keys.publicKey, signature: first?.signature ?? new Uint8Array(64) };
  const { threshold, publicKeys } = keys;
  const indexed = publicKeys.flatMap((publicKey, index) => {
    const found = signatures.find((candidate) => compareBytes(candidate.publicKey, publicKey) === 0);
    return found === undefined ? [] : [{ index, signature: found.signature }];
  });
  return { kind: "k-of-n", threshold, publicKeys, signatures: indexed.slice(0, threshold) };
}

function withParty(draft: SharedDraft, party: DraftParty): SharedDraft {
  return { ...draft, parties: draft.parties.map((other) => (other.address === party.address ? party : other)) };
}

function union(left: DraftParty["signatures"], right: DraftParty["signatures"]): DraftParty["signatures"] {
  const isNew = ({ publicKey }: DraftParty["signatures"][number]) => left.every((known) => compareBytes(known.publicKey, publicKey) !== 0);
  return [...left, ...right.filter(isNew)];
}

function isSameSet(left: KeySet, right: KeySet): boolean {
  const bytesOf = (keys: KeySet) => {
    const writer = new BcsWriter(64);
    writeKeys(writer, keys);
    return writer.toBytes();
  };
  return compareBytes(bytesOf(left), bytesOf(right)) === 0;
}

function publicKeysOf(keys: KeySet): readonly Uint8Array[] {
  return keys.kind === "ed25519" ? [keys.publicKey] : keys.publicKeys;
}

function isSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey);
  } catch {
    // A key or signature that is no point of the curve is not verified, but thrown for.
    return false;
  }
}
