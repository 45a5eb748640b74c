import { type Address, addressFromBytes, addressToBytes } from "@sycee/protocol";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { CodeError } from "./code-error.ts";
import { type BerObjects, readBer, tagText, writeBer } from "./emv/ber-tlv.ts";

/** What a payer's code allows, signed. Good for one collection, within a minute. */
export interface PayerCode {
  /** The first 8 bytes of the chain's id. */
  readonly chain: Uint8Array;
  readonly payer: Address;
  readonly instrument: number;
  /** The most that may be collected. */
  readonly limitMinor: bigint;
  readonly expiresMs: bigint;
  readonly number: bigint;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

// Tags of consumer-presented codes (EMV QR Code Specification, Consumer-Presented Mode 1.1).
const PAYLOAD_FORMAT = 0x85;
const APPLICATION = 0x61;
const APPLICATION_ID = 0x4f;
const TRANSPARENT = 0x63;
/** `CPV01`. */
const VERSION = Uint8Array.of(0x43, 0x50, 0x56, 0x30, 0x31);
/** An identifier that needs no registration (ISO/IEC 7816-5, category F), and `SYCEE`. */
const IDENTIFIER = Uint8Array.of(0xf0, 0x53, 0x59, 0x43, 0x45, 0x45);
/** Chain, payer, instrument, limit, expiry, number, signature; numbers with the highest byte first. */
const BODY_BYTES = 8 + 32 + 4 + 8 + 8 + 8 + 64;
/** Characters that 512 bytes have at most in base64. */
const MAX_TEXT = 684;
/** A private tag. */
const BODY = 0xc0;

/** Writes a payer's code as consumer-presented codes are: objects of BER in base64. Throws `RangeError` for numbers too large. */
export function encodePayerCode(code: PayerCode): string {
  const body = new Uint8Array(BODY_BYTES);
  const view = new DataView(body.buffer);
  if (code.chain.length !== 8 || code.signature.length !== 64) throw new RangeError("a chain has 8 bytes here, a signature 64");
  for (const number of [code.limitMinor, code.expiresMs, code.number]) {
    if (BigInt.asUintN(64, number) !== number) throw new RangeError(`${number} is not a number of 64 bits`);
  }
  body.set(code.chain);
  body.set(addressToBytes(code.payer), 8);
  view.setUint32(40, code.instrument);
  view.setBigUint64(44, code.limitMinor);
  view.setBigUint64(52, code.expiresMs);
  view.setBigUint64(60, code.number);
  body.set(code.signature, 68);
  const application = writeBer([
    [APPLICATION_ID, IDENTIFIER],
    [TRANSPARENT, writeBer([[BODY, body]])],
  ]);
  const bytes = writeBer([
    [PAYLOAD_FORMAT, VERSION],
    [APPLICATION, application],
  ]);
  const text = toBase64url(bytes).replaceAll("-", "+").replaceAll("_", "/");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/** Reads a payer's code, strictly. Throws `CodeError` `too_long`, `not_text`, `not_ours`, `truncated`, `bad_object`, `duplicate`, `missing`, `bad_value`. */
export function decodePayerCode(text: string): PayerCode {
  if (text.length > MAX_TEXT) throw new CodeError("too_long");
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 ? fromBase64url(urlForm(text)) : undefined;
  if (bytes === undefined) throw new CodeError("not_text");
  const code = readBer(bytes);
  if ([...code.keys()][0] !== PAYLOAD_FORMAT) throw new CodeError("misplaced", tagText(PAYLOAD_FORMAT));
  expectBytes(code, PAYLOAD_FORMAT, VERSION, "bad_value");
  const application = readBer(valueOf(code, APPLICATION));
  expectBytes(application, APPLICATION_ID, IDENTIFIER, "not_ours");
  const body = valueOf(readBer(valueOf(application, TRANSPARENT)), BODY);
  if (body.length !== BODY_BYTES) throw new CodeError("bad_value", tagText(BODY));
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  return {
    chain: body.slice(0, 8),
    payer: addressFromBytes(body.slice(8, 40)),
    instrument: view.getUint32(40),
    limitMinor: view.getBigUint64(44),
    expiresMs: view.getBigUint64(52),
    number: view.getBigUint64(60),
    signature: body.slice(68),
  };
}

function urlForm(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function valueOf(objects: BerObjects, tag: number): Uint8Array {
  const value = objects.get(tag);
  if (value === undefined) throw new CodeError("missing", tagText(tag));
  return value;
}

function expectBytes(objects: BerObjects, tag: number, expected: Uint8Array, fault: "bad_value" | "not_ours"): void {
  const value = valueOf(objects, tag);
  if (value.length !== expected.length || value.some((byte, index) => byte !== expected[index])) throw new CodeError(fault, tagText(tag));
}
