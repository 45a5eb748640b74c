import { BcsError, BcsReader, BcsWriter, readAddress, writeAddress } from "@sycee/bcs";
import type { Address } from "./address.ts";
import { type Authenticator, blake2b256, readAuthenticator, writeAuthenticator } from "./authenticator.ts";
import { readCallHead } from "./call-head.ts";
import { decodePlainTransaction } from "./plain-transaction.ts";
import { readTypeTag, type TypeTag, writeTypeTag } from "./type-tag.ts";

/** What a call is given for one parameter. The ledger itself is passed by the executor and is never an argument. */
export type CallArgument =
  /** BCS of the parameter's type: primitives, addresses, strings, vectors and options of them. */
  | { readonly kind: "literal"; readonly bytes: Uint8Array }
  /** One of the transaction's signers, by position. */
  | { readonly kind: "signer"; readonly index: number }
  /** A value that an earlier call returned: moved where the parameter is a value, borrowed where it is a reference. */
  | { readonly kind: "result"; readonly call: number; readonly value: number };

/** One call of an entry function. */
export interface Call {
  readonly address: Address;
  readonly module: string;
  readonly function: string;
  readonly typeArguments: readonly TypeTag[];
  readonly arguments: readonly CallArgument[];
}

/** What is signed. */
export interface TransactionPayload {
  /** Hash of the genesis of the chain it is for, 32 bytes. */
  readonly chainId: Uint8Array;
  /** 1 to 16 distinct addresses; the nonce belongs to the first. */
  readonly signers: readonly Address[];
  /** Any u64; (first signer, nonce) admits one transaction. */
  readonly nonce: bigint;
  /** Block time in milliseconds after which it can no longer enter a block; at most {@link MAX_EXPIRY_AHEAD_MS} ahead. */
  readonly expiryMs: bigint;
  readonly gasLimit: bigint;
  /** Reserved: must be absent. */
  readonly feePayer: Address | undefined;
  /** 1 to 64 calls, all or nothing. */
  readonly calls: readonly Call[];
}

/** A payload with an authenticator for each signer, in the signers' order. */
export interface SignedTransaction {
  readonly payload: TransactionPayload;
  readonly authenticators: readonly Authenticator[];
}

export const MAX_EXPIRY_AHEAD_MS = 120_000n;
export const MAX_SIGNERS = 16;
export const MAX_CALLS = 64;
export const MAX_CALL_ARGUMENTS = 128;
/** Largest signed transaction in bytes. */
export const MAX_TRANSACTION_BYTES = 262_144;
/** Most transactions in one batch request. */
export const MAX_BATCH = 500;

/** What stands before a payload's BCS in the message that is signed. */
export const TRANSACTION_DOMAIN: Uint8Array = new TextEncoder().encode("sycee-transaction-v1");

/** BCS of a payload. */
export function encodePayload(payload: TransactionPayload): Uint8Array {
  const writer = new BcsWriter(512);
  writePayload(writer, payload);
  return writer.toBytes();
}

/** Decodes a payload that nobody has signed yet, strictly. Throws `BcsError`. */
export function decodePayload(bytes: Uint8Array): TransactionPayload {
  const reader = new BcsReader(bytes);
  const payload = readPayload(reader);
  reader.finish();
  return payload;
}

/** BCS of a signed transaction. */
export function encodeTransaction(transaction: SignedTransaction): Uint8Array {
  const writer = new BcsWriter(768);
  writePayload(writer, transaction.payload);
  writer.vector(transaction.authenticators, writeAuthenticator);
  return writer.toBytes();
}

/** A decoded transaction with the bytes that were signed. */
export interface DecodedTransaction extends SignedTransaction {
  /** BCS of the payload, a view of the input. */
  readonly payloadBytes: Uint8Array;
}

/** Decodes one signed transaction, strictly. Throws `BcsError` on anything but what {@link encodeTransaction} writes. */
export function decodeTransaction(bytes: Uint8Array): DecodedTransaction {
  return decodePlainTransaction(bytes) ?? decodeAnyTransaction(bytes);
}

/** The same, whatever form it has. */
export function decodeAnyTransaction(bytes: Uint8Array): DecodedTransaction {
  const reader = new BcsReader(bytes);
  const payload = readPayload(reader);
  const payloadBytes = bytes.subarray(0, reader.offset);
  const authenticators = reader.vector(readAuthenticator, 97, MAX_SIGNERS);
  reader.finish();
  if (authenticators.length !== payload.signers.length) throw new BcsError("not_canonical", payloadBytes.length);
  return { payload, authenticators, payloadBytes };
}

/** Bytes of {@link writeNonceKey}. */
export const NONCE_KEY_BYTES = 40;
// Behind the version, the chain and the number of signers, which is below 128.
const FIRST_SIGNER_AT = 34;

/** Puts what makes a nonce one of its kind at the start of `target`: the first signer's 32 bytes and the nonce's 8. */
export function writeNonceKey({ payload, payloadBytes }: DecodedTransaction, target: Uint8Array): void {
  const nonceAt = FIRST_SIGNER_AT + 32 * payload.signers.length;
  for (let index = 0; index < 32; index++) target[index] = payloadBytes[FIRST_SIGNER_AT + index] ?? 0;
  for (let index = 0; index < 8; index++) target[32 + index] = payloadBytes[nonceAt + index] ?? 0;
}

/**
 * The same of a whole encoded transaction that was decoded before, without decoding it again; returns its expiry, which
 * stands behind the nonce, in milliseconds.
 */
export function readNonceKey(transaction: Uint8Array, target: Uint8Array): number {
  const nonceAt = FIRST_SIGNER_AT + 32 * (transaction[FIRST_SIGNER_AT - 1] ?? 0);
  for (let index = 0; index < 32; index++) target[index] = transaction[FIRST_SIGNER_AT + index] ?? 0;
  for (let index = 0; index < 8; index++) target[32 + index] = transaction[nonceAt + index] ?? 0;
  const view = new DataView(transaction.buffer, transaction.byteOffset, transaction.byteLength);
  return view.getUint32(nonceAt + 8, true) + view.getUint32(nonceAt + 12, true) * 2 ** 32;
}

/** The gas limit of a whole encoded transaction that was decoded before, without decoding it again. */
export function readGasLimit(transaction: Uint8Array): number {
  const limitAt = FIRST_SIGNER_AT + 32 * (transaction[FIRST_SIGNER_AT - 1] ?? 0) + 16;
  let limit = 0;
  for (let index = 7; index >= 0; index--) limit = limit * 0x100 + (transaction[limitAt + index] ?? 0);
  return limit;
}

/** What every signer signs: the domain and the payload's BCS. */
export function signingMessage(payloadBytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(TRANSACTION_DOMAIN.length + payloadBytes.length);
  message.set(TRANSACTION_DOMAIN);
  message.set(payloadBytes, TRANSACTION_DOMAIN.length);
  return message;
}

/** The transaction's identity: blake2b-256 of what was signed, so that another signature of the same payload is the same transaction. */
export function transactionId(payloadBytes: Uint8Array, hash: (bytes: Uint8Array) => Uint8Array = blake2b256): Uint8Array {
  return hash(signingMessage(payloadBytes));
}

/** BCS of a batch: a vector of byte vectors, each one signed transaction. */
export function encodeBatch(transactions: readonly Uint8Array[]): Uint8Array {
  const writer = new BcsWriter(transactions.reduce((total, bytes) => total + bytes.length + 4, 8));
  return writer.vector(transactions, (inner, bytes) => inner.byteVector(bytes)).toBytes();
}

/** The transactions of a batch, each still encoded (views of the input). Throws `BcsError`; at most {@link MAX_BATCH}. */
export function decodeBatch(bytes: Uint8Array): Uint8Array[] {
  const reader = new BcsReader(bytes);
  const transactions = reader.vector((inner) => inner.byteVector(), 1, MAX_BATCH);
  reader.finish();
  return transactions;
}

function writePayload(writer: BcsWriter, payload: TransactionPayload): void {
  writer.u8(1).fixedBytes(payload.chainId);
  writer.vector(payload.signers, writeAddress);
  writer.u64(payload.nonce).u64(payload.expiryMs).u64(payload.gasLimit);
  writer.option(payload.feePayer, writeAddress);
  writer.vector(payload.calls, writeCall);
}

const readTypeArgument = (reader: BcsReader): TypeTag => readTypeTag(reader);

function readPayload(reader: BcsReader): TransactionPayload {
  if (reader.u8() !== 1) throw new BcsError("bad_variant", reader.offset - 1);
  const payload: TransactionPayload = {
    chainId: reader.fixedBytes(32),
    signers: reader.vector(readAddress, 32, MAX_SIGNERS),
    nonce: reader.u64(),
    expiryMs: reader.u64(),
    gasLimit: reader.u64(),
    feePayer: reader.option(readAddress),
    calls: reader.vector(readCall, 36, MAX_CALLS),
  };
  const distinct = payload.signers.length === 1 || new Set(payload.signers).size === payload.signers.length;
  if (payload.signers.length === 0 || payload.calls.length === 0 || !distinct) throw new BcsError("not_canonical", reader.offset);
  return payload;
}

/** Writes a call. */
export function writeCall(writer: BcsWriter, call: Call): void {
  writeAddress(writer, call.address);
  writer.string(call.module).string(call.function);
  writer.vector(call.typeArguments, writeTypeTag);
  writer.vector(call.arguments, writeArgument);
}

/** Reads a call; throws `BcsError`. */
export function readCall(reader: BcsReader): Call {
  const { address, module, function: name } = readCallHead(reader);
  return {
    address,
    module,
    function: name,
    typeArguments: reader.vector(readTypeArgument, 1, 32),
    arguments: reader.vector(readArgument, 2, MAX_CALL_ARGUMENTS),
  };
}

function writeArgument(writer: BcsWriter, argument: CallArgument): void {
  if (argument.kind === "literal") writer.u8(0).byteVector(argument.bytes);
  else if (argument.kind === "signer") writer.u8(1).u8(argument.index);
  else writer.u8(2).u16(argument.call).u16(argument.value);
}

function readArgument(reader: BcsReader): CallArgument {
  const variant = reader.variant(3);
  if (variant === 0) return { kind: "literal", bytes: reader.byteVector() };
  if (variant === 1) return { kind: "signer", index: reader.u8() };
  return { kind: "result", call: reader.u16(), value: reader.u16() };
}
