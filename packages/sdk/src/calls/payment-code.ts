import { BcsWriter } from "@sycee/bcs";
import type { Address, Call } from "@sycee/protocol";
import { address, bytes, u32, u64 } from "../arguments/move-type.ts";
import type { Key } from "../keys/key.ts";
import { struct } from "../arguments/move-struct.ts";
import type { ActingSigner } from "./framework-call.ts";
import { paymentCode } from "./generated/money.ts";

/** Gas that a collection may use: it verifies a signature in Move. */
export const COLLECTION_GAS_LIMIT = 5_000_000n;

/** How long a code can live. */
export const PAYMENT_CODE_LIFE_MS = 60_000n;

/** What a payer signs. */
export interface PaymentCodeTerms {
  /** 32 bytes. */
  readonly chainId: Uint8Array;
  readonly payer: Address;
  readonly instrument: number;
  readonly limitMinor: bigint;
  /** At most a minute ahead when it is collected. */
  readonly expiresMs: bigint;
  /** Never used before in a minute; a random one will do. */
  readonly number: bigint;
}

const PURPOSE = new TextEncoder().encode("sycee-payment-code-v1");
const termsType = struct<PaymentCodeTerms>("0x2::payment_code::Message", {
  chainId: bytes,
  payer: address,
  instrument: u32,
  limitMinor: u64,
  expiresMs: u64,
  number: u64,
});

/** Signs a code with the key that its wallet named: 64 bytes. */
export async function signPaymentCode(key: Key, terms: PaymentCodeTerms): Promise<Uint8Array> {
  const writer = new BcsWriter(128);
  writer.fixedBytes(PURPOSE);
  termsType.write(writer, terms);
  return await key.sign(writer.toBytes());
}

/** `0x2::payment_code::enable`: the signer's wallet takes codes by a key, of at most so much each. Aborts with `ENoWallet`, `EUnknownInstrument`, `EBadKey`, `EBadChainId`. */
export function enablePaymentCodes(
  permission: ActingSigner & {
    readonly publicKey: Uint8Array;
    readonly chainId: Uint8Array;
    readonly instrument: number;
    readonly mostMinor: bigint;
  },
): Call {
  const { signer: owner = 0, publicKey, chainId, instrument, mostMinor: most } = permission;
  return paymentCode.enable({ owner, publicKey, chainId, instrument, most });
}

/** `0x2::payment_code::disable`: no code of the signer's wallet is good any more. */
export function disablePaymentCodes(acting: ActingSigner = {}): Call {
  return paymentCode.disable({ owner: acting.signer ?? 0 });
}

/**
 * `0x2::payment_code::collect`: the signer is paid on a code, with {@link COLLECTION_GAS_LIMIT}. Aborts with `ENotEnabled`,
 * `EOldKeys`, `EOtherInstrument`, `EAboveCodeLimit`, `EAboveWalletLimit`, `EExpired`, `ENotYetValid`, `EUsedAlready`,
 * `ETooManyCodes`, `EBadSignature`, in that order, and then as `pay` does.
 */
export function collectOnCode(
  collection: ActingSigner & {
    readonly code: Omit<PaymentCodeTerms, "chainId">;
    readonly signature: Uint8Array;
    readonly amountMinor: bigint;
  },
): Call {
  const { signer: payee = 0, code, signature, amountMinor: amount } = collection;
  const { payer, instrument, limitMinor: limit, expiresMs, number } = code;
  return paymentCode.collect({ payee, payer, instrument, limit, expiresMs, number, signature, amount });
}
