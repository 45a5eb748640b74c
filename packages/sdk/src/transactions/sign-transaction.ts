import {
  type Address,
  bytesToHex,
  type Call,
  encodePayload,
  encodeTransaction,
  signingMessage,
  transactionId,
  type TransactionPayload,
} from "@sycee/protocol";
import type { Signer } from "../keys/signer.ts";

/** What a transaction is to do and until when. */
export interface TransactionOptions {
  /** 32 bytes, from the node's status. */
  readonly chainId: Uint8Array;
  /** The nonce belongs to the first. */
  readonly signers: readonly Signer[];
  readonly calls: readonly Call[];
  readonly nonce: bigint;
  /** Block time after which it can no longer enter a block. */
  readonly expiryMs: bigint;
  /** {@link DEFAULT_GAS_LIMIT} if absent. */
  readonly gasLimit?: bigint;
}

/** A transaction ready to be sent, as often as needed. */
export interface PreparedTransaction {
  /** `0x` and 64 hexadecimal digits. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly expiryMs: bigint;
}

/** Gas that a transaction may use when nothing else is said. */
export const DEFAULT_GAS_LIMIT = 1_000_000n;

/** Builds the payload and has every signer sign it. */
export async function signTransaction(options: TransactionOptions): Promise<PreparedTransaction> {
  const signers: Address[] = options.signers.map(({ address }) => address);
  const payload: TransactionPayload = {
    chainId: options.chainId,
    signers,
    nonce: options.nonce,
    expiryMs: options.expiryMs,
    gasLimit: options.gasLimit ?? DEFAULT_GAS_LIMIT,
    feePayer: undefined,
    calls: options.calls,
  };
  const payloadBytes = encodePayload(payload);
  const message = signingMessage(payloadBytes);
  const authenticators = await Promise.all(options.signers.map((signer) => signer.authenticate(message)));
  return {
    id: `0x${bytesToHex(transactionId(payloadBytes))}`,
    bytes: encodeTransaction({ payload, authenticators }),
    expiryMs: options.expiryMs,
  };
}
