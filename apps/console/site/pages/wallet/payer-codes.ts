import { decodePayerCode, encodePayerCode, type PayerCode } from "@sycee/payment-requests";
import { type Address, addressOfKeys, bytesToHex, hexToBytes } from "@sycee/protocol";
import { keyFromSeed, money, PAYMENT_CODE_LIFE_MS, randomNonces, readResource, signPaymentCode } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import { type Identity, keySetOf } from "../../identity/identity.ts";

/** How consumer-presented codes begin (EMV QR Code Specification, Consumer-Presented Mode 1.1: `85 05 CPV01 61`, in base64). */
const BEGINNING = "hQVDUFYwMWG";

/** What a wallet allows codes for. */
export interface AllowedCodes {
  readonly publicKey: string;
  readonly instrument: number;
  /** How its amounts are written. */
  readonly money: { readonly unit: string; readonly decimals: number };
  readonly mostMinor: bigint;
  /** Whether they were allowed with the keys that the identity has here. */
  readonly isOfKeys: boolean;
  /** Numbers of codes that were collected on within the last minute. */
  readonly used: readonly bigint[];
}

/** A code that is shown. */
export interface ShownPayerCode {
  readonly text: string;
  readonly number: bigint;
  readonly limitMinor: bigint;
  /** When it expires, by this page's clock (`performance.now`). */
  readonly endsMs: number;
}

/** Whether a text is meant as a payer's code, and not as a payee's request. */
export function isPayerCode(text: string): boolean {
  return text.trim().startsWith(BEGINNING);
}

/** Reads a payer's code. Throws `CodeError`. */
export function readPayerCode(text: string): PayerCode {
  return decodePayerCode(text.trim());
}

/** What the wallet of an identity allows codes for, by a proof; `undefined` where it allows none. */
export async function allowedCodes(identity: Identity): Promise<AllowedCodes | undefined> {
  const codes = await readResource(client, identity.address, money.paymentCodesType);
  if (codes === undefined || codes.most === 0n) return undefined;
  const instrument = (await client.instruments()).find((each) => each.instrument === codes.instrument);
  if (instrument === undefined) throw new Error(`codes are for instrument ${codes.instrument}, and there is none`);
  return {
    publicKey: bytesToHex(codes.publicKey),
    instrument: codes.instrument,
    money: { unit: instrument.unit, decimals: instrument.decimals },
    mostMinor: codes.most,
    isOfKeys: `0x${bytesToHex(codes.authenticationKey)}` === addressOfKeys(keySetOf(identity)),
    used: codes.used.map(({ number }) => number),
  };
}

/** Signs a code of a wallet that is good for a minute. `seed` is that of the key that the wallet named, 32 bytes in hexadecimal. */
export async function newPayerCode(
  seed: string,
  { payer, instrument, limitMinor }: { readonly payer: Address; readonly instrument: number; readonly limitMinor: bigint },
): Promise<ShownPayerCode> {
  const key = await keyFromSeed(bytesOf(seed));
  const askedMs = performance.now();
  const { timeMs, chainId } = await client.status();
  const number = randomNonces()();
  const terms = { payer, instrument, limitMinor, number, expiresMs: BigInt(timeMs) + PAYMENT_CODE_LIFE_MS };
  const chain = bytesOf(chainId);
  const signature = await signPaymentCode(key, { chainId: chain, ...terms });
  const text = encodePayerCode({ chain: chain.subarray(0, 8), ...terms, signature });
  return { text, number, limitMinor, endsMs: askedMs + Number(PAYMENT_CODE_LIFE_MS) };
}

function bytesOf(text: string): Uint8Array {
  const bytes = hexToBytes(text.replace(/^(?!0x)/, "0x"));
  if (bytes === undefined) throw new Error("these are no bytes in hexadecimal");
  return bytes;
}
